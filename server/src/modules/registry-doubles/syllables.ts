const MARKS = /[\u0300-\u036f]/g
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Small letters without any mark. */
export function folded(words: string): string {
  return words.toLowerCase().normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd')
}

/** A syllable with its tone at the end, wherever it was written: "hoà" and "hòa" are one. */
export function spelling(syllable: string): string {
  const parts = syllable.toLowerCase().normalize('NFD')
  return parts.replace(TONES, '') + (parts.match(TONES)?.join('') ?? '')
}

const ONSET = '(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?'
const RHYME =
  '(?:a(?:ch|c|i|m|ng|nh|n|o|p|t|u|y)?|e(?:ch|c|m|ng|nh|n|o|p|t|u)?|ia|i(?:e(?:c|m|ng|n|p|t|u)|ch|m|nh|n|p|t|u)?' +
  '|oa(?:ch|c|i|m|ng|nh|n|o|p|t|y)?|oe(?:n|o|t)?|oo(?:c|ng)|o(?:c|i|m|ng|n|p|t)?' +
  '|ua(?:n|ng|t|y)?|ue(?:ch|nh|n|u)?|uo(?:c|i|m|ng|n|p|t|u)?|uya|uye(?:n|t)|uy(?:ch|nh|n|t|u|p)?' +
  '|u(?:c|i|m|ng|n|p|t|u)?|ye(?:m|n|ng|t|u)|y)'
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}$`)

/** Whether these letters without marks can be a Vietnamese word: a slip of the finger mostly is none. */
export function isSyllable(letters: string): boolean {
  return SYLLABLE.test(letters)
}

/**
 * By how many letters two words differ: put in, left out, changed, or two that stand the wrong way
 * round; 3 stands for all beyond two.
 */
export function lettersApart(a: string, b: string): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > 2) return 3
  let [before, row] = [new Array<number>(), Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let at = 1; at <= a.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= b.length; to += 1) {
      const isSame = a[at - 1] === b[to - 1]
      const isTurned = at > 1 && to > 1 && a[at - 1] === b[to - 2] && a[at - 2] === b[to - 1]
      const costs = [
        (row[to] ?? 9) + 1,
        (next[to - 1] ?? 9) + 1,
        (row[to - 1] ?? 9) + (isSame ? 0 : 1),
      ]
      if (isTurned) costs.push((before[to - 2] ?? 9) + 1)
      next.push(Math.min(...costs))
    }
    ;[before, row] = [row, next]
  }
  return Math.min(3, row[b.length] ?? 3)
}
