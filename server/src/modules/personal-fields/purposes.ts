import type { ReadingPurpose } from '@hopluc/shared/personal-data'

const WORDS: Record<ReadingPurpose, string> = {
  contact: 'Liên hệ công vụ',
  verify: 'Xác minh thông tin',
  procedure: 'Giải quyết thủ tục, hồ sơ',
  inspection: 'Kiểm tra, thanh tra',
  subject_request: 'Giải quyết yêu cầu của chủ thể dữ liệu',
  other: 'Mục đích khác',
}

/** "Liên hệ công vụ: mời họp ngày 12/3"; "không nêu" where nothing was said. */
export function purposeWords(
  purpose: ReadingPurpose | undefined,
  words: string | undefined,
): string {
  return [purpose && WORDS[purpose], words].filter(Boolean).join(': ') || 'không nêu'
}
