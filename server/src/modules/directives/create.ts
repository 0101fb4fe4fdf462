import { randomUUIDv7 as newId } from 'node:crypto'
import type { CardDue, Manner, ReviewMeeting, ReviewSource } from '@hopluc/shared/readings'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { registerDocument } from '../documents/index.ts'
import { templateFor } from '../templates/index.ts'
import { assertBodiesKnown } from './bodies.ts'
import { storedDue } from './domain.ts'
import { giveIssued, refreshTasks } from './drafts.ts'
import { draftContent } from './notice-content.ts'
import * as notices from './notice-store.ts'
import { asked } from './service.ts'
import * as store from './store.ts'
import { tellAsked } from './tell.ts'

/** A directive as the officer confirmed it. */
export interface ConfirmedCard {
  text: string
  item: string | null
  start: number | null
  end: number | null
  quote: string | null
  manner: Manner
  leadIds: Id[]
  /** Many under one name, as the notice says it. */
  leadWords: string | null
  coIds: Id[]
  due: CardDue | null
  dueText: string | null
  textDueOn: string | null
  product: string | null
  question: string | null
  /** What the reader had proposed for it. */
  proposed: readonly object[]
}

export interface NewNotice {
  ownerId: Id
  readingId: Id | null
  /** The text in which the directives were found. */
  documentId: Id
  /** That text is itself the signed paper: its tasks are given at once, with its day. */
  isIssuedPaper: boolean
  meeting: ReviewMeeting & { id: Id | null }
  title: string
  cards: readonly ConfirmedCard[]
  issued: ReviewSource
}

/**
 * Makes the directives, the draft notice that will give them and the draft tasks, in the transaction
 * of the caller. From a paper that was signed already no notice is made: it is the notice.
 */
export async function createNotice(
  tx: Tx,
  context: Context,
  made: NewNotice,
): Promise<{ noticeId: Id; tasks: number }> {
  const { actor, today } = context
  const { ownerId, issued, meeting } = made
  const on = meeting.heldOn ?? issued.issuedOn ?? today
  const unitId = await notices.getIssuerUnit(tx, ownerId, on)
  const day = made.issued.issuedOn ?? meeting.heldOn ?? today
  for (const [index, card] of made.cards.entries())
    await assertBodiesKnown(tx, card, card.manner, day, `directives.${index}.leadIds`)
  const noticeId = made.isIssuedPaper ? made.documentId : await draftNotice(tx, context, made)
  const rows = made.cards.map((card, index) =>
    newDirective(made, card, index, noticeId, unitId, context),
  )
  await store.insert(tx, rows)
  await audit.record(tx, actor, 'directive.create', noticeId, { count: rows.length })
  const tasks = await refreshTasks(
    tx,
    context,
    rows.map(({ id }) => id),
  )
  for (const row of rows) if (row.askedBack) await tellAsked(tx, context, row)
  if (made.isIssuedPaper && issued.symbol && issued.issuedOn && issued.signerName) {
    const { symbol, issuedOn, signerName } = issued
    await giveIssued(tx, context, { id: noticeId, symbol, issuedOn, signerName })
  }
  return { noticeId, tasks }
}

async function draftNotice(
  tx: Tx,
  context: Context,
  { ownerId, meeting, title }: NewNotice,
): Promise<Id> {
  const heldOn = meeting.heldOn ?? context.today
  const { template } = await templateFor(tx, ownerId, context.today)
  const content = draftContent({
    template,
    chair: { name: meeting.chairName, title: meeting.chairTitle },
    meeting: { title: meeting.title || title, heldOn, place: meeting.place },
  })
  const { id } = await registerDocument(tx, context, {
    ownerId,
    issuerId: ownerId,
    direction: 'outgoing',
    kind: 'TB',
    state: 'draft',
    symbol: content.symbol,
    abstract: content.abstract.slice(0, 4000),
    signerName: content.signature.name,
    signerTitle: content.signature.post,
    ...(meeting.id && { meetingId: meeting.id }),
  })
  await notices.insert(tx, id, content)
  return id
}

function newDirective(
  {
    ownerId,
    readingId,
    documentId,
    meeting,
  }: Pick<NewNotice, 'ownerId' | 'readingId' | 'documentId' | 'meeting'>,
  card: ConfirmedCard,
  index: number,
  noticeId: Id,
  ownerUnitId: Id,
  { actor, now }: Context,
): store.NewDirective {
  const { question, due, proposed, textDueOn, ...same } = card
  const leads = new Set(card.leadIds)
  return {
    ...same,
    id: newId(),
    ownerId,
    ownerUnitId,
    documentId,
    noticeId,
    readingId,
    meetingId: meeting.id,
    position: index + 1,
    coIds: card.coIds.filter((id) => !leads.has(id)),
    due: storedDue(due),
    proposed: { cards: proposed, textDueOn },
    askedBack: question === null ? null : asked(question, actor.byWords, now),
  }
}
