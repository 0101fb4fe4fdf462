import type { Flow } from './flow.ts'
import { LEVEL } from './lexicon/agencies.ts'
import { isEdge, matchAt } from './words.ts'

/** Capitalised words and numbers of a place's name. */
export const CAPITALS =
  /^(?: (?:\p{Lu}[\p{L}'’]*|\d{1,2}(?![\d.,/%]| (?:ngày|tuần|tháng|giờ)(?!\p{L}))))+/u

/** "Phòng Nông nghiệp (Phòng Kinh tế) các huyện, thành phố": the same body everywhere. */
const EVERYWHERE =
  /^(?: \((?:phòng|sở|ban) [^()]{3,40}\))? (?:của )?(?:các|cấp) (?:tỉnh|huyện|quận|xã|phường|thị xã)(?:(?:, | và |, và )(?:thị xã|thành phố|huyện|quận|thị trấn|phường|xã|thị|thành|đặc khu)(?!\p{L}))*/u

/** End of level and place after a body's name. */
export function tail(flow: Flow, at: number): number {
  const everywhere = matchAt(flow.low, at, EVERYWHERE, 110)
  if (everywhere && isEdge(flow.low, at + everywhere[0].length)) {
    const close = at + everywhere[0].length
    return (
      close +
      (matchAt(
        flow.text,
        close,
        /^(?: \p{Lu}\p{Ll}+)+(?:(?:, | và )(?:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*))*/u,
        80,
      )?.[0].length ?? 0)
    )
  }
  const dash = matchAt(flow.low, at, /^ -(?= chi nhánh)/u)
  const from = at + (dash?.[0].length ?? 0)
  const level = matchAt(flow.low, from, LEVEL, 60)
  if (!level) {
    const country = matchAt(
      flow.low,
      at,
      /^ (?:việt nam|trung ương)(?: (?:các cấp|tỉnh|huyện|xã|thành phố))?(?!\p{L})/u,
      40,
    )
    return at + (country?.[0].length ?? 0)
  }
  const end = from + level[0].length
  const place = /(?:các cấp|cấp \S+|trung ương)$/u.test(level[0])
    ? null
    : matchAt(flow.text, end, CAPITALS, 60)
  return end + (place?.[0].length ?? 0)
}
