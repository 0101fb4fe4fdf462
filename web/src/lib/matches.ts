const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()

/** Whether each word typed stands somewhere in the name, diacritics aside. */
export function matches(name: string, typed: string): boolean {
  const whole = plain(name)
  return plain(typed)
    .split(/\s+/)
    .every((word) => whole.includes(word))
}
