import type { Flow, Piece } from './flow.ts'
import type { Block } from './layout.ts'
import { PROVINCES, SURNAMES } from './lexicon/names.ts'
import { lower, normalise } from './normalise.ts'

const DISTRICT =
  /(?<!\p{L})(?:huyện|thị xã|quận) ((?:\p{Lu}[\p{L}'’]*)(?: \p{Lu}[\p{L}'’]*){0,3})/gu

const CITY =
  /(?:[Tt]hành phố|[Tt]hành ủy|THÀNH ỦY|TP\.?) ((?:\p{Lu}[\p{L}'’]*)(?: \p{Lu}[\p{L}'’]*){0,3})/u

/** The level that meets: a district's name for a district, else the province's; null if unsaid. */
export function areaOf(
  flow: Flow,
  blocks: readonly Block[],
  title: string,
  held: Piece | undefined,
): string | null {
  const own = blocks
    .slice(0, 60)
    .filter((one) => one.kind === 'head' || one.kind === 'text')
    .map((one) => flow.shown.slice(one.start, Math.min(one.end, one.start + 1500)))
    .join('\n')
  const isDistrict =
    /huyện|thị xã|quận/u.test(title) ||
    (title === '' && held !== undefined && /ubnd huyện/u.test(flow.low.slice(held.start, held.end)))
  if (isDistrict) {
    const named =
      [...own.matchAll(DISTRICT)].map((one) => one[1] ?? '').find((one) => !isPerson(one)) ??
      /(?:HUYỆN ỦY|THỊ ỦY|QUẬN ỦY|HUYỆN|THỊ XÃ|QUẬN) ([^\n\-–]+)/u.exec(own)?.[1]
    if (named !== undefined) return titleCase(named.trim())
  }
  const city = /thành (?:phố|ủy)|tp/u.test(title) ? CITY.exec(own)?.[1] : undefined
  if (city !== undefined && !PROVINCES.includes(titleCase(city)) && !isPerson(city))
    return titleCase(city)
  const low = lower(placed(own))
  const province = PROVINCES.map((name) => ({ name, at: firstOf(low, name.toLowerCase()) }))
    .filter((one) => one.at >= 0)
    .sort((a, b) => a.at - b.at)[0]
  if (!province) return null
  const at = low.indexOf(province.name.toLowerCase(), Math.max(0, province.at - 1))
  return titleCase(own.slice(at, at + province.name.length))
}

/** The newer way to place tones, without changing offsets. */
function placed(text: string): string {
  const folded = normalise(text).text
  return folded.length === text.length ? folded : text
}

/** "UBND huyện Lê Văn An": three words that begin with a family name are a person. */
function isPerson(words: string): boolean {
  const parts = words.toLowerCase().split(' ')
  return parts.length >= 3 && SURNAMES.has(parts[0] ?? '')
}

/** "tỉnh X", "X:" at the beginning, "X, ngày …": places where a province is named as such. */
function firstOf(low: string, name: string): number {
  const places = [
    `tỉnh ${name}`,
    `thành phố ${name}`,
    `tp ${name}`,
    `tp. ${name}`,
    `${name}, ngày`,
    `${name}: `,
    `${name} tổ chức`,
    `tỉnh ủy ${name}`,
    `\n${name} `,
  ]
    .map((words) => `\n${low}`.indexOf(words))
    .filter((at) => at >= 0)
  return places.length > 0 ? Math.min(...places) : -1
}

function titleCase(name: string): string {
  return name === name.toUpperCase()
    ? name.toLowerCase().replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : name
}
