import { normalise } from './normalise.ts'

/** A classification mark as it stands in the text, in the original's offsets. */
export interface SecretMark {
  mark: 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT'
  start: number
  end: number
}

const MARKS = { mật: 'MẬT', 'tối mật': 'TỐI MẬT', 'tuyệt mật': 'TUYỆT MẬT' } as const
/** No stamp is longer, in characters. */
const LONGEST = 300
/** A stamp stands alone in its line or column, in capitals, perhaps framed or with a copy number. */
const STAMP =
  /^[\s"'[({|*.:_-]*(TUYỆT MẬT|TỐI MẬT|MẬT)[\s"'\])}|*.:_-]*(?:(?:Bản số|BẢN SỐ|Số)\s*:?\s*\d*)?\s*$/u
const LEVEL =
  /(?:độ|mức độ|dấu|dấu chỉ độ|cấp độ) mật\s*[:-]?\s*["'[(]?\s*(tuyệt mật|tối mật|mật)(?![\p{L}])(?! (?:mã|khẩu|ong|độ))/iu

/**
 * Finds the mark of a state secret (Luật Bảo vệ bí mật nhà nước 2018, art. 8 and 9). The word in
 * running text ("bí mật", "mật ong", "mật độ") is none.
 */
export function secretMark(text: string): SecretMark | null {
  const source = normalise(text)
  let from = 0
  while (from <= source.text.length) {
    const found = source.text.indexOf('\n', from)
    const to = found < 0 ? source.text.length : found
    const mark = markIn(source.text.slice(from, to))
    if (mark) {
      const start = from + mark.index
      return {
        mark: mark.mark,
        start: source.startOf(start),
        end: source.endOf(start + mark.length),
      }
    }
    from = to + 1
  }
  return null
}

/** Whether a text bears a mark of classification and must not be taken in. */
export function isStateSecret(text: string): boolean {
  return secretMark(text) !== null
}

function markIn(
  line: string,
): { mark: SecretMark['mark']; index: number; length: number } | undefined {
  const level = levelIn(line)
  if (level) return level
  let index = 0
  for (const column of line.split(/(\s{3,}|\t+| \| )/)) {
    const stamp = column.length <= LONGEST ? STAMP.exec(spaced(column)) : null
    if (stamp?.[1])
      return place(line, index, stamp[1]) ?? { mark: keyed(stamp[1]), index, length: column.length }
    index += column.length
  }
  return undefined
}

/** Looked for only around the word, however long the line is. */
function levelIn(line: string): ReturnType<typeof place> {
  for (const { index } of line.matchAll(/ mật/giu)) {
    const from = Math.max(0, index - 10)
    const level = LEVEL.exec(line.slice(from, index + 60))
    if (level?.[1]) return place(line, from + level.index, level[1])
  }
  return undefined
}

/** "M Ậ T" and "T U Y Ệ T  M Ậ T" are stamps too. */
function spaced(column: string): string {
  return /^\s*(?:\p{Lu} ){2,}\p{Lu}\s*$/u.test(column)
    ? column.replace(/\s/g, '').replace(/(TUYỆT|TỐI)/u, '$1 ')
    : column
}

function place(
  line: string,
  from: number,
  words: string,
): { mark: SecretMark['mark']; index: number; length: number } | undefined {
  const index = line.indexOf(words, from)
  return index < 0 ? undefined : { mark: keyed(words), index, length: words.length }
}

function keyed(words: string): SecretMark['mark'] {
  const low = words.toLowerCase()
  return low === 'tuyệt mật' || low === 'tối mật' ? MARKS[low] : MARKS.mật
}
