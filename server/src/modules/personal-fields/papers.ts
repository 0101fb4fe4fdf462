import { declarePersonalData, type PersonalTable } from './declare.ts'

const READERS = { vi: 'Người được xem văn bản, cuộc họp đó', en: 'Those who may read the record' }
const ARCHIVE = {
  vi: 'Theo hồ sơ, thời hạn lưu trữ của cơ quan; tiêu hủy theo quyết định',
  en: 'With the file, as long as the office keeps it; destroyed under an act',
}
const of = (subject: PersonalTable['subject'], record = 'id'): PersonalTable => ({
  subject,
  seenBy: READERS,
  retention: ARCHIVE,
  record,
})
const NAMED = {
  vi: 'Người được nêu trong văn bản, cuộc họp',
  en: 'Who is named in a paper or meeting',
}
const NAME = { vi: 'Họ và tên', en: 'Name' }
const OFFICE = { vi: 'Chức vụ', en: 'Office' }
const SIGNER = { vi: 'Người ký văn bản', en: 'Signer of a paper' }
const SIGNED = { vi: 'Thể thức văn bản', en: 'The form of a paper' }
const MEETING = { vi: 'Mời họp, lập biên bản', en: 'To invite and to write minutes' }
const WORK = { vi: 'Chỉ đạo, điều hành', en: 'To steer the work' }

declarePersonalData('documents', of(SIGNER), {
  signer_name: { name: NAME, purpose: SIGNED, how: 'name' },
  signer_title: { name: OFFICE, purpose: SIGNED },
  text: { name: { vi: 'Toàn văn', en: 'Full text' }, purpose: WORK, how: 'words' },
  abstract: { name: { vi: 'Trích yếu', en: 'Abstract' }, purpose: WORK, how: 'words' },
  recipients: { name: { vi: 'Nơi nhận', en: 'Recipients' }, purpose: SIGNED, how: 'words' },
})
declarePersonalData('readings', of(NAMED), {
  text: { name: { vi: 'Văn bản đang trích', en: 'Text being read' }, purpose: WORK, how: 'words' },
})
declarePersonalData('finds', of(NAMED), {
  quote: { name: { vi: 'Đoạn được trích', en: 'Passage' }, purpose: WORK, how: 'words' },
})
declarePersonalData('directives', of(NAMED), {
  text: { name: { vi: 'Nội dung chỉ đạo', en: 'Directive' }, purpose: WORK, how: 'words' },
  quote: { name: { vi: 'Đoạn được trích', en: 'Passage' }, purpose: WORK, how: 'words' },
})
declarePersonalData('meetings', of(NAMED), {
  chair_name: {
    name: { vi: 'Họ tên người chủ trì', en: 'Name of the chair' },
    purpose: MEETING,
    how: 'name',
  },
  chair_title: {
    name: { vi: 'Chức vụ người chủ trì', en: 'Office of the chair' },
    purpose: MEETING,
  },
  secretary_name: {
    name: { vi: 'Họ tên thư ký', en: 'Name of the secretary' },
    purpose: MEETING,
    how: 'name',
  },
  secretary_title: {
    name: { vi: 'Chức vụ thư ký', en: 'Office of the secretary' },
    purpose: MEETING,
  },
  course: {
    name: { vi: 'Diễn biến cuộc họp', en: 'Course of the meeting' },
    purpose: MEETING,
    how: 'words',
  },
  conclusion: { name: { vi: 'Kết luận', en: 'Conclusion' }, purpose: WORK, how: 'words' },
})
declarePersonalData('meeting_attendees', of({ vi: 'Người dự họp', en: 'Attendee' }), {
  name: {
    name: { vi: 'Người, cơ quan được mời', en: 'Who is invited' },
    purpose: MEETING,
    how: 'name',
  },
  title: { name: OFFICE, purpose: MEETING },
  person: {
    name: { vi: 'Họ tên người dự, dự thay', en: 'Name of who came' },
    purpose: MEETING,
    how: 'name',
  },
  person_title: { name: { vi: 'Chức vụ người dự', en: 'Office of who came' }, purpose: MEETING },
})
declarePersonalData('inspections', of(NAMED), {
  present: {
    name: { vi: 'Thành phần dự kiểm tra', en: 'Who was present' },
    purpose: WORK,
    how: 'words',
  },
  findings: { name: { vi: 'Kết quả kiểm tra', en: 'Findings' }, purpose: WORK, how: 'words' },
})
declarePersonalData('tasks', of(NAMED), {
  title: { name: { vi: 'Nhiệm vụ', en: 'Task' }, purpose: WORK, how: 'words' },
  content: {
    name: { vi: 'Nội dung nhiệm vụ', en: 'What the task asks' },
    purpose: WORK,
    how: 'words',
  },
  directed_by: {
    name: { vi: 'Người chỉ đạo', en: 'Who directed it' },
    purpose: WORK,
    how: 'words',
  },
})
declarePersonalData('task_comments', of(NAMED), {
  text: { name: { vi: 'Trao đổi về nhiệm vụ', en: 'Comment' }, purpose: WORK, how: 'words' },
})
declarePersonalData(
  'hand_overs',
  { ...of({ vi: 'Người bàn giao', en: 'Who hands over' }), account: 'account_id' },
  {
    note: {
      name: { vi: 'Ghi chú bàn giao', en: 'Note of the hand-over' },
      purpose: { vi: 'Bàn giao công việc', en: 'To hand work over' },
    },
  },
)

const ASKER = {
  subject: { vi: 'Người yêu cầu về dữ liệu cá nhân', en: 'Who asks about their data' },
  seenBy: { vi: 'Quản trị và chính người đó', en: 'The administrator and the person' },
  retention: { vi: 'Theo hồ sơ giải quyết yêu cầu', en: 'With the file of the request' },
  record: 'id',
  account: 'subject_id',
}
const ANSWER = { vi: 'Trả lời yêu cầu', en: 'To answer the request' }
const ASKED = { fullFor: [], revealedTo: ['admin' as const] }
declarePersonalData('data_requests', ASKER, {
  subject_name: { name: NAME, purpose: ANSWER, how: 'name' },
  asker_name: {
    name: { vi: 'Người yêu cầu thay', en: 'Who asks in their place' },
    purpose: ANSWER,
    how: 'words',
  },
  asker_phone: {
    name: { vi: 'Số điện thoại', en: 'Phone' },
    purpose: ANSWER,
    how: 'contact',
    mask: { as: 'phone', ...ASKED },
  },
  asker_email: {
    name: { vi: 'Thư điện tử', en: 'E-mail' },
    purpose: ANSWER,
    how: 'contact',
    mask: { as: 'email', ...ASKED },
  },
  identity_note: {
    name: { vi: 'Cách xác định danh tính', en: 'How they were identified' },
    purpose: ANSWER,
  },
  text: { name: { vi: 'Nội dung yêu cầu', en: 'What is asked' }, purpose: ANSWER, how: 'words' },
})
