/** The two sides of "số hộ liên kết = members_total"; the right one is empty where there is none. */
export function meaningOf(line: string): { phrase: string; indicator: string } {
  const at = line.lastIndexOf('=')
  const [phrase, indicator] = at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
  return { phrase: phrase.trim(), indicator: indicator.trim() }
}
