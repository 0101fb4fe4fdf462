import {
  type Directive,
  nameInNotice,
  type Notice,
  type NoticeContent,
} from '@hopluc/shared/directives'
import type { Id, Named } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import type { NoticeDirective } from '../papers/index.ts'
import { dueWords, gapsOf, type NoticeStanding } from './domain.ts'
import * as notices from './notice-store.ts'
import { directiveActions, noticeActions } from './policy.ts'
import * as store from './store.ts'

const isAsked = ({ askedBack }: store.DirectiveRow) =>
  askedBack !== null && askedBack.answeredAt === null

/** Rows as the web is given them: with names, what is missing, and what may be done. */
export async function presentDirectives(
  db: Reader,
  { actor, today }: Context,
  rows: readonly store.DirectiveRow[],
): Promise<Directive[]> {
  const ids = rows.flatMap(({ leadIds, coIds }) => [...leadIds, ...coIds])
  const day = rows.find(({ givenOn }) => givenOn)?.givenOn ?? rows[0]?.meetingHeldOn ?? today
  const names = await store.namesOf(db, ids, day)
  return rows.map((row) => {
    const { due_on, due_source, is_standing, recurrence } = row
    const due = { due_on, due_source, is_standing, recurrence }
    const standing = { ownerId: row.ownerId, isIssued: row.givenOn !== null, isAsked: isAsked(row) }
    return {
      id: row.id,
      position: row.position,
      item: row.item,
      text: row.text,
      quote: row.quote,
      start: row.start,
      end: row.end,
      manner: row.manner,
      leads: named(row.leadIds, names),
      leadWords: row.leadWords,
      cos: named(row.coIds, names),
      dueOn: due_on,
      dueText: dueWords(due, row.dueText),
      dueSource: due_source === 'document' || due_source === 'proposed' ? due_source : null,
      recurrence,
      isStanding: is_standing,
      product: row.product,
      askedBack: row.askedBack,
      gaps: gapsOf({ manner: row.manner, leadIds: row.leadIds, due, dueText: row.dueText }),
      hasTask: row.hasTask,
      givenOn: row.givenOn,
      documentId: row.documentId,
      noticeId: row.noticeId,
      readingId: row.readingId,
      meeting:
        row.meetingId && row.meetingTitle !== null
          ? { id: row.meetingId, title: row.meetingTitle, heldOn: row.meetingHeldOn }
          : null,
      version: row.version,
      allowed: directiveActions(actor, standing),
    }
  })
}

function named(ids: readonly Id[], names: ReadonlyMap<Id, Named>): Named[] {
  return ids.flatMap((id) => names.get(id) ?? [])
}

export function standingOf(notice: notices.NoticeRow): NoticeStanding & { ownerId: Id } {
  return {
    ownerId: notice.ownerId,
    state: notice.state,
    isApproved: notice.approved !== null,
    isSigned: notice.signed !== null,
    isStartedByWord: notice.startedByWordOn !== null,
  }
}

const STATES = { issued: 'issued', replaced: 'replaced', expired: 'replaced' } as const

function stateOf({ state, approved }: notices.NoticeRow): Notice['state'] {
  if (state === 'issued' || state === 'replaced' || state === 'expired') return STATES[state]
  if (state !== 'submitted') return 'draft'
  return approved ? 'approved' : 'submitted'
}

export async function presentNotice(
  db: Reader,
  context: Context,
  notice: notices.NoticeRow,
): Promise<Notice> {
  const directives = await presentDirectives(db, context, await store.listOf(db, notice.id))
  const day = notice.issuedOn ?? context.today
  const owner = (await store.namesOf(db, [notice.ownerId], day)).get(notice.ownerId)
  const origin = await notices.findOrigin(db, notice.id)
  return {
    documentId: notice.id,
    state: stateOf(notice),
    draftNo: notice.draftNo,
    symbol: notice.symbol,
    issuedOn: notice.issuedOn,
    signerName: notice.signerName,
    owner: owner ?? { id: notice.ownerId, name: notice.content.issuer, shortName: '' },
    content: notice.content,
    directives,
    approved: notice.approved,
    remarks: notice.remarks,
    signed: notice.signed,
    startedByWordOn: notice.startedByWordOn,
    readingId: origin?.id ?? null,
    sourceId: origin?.sourceId ?? null,
    tasks: await notices.countTasks(db, notice.id),
    version: notice.version,
    allowed: noticeActions(context.actor, standingOf(notice)),
  }
}

type NoticeHead = Pick<NoticeContent, 'superior'>

function namesInPrint(bodies: Directive['leads'], { superior }: NoticeHead): string[] {
  return bodies.map(({ name }) => nameInNotice(name, superior))
}

/** A directive as it is printed; what is only noted is given to nobody. */
export function printed(directive: Directive, head: NoticeHead): NoticeDirective {
  const { leadWords } = directive
  const isNote = directive.manner === 'note'
  return {
    text: directive.text,
    manner: directive.manner === 'request' ? 'đề nghị' : 'giao',
    lead: isNote ? [] : leadWords === null ? namesInPrint(directive.leads, head) : [leadWords],
    co: isNote ? [] : namesInPrint(directive.cos, head),
    due: directive.dueOn,
    dueWords: directive.dueText,
    product: directive.product,
  }
}
