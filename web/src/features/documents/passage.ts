/** A piece of a document's text, in its characters. */
export interface Passage {
  readonly start: number
  readonly end: number
}

/** `120-180` as the address says it; nothing where the text has no such place. */
export function passageIn(at: string | undefined, text: string): Passage | undefined {
  const [, from = '', to = ''] = /^(\d+)-(\d+)$/.exec(at ?? '') ?? []
  const [start, end] = [Number(from), Math.min(Number(to), text.length)]
  return from !== '' && start < end ? { start, end } : undefined
}

/** The paragraphs that are not empty, each with where it begins in the text. */
export function paragraphsOf(text: string): { start: number; line: string }[] {
  return [...text.matchAll(/[^\n]+/g)]
    .map(({ index, 0: line }) => ({ start: index, line }))
    .filter(({ line }) => line.trim() !== '')
}
