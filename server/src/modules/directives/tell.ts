import type { AskedBack } from '@hopluc/shared/directives'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { type Addressees, tell, type Telling } from '../notices/index.ts'
import type { NoticeRow } from './notice-store.ts'

interface Asked {
  id: Id
  ownerId: Id
  noticeId: Id | null
  text: string
  askedBack: AskedBack | null
}

/** Those who decide for a body: a committee's chair and delegates, an office's leaders. */
function deciders(ownerId: Id): Addressees {
  return {
    committeeId: ownerId,
    committeeRoles: ['chair', 'delegate'],
    agencyIds: [ownerId],
    roles: ['leader'],
  }
}

/** Those who prepare: its standing officers, an office's officers and clerks. */
function preparers(ownerId: Id): Addressees {
  return { committeeId: ownerId, agencyIds: [ownerId], roles: ['officer', 'clerk'] }
}

const shortened = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text)

/** The chair is asked about what a text leaves open. */
export function tellAsked(tx: Tx, context: Context, directive: Asked): Promise<void> {
  return tell(tx, context, {
    to: deciders(directive.ownerId),
    kind: 'reading.asked',
    ...about(directive),
    params: { title: shortened(directive.text), by: context.actor.byWords },
    dedupe: `directive.asked ${directive.id} ${directive.askedBack?.askedAt}`,
  })
}

/** The answer goes back to those who asked. */
export function tellAnswered(tx: Tx, context: Context, directive: Asked): Promise<void> {
  return tell(tx, context, {
    to: preparers(directive.ownerId),
    kind: 'reading.answered',
    ...about(directive),
    params: { title: shortened(directive.text), by: context.actor.byWords },
    dedupe: `directive.answered ${directive.id} ${directive.askedBack?.answeredAt}`,
  })
}

function about({ noticeId }: Asked): Pick<Telling, 'subjectKind' | 'subjectId'> {
  return { subjectKind: 'document', subjectId: noticeId }
}

/** A draft waits for the chair. */
export function tellSubmitted(tx: Tx, context: Context, notice: NoticeRow): Promise<void> {
  return tell(tx, context, {
    to: deciders(notice.ownerId),
    kind: 'document.submitted',
    subjectKind: 'document',
    subjectId: notice.id,
    params: { title: shortened(notice.abstract), by: context.actor.byWords },
    dedupe: `notice.submitted ${notice.id} ${notice.version}`,
  })
}

/** The chair agreed to a draft, or gave it back. */
export function tellDecided(
  tx: Tx,
  context: Context,
  notice: NoticeRow,
  verdict: 'approved' | 'returned',
): Promise<void> {
  return tell(tx, context, {
    to: preparers(notice.ownerId),
    kind: `document.${verdict}`,
    subjectKind: 'document',
    subjectId: notice.id,
    params: { title: shortened(notice.abstract), by: context.actor.byWords },
    dedupe: `notice.${verdict} ${notice.id} ${notice.version}`,
  })
}
