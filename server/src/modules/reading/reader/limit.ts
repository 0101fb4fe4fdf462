import { AppError } from '../../../platform/errors.ts'

/** The longest text that is read, in characters. */
export const TEXT_LIMIT = 5_000_000

/** Refuses a text that is longer than {@link TEXT_LIMIT}. */
export function assertReadable(text: string): void {
  if (text.length <= TEXT_LIMIT) return
  const size = text.length.toLocaleString('vi-VN')
  throw new AppError('rule', 'reading.too_long', {
    vi: `Văn bản dài ${size} ký tự, quá giới hạn 5.000.000 ký tự. Hãy chia văn bản thành nhiều phần.`,
    en: `The text has ${text.length} characters, more than the limit of 5,000,000. Split it into parts.`,
  })
}
