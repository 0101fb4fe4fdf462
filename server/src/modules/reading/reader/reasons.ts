import type { Reason } from '@hopluc/shared/finds'

const TEXTS: Record<string, string> = {
  'directive.cue': 'câu có từ giao việc',
  'directive.addressee': 'câu mở đầu bằng cơ quan được giao',
  'directive.modal': 'câu có "cần", "phải"',
  'directive.verb': 'mệnh đề bắt đầu bằng động từ, tiếp ý giao việc',
  'directive.passive': 'câu bị động có "cần được", "phải được"',
  'directive.listed': 'mục trong danh sách nhiệm vụ',
  'directive.row': 'dòng trong bảng phân công',
  'directive.carried': 'cơ quan thực hiện lấy từ câu hoặc mục trước',
  'directive.nobody': 'không nêu cơ quan thực hiện',
  'directive.due': 'có thời hạn trong văn bản',
  'figure.rule': 'theo từ ngữ quanh con số',
  'figure.table': 'ô trong bảng số liệu',
  'figure.same_as_before': 'cùng chỉ tiêu với con số đứng trước',
  'figure.target': 'là mục tiêu, kế hoạch hoặc việc được giao',
  'reference.numbered': 'có số, ký hiệu',
  'reference.short': 'có số hiệu rút gọn',
  'reference.titled': 'nêu theo tên, năm hoặc khóa',
  'organisation.named': 'có tên riêng sau tên loại hình',
  'organisation.enterprise': 'có tên doanh nghiệp',
  'meeting.sentence': 'câu mở đầu nói về cuộc họp',
  'meeting.chair': 'có người chủ trì hoặc kết luận',
  'meeting.date': 'có ngày họp',
  'note.no_directive': 'Không thấy nội dung giao việc trong văn bản.',
  'note.no_date':
    'Không rõ ngày của văn bản hoặc cuộc họp nên thời hạn không ghi năm chưa tính được.',
  'note.no_text': 'Văn bản không có chữ.',
}

export function reason(code: string, text?: string): Reason {
  return { code, text: text ?? TEXTS[code] ?? code }
}
