import * as z from 'zod'
import { Cursor, Id, Instant, Limit, pageOf } from './values.ts'

/** What a person is told. The sentence is the web's, made from `params`. */
export const NoticeKind = z.enum([
  'task.issued',
  'task.by_word',
  'task.passed',
  'task.due',
  'task.overdue',
  'task.to_approve',
  'task.declined',
  'task.submitted',
  'task.returned',
  'task.confirmed',
  'task.asked',
  'task.answered',
  'task.to_decide',
  'task.granted',
  'task.refused',
  'task.changed',
  'task.explain',
  'task.explained',
  'task.reminded',
  'task.direction',
  'task.opinion_asked',
  'task.opinion_given',
  'task.handed_over',
  'mention',
  'digest.week',
  'document.submitted',
  'document.approved',
  'document.returned',
  'document.issued',
  'meeting.invited',
  'meeting.changed',
  'committee.reminded',
  'reading.asked',
  'reading.answered',
  'export.ready',
  'export.failed',
  'post.moved',
  'reorganisation.waits',
  'personal.requested',
  'entity.proposed',
  'entity.accepted',
  'entity.rejected',
  'entity.confirm',
  'entity.confirm_all',
  'return.asked',
  'return.reminded',
  'return.to_approve',
  'return.given_back',
  'return.returned',
  'return.accepted',
  'return.checked',
  'return.fill_own',
  'plan.opened',
  'plan.reminded',
  'return.sums_changed',
  'difficulty.raised',
  'difficulty.transferred',
  'difficulty.answered',
  'difficulty.solved',
  'difficulty.unsolved',
  'difficulty.risen',
  'support.applied',
  'support.completed',
  'support.returned',
  'support.approved',
  'support.refused',
  'support.disbursed',
  'support.tranche_due',
  'assessment.asked',
  'assessment.to_score',
  'assessment.returned',
  'assessment.rated',
  'assessment.appeal_answered',
  'loan.due',
  'loan.overdue',
  'dialogue.due',
])
export type NoticeKind = z.infer<typeof NoticeKind>

export const NoticeSubject = z.enum([
  'task',
  'document',
  'meeting',
  'reading',
  'committee',
  'digest',
  'reorganisation',
  'entity',
  'register',
  'return',
  'plan',
  'support',
  'difficulty',
  'assessment',
  'assessment_round',
  'loan',
  'dialogue',
])
export type NoticeSubject = z.infer<typeof NoticeSubject>

/** What the sentence needs: `title`, `by`, `dueOn`, `days` (negative: before), counts of a digest. */
export const NoticeParams = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export type NoticeParams = z.infer<typeof NoticeParams>

export const Notice = z.object({
  id: Id,
  kind: NoticeKind,
  subjectKind: NoticeSubject,
  subjectId: Id.nullable(),
  params: NoticeParams,
  createdAt: Instant,
  seenAt: Instant.nullable(),
})
export type Notice = z.infer<typeof Notice>

export const NoticePage = pageOf(Notice).extend({ unseen: z.int() })
export type NoticePage = z.infer<typeof NoticePage>
export const NoticeQuery = z.object({
  unseen: z.stringbool().optional(),
  cursor: Cursor.optional(),
  limit: Limit,
})
export type NoticeQuery = z.infer<typeof NoticeQuery>

/** Without `ids`, all of them. */
export const NoticesSeen = z.object({ ids: z.array(Id).max(200).optional() })
export const UnseenNotices = z.object({ unseen: z.int() })
