import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const COMMITTEE: readonly Role[] = ['chair', 'delegate', 'standing']
const WORKS: readonly Role[] = ['leader', 'clerk', 'officer']
const KEEPERS: readonly Role[] = [...COMMITTEE, ...WORKS]

const ACTIONS = {
  'committee.draft_decision': {
    vi: 'Dự thảo quyết định kiện toàn',
    en: 'Draft a decision on a committee',
    roles: KEEPERS,
  },
  'committee.assign': {
    vi: 'Phân công thành viên phụ trách địa bàn, HTX',
    en: 'Put a member in charge of communes and cooperatives',
    roles: KEEPERS,
  },
  'committee.meet': {
    vi: 'Ghi việc gặp HTX được phân công',
    en: 'Note that a cooperative in one’s charge was met',
    roles: KEEPERS,
  },
  'committee.lead': {
    vi: 'Ghi lãnh đạo phụ trách của xã mình',
    en: 'Name the leader in charge in one’s own commune',
    roles: WORKS,
  },
  'inspection.plan': { vi: 'Lên lịch kiểm tra', en: 'Plan an inspection', roles: KEEPERS },
  'inspection.record': { vi: 'Ghi kết quả kiểm tra', en: 'Record an inspection', roles: KEEPERS },
  'inspection.cancel': { vi: 'Hủy lịch kiểm tra', en: 'Cancel an inspection', roles: KEEPERS },
  'inspection.give_task': {
    vi: 'Dự thảo nhiệm vụ từ nội dung cần khắc phục',
    en: 'Draft a task from a remedy',
    roles: COMMITTEE,
  },
  'committee.require': {
    vi: 'Quy định nơi phải có Ban Chỉ đạo',
    en: 'Say where a committee is required',
    roles: COMMITTEE,
  },
  'committee.remind': {
    vi: 'Nhắc kiện toàn Ban Chỉ đạo',
    en: 'Remind communes of their committees',
    roles: COMMITTEE,
  },
  'programme.draw_up': {
    vi: 'Lập, sửa chương trình công tác năm',
    en: 'Draw up the year’s work programme',
    roles: KEEPERS,
  },
  'programme.issue': {
    vi: 'Ghi số, ngày ban hành chương trình công tác',
    en: 'Note that a work programme was issued',
    roles: KEEPERS,
  },
  'programme.make': {
    vi: 'Lập cuộc họp, nhiệm vụ, lịch kiểm tra từ chương trình công tác',
    en: 'Make a meeting, tasks or inspections from a work programme',
    roles: KEEPERS,
  },
  'alliance.congress': {
    vi: 'Ghi đại hội, nhiệm kỳ của Liên minh HTX',
    en: 'Record a congress of one’s own Alliance',
    roles: WORKS,
  },
  'alliance.board': {
    vi: 'Ghi kết quả bầu BCH, BTV, Ban Kiểm tra',
    en: 'Record the boards elected in one’s own Alliance',
    roles: WORKS,
  },
} satisfies Record<string, Permission>
type Action = keyof typeof ACTIONS

declarePermissions({
  module: 'committees',
  vi: 'Hoạt động của Ban Chỉ đạo',
  en: 'Work of committees',
  actions: ACTIONS,
})

/** Whose record it is, as the database says: kept by the acting person's body, or their own seat's. */
export function may(actor: Actor, action: Action, isOwn: boolean): boolean {
  return isOwn && ACTIONS[action].roles.includes(actor.role)
}
