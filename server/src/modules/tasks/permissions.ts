import type { Role } from '@hopluc/shared/session'
import type { TaskAction, TaskCapacity } from '@hopluc/shared/task-deeds'
import { declarePermissions } from '../identity/index.ts'
import { MAY } from '../task-rights/index.ts'

const ROLES: Record<TaskCapacity, Role> = {
  chair: 'chair',
  delegate: 'delegate',
  standing: 'standing',
  issuer_leader: 'leader',
  issuer_officer: 'officer',
  lead_leader: 'leader',
  lead_officer: 'officer',
  lead_clerk: 'clerk',
  co_leader: 'leader',
  co_officer: 'officer',
  co_clerk: 'clerk',
}

const WORDS: Record<TaskAction, { vi: string; en: string }> = {
  start_by_word: { vi: 'Giao theo kết luận tại cuộc họp', en: 'Start on the chair’s word' },
  issue: { vi: 'Giao nhiệm vụ theo văn bản ký', en: 'Give by the signed paper' },
  take_up: { vi: 'Tiếp nhận', en: 'Take up' },
  question: { vi: 'Hỏi lại', en: 'Ask back' },
  answer: { vi: 'Trả lời cơ quan', en: 'Answer the agency' },
  progress: { vi: 'Báo cáo tiến độ', en: 'Report progress' },
  prepare: { vi: 'Trình lãnh đạo duyệt', en: 'Draft for approval' },
  approve: { vi: 'Duyệt, gửi đi', en: 'Approve what leaves' },
  decline: { vi: 'Trả lại dự thảo', en: 'Send a draft back' },
  submit: { vi: 'Gửi kết quả', en: 'Submit the result' },
  return: { vi: 'Trả lại kết quả', en: 'Return the result' },
  confirm: { vi: 'Xác nhận hoàn thành', en: 'Confirm the result' },
  request: { vi: 'Đề nghị gia hạn, đổi chủ trì, tạm dừng, hủy', en: 'Ask for a change' },
  propose: { vi: 'Đề xuất gia hạn, đổi chủ trì, tạm dừng, hủy', en: 'Propose a change' },
  decide: { vi: 'Quyết định đề nghị, đề xuất', en: 'Decide on a change' },
  order: { vi: 'Gia hạn, đổi chủ trì, tạm dừng, hủy', en: 'Order a change' },
  resume: { vi: 'Cho tiếp tục', en: 'Resume' },
  ask_explanation: { vi: 'Yêu cầu giải trình', en: 'Ask for an explanation' },
  explain: { vi: 'Giải trình', en: 'Explain' },
  judge_cause: { vi: 'Xác nhận nguyên nhân', en: 'Confirm the cause' },
  add_paper: { vi: 'Bổ sung số, ngày văn bản', en: 'Add a paper’s number' },
  edit_draft: { vi: 'Lập, sửa dự thảo nhiệm vụ', en: 'Draw up a task' },
  pass_to_person: { vi: 'Chuyển người thực hiện', en: 'Pass to a person' },
  hand_down: { vi: 'Giao nhiệm vụ thành phần', en: 'Hand down a sub-task' },
  comment: { vi: 'Trao đổi', en: 'Exchange' },
  direct: { vi: 'Cho ý kiến', en: 'Give a direction' },
  plan_milestones: { vi: 'Lập mốc thực hiện', en: 'Plan milestones' },
  open_opinions: { vi: 'Lấy ý kiến', en: 'Ask for opinions' },
  remind: { vi: 'Nhắc, đôn đốc', en: 'Remind' },
}

const DEEDS = {
  'task.draft': { vi: 'Lập dự thảo nhiệm vụ', en: 'Draft a task' },
  'task.dun': { vi: 'Đôn đốc', en: 'Press for a task' },
  'task.seen': { vi: 'Người được giao đã xem', en: 'Seen by whom it was passed to' },
  'task.end_passing': { vi: 'Thôi chuyển người thực hiện', en: 'End a passing' },
  'task.hand_over': { vi: 'Bàn giao cho cơ quan kế thừa', en: 'Hand over to a successor' },
  'task.import': { vi: 'Nhập từ danh mục theo dõi', en: 'Import from a running list' },
  'task.recur': { vi: 'Mở kỳ tiếp theo', en: 'Open the next occurrence' },
  'task.self_review': { vi: 'Tự rà soát', en: 'Self-review' },
  'task.close_opinions': { vi: 'Kết thúc lấy ý kiến', en: 'Close the round of opinions' },
  'task.give_opinion': { vi: 'Góp ý', en: 'Give an opinion' },
  'task.reply_opinions': { vi: 'Tiếp thu, giải trình ý kiến', en: 'Answer the opinions' },
}

/** The table of rights in the words of the roles page; `may` decides by task. */
export function declareTaskPermissions(): void {
  declarePermissions({
    module: 'tasks',
    vi: 'Nhiệm vụ',
    en: 'Tasks',
    actions: Object.fromEntries(
      Object.entries(MAY).map(([action, capacities]) => {
        const roles = [...new Set(capacities.map((capacity) => ROLES[capacity]))]
        return [`task.${action}`, { ...wordsOf(action), roles }]
      }),
    ),
    deeds: DEEDS,
  })
}

function wordsOf(action: string): { vi: string; en: string } {
  return Object.entries(WORDS).find(([name]) => name === action)?.[1] ?? { vi: action, en: action }
}
