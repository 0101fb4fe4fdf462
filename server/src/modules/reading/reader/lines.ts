/** One printed line, without the white space at its ends. */
export interface Line {
  start: number
  end: number
  text: string
  low: string
}

/** Cuts a text into its lines; of empty lines in a row one stays, with `start === end`. */
export function splitLines(text: string, low: string): Line[] {
  const lines: Line[] = []
  let from = 0
  while (from <= text.length) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    let start = from
    let end = to
    while (start < end && isSpace(text.charCodeAt(start))) start += 1
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
    if (end > start || lines.at(-1)?.text !== '') {
      lines.push({ start, end, text: text.slice(start, end), low: low.slice(start, end) })
    }
    from = to + 1
  }
  return lines
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13
}

/**
 * The width at which lines were broken when the text was printed, in characters; undefined when
 * lines are paragraphs. A broken line is one whose successor begins in lower case.
 */
export function printWidth(lines: readonly Line[]): number | undefined {
  const filled = lines.filter((line) => line.text.length > 0)
  const broken: number[] = []
  filled.forEach((line, index) => {
    const next = filled[index + 1]
    if (next && line.text.length <= 140 && beginsLower(next.text)) broken.push(line.text.length)
  })
  if (broken.length < 3 || broken.length * 12 < filled.length) return undefined
  broken.sort((a, b) => a - b)
  return broken[Math.floor(broken.length * 0.9)]
}

export function beginsLower(text: string): boolean {
  return /^\p{Ll}/u.test(text) && !/^[a-zđ]\)/u.test(text)
}

/** Whether the next line goes on with what this one says. */
export function goesOn(line: Line, next: Line, width: number | undefined): boolean {
  if (line.text === '' || next.text === '') return false
  if (/[,(]$/.test(line.text) && !/^\d+[.)]\s/.test(next.text)) return true
  if (beginsLower(next.text) && !/[.!?:]$/.test(line.text)) return true
  if (width === undefined) return false
  const word = next.text.indexOf(' ') < 0 ? next.text.length : next.text.indexOf(' ')
  return line.text.length + 1 + word > width * 0.88 && line.text.length <= width * 1.25
}
