import { AppError } from '../../platform/errors.ts'

export const noCommune = () =>
  new AppError('rule', 'dialogues.no_commune', {
    vi: 'Gặp mặt hằng quý do UBND xã, phường tổ chức. Hãy dùng Lên lịch họp cho cuộc họp khác.',
    en: 'The quarterly meeting is held by a commune. Plan other meetings as such.',
  })

export const past = () =>
  new AppError('rule', 'dialogues.past', {
    vi: 'Ngày gặp mặt không thể trước ngày hôm nay.',
    en: 'The meeting cannot be planned for a day that is over.',
  })

export const planned = (quarter: string) =>
  new AppError('conflict', 'dialogues.planned', {
    vi: `Đã có cuộc gặp mặt ${quarter}. Hãy mở cuộc gặp mặt đó từ bảng theo dõi.`,
    en: `The quarter of that day has its meeting (${quarter}). Open it from the board.`,
  })
