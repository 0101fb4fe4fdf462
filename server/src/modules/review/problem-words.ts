import type { ProblemCode } from '@hopluc/shared/readings'
import type { Sentences } from '../../platform/errors.ts'

/** What stands in the way, in a sentence; the page has its own, shorter words. */
export const PROBLEM_WORDS: Record<ProblemCode, Sentences> = {
  no_assignee: { vi: 'Chưa rõ cơ quan thực hiện.', en: 'Nobody is named to do it.' },
  unclear_group: {
    vi: 'Văn bản chỉ ghi chung các cơ quan, chưa rõ là cơ quan nào.',
    en: 'The text names bodies only vaguely.',
  },
  unknown_agency: {
    vi: 'Không tìm thấy cơ quan có tên như trong văn bản.',
    en: 'No body is known under the name in the text.',
  },
  agency_not_on_day: {
    vi: 'Cơ quan không tồn tại vào ngày của văn bản.',
    en: 'The body did not exist on the day of the document.',
  },
  not_ours_to_order: {
    vi: 'Cơ quan không thuộc quyền giao nhiệm vụ: hãy chọn đề nghị phối hợp hoặc chỉ ghi nhận.',
    en: 'The body cannot be ordered: ask it, or only note.',
  },
  never_assigned: {
    vi: 'Không giao nhiệm vụ cho cơ quan Đảng: hãy chọn chỉ ghi nhận.',
    en: 'A party body is never given tasks: only note.',
  },
  no_deadline: { vi: 'Chưa có thời hạn.', en: 'There is no term.' },
  deadline_before_meeting: {
    vi: 'Thời hạn trước ngày họp hoặc ngày văn bản.',
    en: 'The term lies before the meeting or the document.',
  },
  double_dates: {
    vi: 'Có hai thời hạn khác nhau: hãy chọn một.',
    en: 'Two different terms: choose one.',
  },
  wrong_date: { vi: 'Ngày không có trên lịch.', en: 'The day is on no calendar.' },
  earlier_than_text: {
    vi: 'Thời hạn đề xuất sớm hơn thời hạn trong văn bản.',
    en: 'The proposed term is earlier than the document’s own.',
  },
  low_confidence: { vi: 'Độ tin cậy thấp.', en: 'The reader is unsure.' },
}
