const SIGNS = [';', '\t', ','] as const

/** The cells of a CSV text; null when no line has a separator. Quoted cells may hold line ends. */
export function readCsv(text: string): string[][] | null {
  const best = SIGNS.map((sign) => ({ sign, count: regularity(text, sign) })).toSorted(
    (a, b) => b.count - a.count,
  )[0]
  if (!best || best.count === 0) return null
  const rows = split(text, best.sign)
  while (rows.at(-1)?.length === 0) rows.pop()
  return rows
}

/** How often a sign stands outside quotes in the first lines. */
function regularity(text: string, sign: string): number {
  const rows = split(text.slice(0, 20_000), sign).slice(0, 50)
  const widths = rows.map((row) => row.length).filter((width) => width > 1)
  return widths.reduce((sum, width) => sum + width, 0)
}

function split(text: string, sign: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endRow = () => {
    row.push(cell.trim())
    cell = ''
    while (row.at(-1) === '') row.pop()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (text.charAt(at + 1) === '"') cell += text.charAt((at += 1))
      else isQuoted = false
    } else if (char === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (char === sign) {
      row.push(cell.trim())
      cell = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}
