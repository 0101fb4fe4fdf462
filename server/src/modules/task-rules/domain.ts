import type { TaskEvent, Wish } from '@hopluc/shared/task-deeds'
import type { PlainDate } from '@hopluc/shared/values'
import { AppError } from '../../platform/errors.ts'
import {
  canApply,
  dueWhenResumed,
  openWishKinds,
  type Phase,
  type TaskState,
} from '../task-states/index.ts'

/** What may be granted while the result already lies with the confirmer. */
const GRANTED_LATER: readonly Phase[] = ['submitted', 'paused']
const HAS_PAPER: readonly TaskEvent['action'][] = [
  'request',
  'propose',
  'decide',
  'order',
  'submit',
]

/** Refuses an event that the state does not take, or whose words do not fit the task. */
export function assertFits(task: TaskState, event: TaskEvent, events: readonly TaskEvent[]): void {
  if (!canApply(event.action, task)) throw wrongState()
  switch (event.action) {
    case 'request':
    case 'propose':
    case 'order':
      return assertWish(task, event.wish, event.on)
    case 'decide':
      return assertDecision(task, event, events)
    case 'prepare':
      return assertFits(task, { ...event.deed, on: event.on }, events)
    case 'submit':
      if (event.text || event.fileIds.length > 0 || event.papers.length > 0) return
      throw new AppError('rule', 'tasks.no_evidence', {
        vi: 'Kết quả cần nội dung, tệp, hoặc số và ngày của văn bản.',
        en: 'A result needs a text, a file, or the number and day of a paper.',
      })
    case 'add_paper': {
      const target = events[event.seq - 1]
      if (target && HAS_PAPER.includes(target.action)) return
      throw noSuchEvent()
    }
    default:
  }
}

function assertWish(task: TaskState, wish: Wish, on: PlainDate): void {
  if (!openWishKinds(task).includes(wish.kind)) throw wrongState()
  if (wish.kind === 'extend') assertLater(task, wish.dueOn, on)
  if (wish.kind === 'change_lead' && wish.leadId === task.leadId)
    throw new AppError('rule', 'tasks.same_lead', {
      vi: 'Cơ quan được chọn đang chủ trì nhiệm vụ này.',
      en: 'The agency chosen leads this task already.',
    })
}

function assertDecision(
  task: TaskState,
  event: Extract<TaskEvent, { action: 'decide' }>,
  events: readonly TaskEvent[],
): void {
  const open = task.wishes.find(({ seq }) => seq === event.seq)
  const asked = events[event.seq - 1]
  if (!open || !asked || (asked.action !== 'request' && asked.action !== 'propose'))
    throw noSuchEvent()
  if (event.verdict === 'refuse') return
  const isLaterGrant = open.kind === 'extend' && GRANTED_LATER.includes(task.phase)
  if (!isLaterGrant && !openWishKinds(task).includes(open.kind)) throw wrongState()
  if (asked.wish.kind === 'extend') assertLater(task, event.dueOn ?? asked.wish.dueOn, event.on)
}

/** A term is only ever moved forward, and not into the past. */
function assertLater(task: TaskState, dueOn: PlainDate, on: PlainDate): void {
  const present = dueWhenResumed(task, on)
  if (dueOn >= on && (present === null || dueOn > present)) return
  throw new AppError('rule', 'tasks.due_not_later', {
    vi: 'Thời hạn mới phải sau thời hạn hiện tại (kể cả số ngày tạm dừng vì nguyên nhân khách quan) và không trước ngày hôm nay.',
    en: 'The new due day lies after the present one with the days of an objective pause, and not before today.',
  })
}

export function wrongState(): AppError {
  return new AppError('rule', 'tasks.wrong_state', {
    vi: 'Nhiệm vụ đang ở trạng thái không cho phép thao tác này. Hãy tải lại trang.',
    en: 'The task is not in a state for this. Reload the page.',
  })
}

function noSuchEvent(): AppError {
  return new AppError('rule', 'tasks.no_such_event', {
    vi: 'Đề nghị này đã được quyết định hoặc không còn. Hãy tải lại trang.',
    en: 'This has been decided already, or is not there. Reload the page.',
  })
}
