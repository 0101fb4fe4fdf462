import { randomUUIDv7 as newId } from 'node:crypto'
import type { PaperKind } from '@hopluc/shared/documents'
import { countsOf, problemsOf } from '@hopluc/shared/reading-review'
import type {
  AgencyGroup,
  DirectiveCard,
  ReadingConfirm,
  ReadingConfirmed,
  Review,
} from '@hopluc/shared/readings'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed, type Issue } from '../../platform/errors.ts'
import { createNotice, type ConfirmedCard } from '../directives/index.ts'
import { ensureStub, paperKindOf, registerDocument } from '../documents/index.ts'
import { scoresOf } from './accuracy.ts'
import { dayOf, notBefore } from './domain.ts'
import { meetingFor } from './meeting.ts'
import { organisationFor } from './organisation.ts'
import { may } from './policy.ts'
import { PROBLEM_WORDS } from './problem-words.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

/**
 * Turns a review into records, in one transaction: the source document, its meeting, the papers it
 * cites, the directives, the other finds, the draft notice and the draft tasks. Confirmed twice it
 * is done once, and answered twice.
 * @throws AppError `readings.changed`, `.closed`, `.still_open`, `.blocked`, `.nothing` …
 */
export function confirm(
  context: Context,
  id: Id,
  { version, takeOpen }: ReadingConfirm,
): Promise<ReadingConfirmed> {
  const { actor, now } = context
  return context.write(async (tx) => {
    const reading = await store.lock(tx, id)
    assertAllowed(may(actor, 'confirm', reading))
    if (reading.state === 'confirmed') return confirmed(tx, reading)
    if (reading.state !== 'open') throw refusals.closed()
    if (reading.version !== version) throw refusals.changed()
    const { taken, groups } = await checked(tx, context, reading, takeOpen)
    const review: Review = { ...reading.review, directives: taken }

    const meetingId = await meetingFor(tx, context, reading.ownerId, review)
    const documentId = await registerSource(tx, context, reading, review, meetingId)
    const made = await createNotice(tx, context, {
      ownerId: reading.ownerId,
      readingId: id,
      documentId,
      isIssuedPaper: review.source.use === 'issued',
      meeting: { ...review.meeting, id: meetingId },
      title: review.title,
      cards: taken.map((card) => confirmedCard(card, reading, groups)),
      issued: review.source,
    })
    await store.insertFinds(tx, finds(documentId, reading))
    await store.update(
      tx,
      id,
      { byWords: actor.byWords, now },
      {
        review: { ...reading.review, directives: settleOpen(reading.review.directives) },
        state: 'confirmed',
        documentId,
        noticeId: made.noticeId,
        meetingId,
        scores: scoresOf(reading.proposal.review, reading.review),
        confirmedAt: now,
      },
    )
    const answer = { id, documentId, noticeId: made.noticeId, meetingId }
    const counts = { directives: taken.length, tasks: made.tasks }
    await audit.record(tx, actor, 'reading.confirm', id, { ...answer, ...counts })
    return { ...answer, ...counts }
  })
}

/** The directives that enter, in the text's order; none while something blocks. */
async function checked(
  tx: Tx,
  { today }: Context,
  { review, ownerId }: store.WholeReading,
  takeOpen: boolean,
): Promise<{ taken: DirectiveCard[]; groups: readonly AgencyGroup[] }> {
  const organisation = await organisationFor(tx, ownerId, dayOf(review, today), [])
  const setting = { ...organisation, notBefore: notBefore(review) }
  const issues = review.directives.flatMap((card, index): Issue[] =>
    problemsOf(card, setting)
      .filter(({ isBlocking }) => isBlocking)
      .map(({ code }) => ({ path: `directives.${index}.${code}`, ...PROBLEM_WORDS[code] })),
  )
  if (issues.length > 0) throw refusals.blocked(issues)
  const taken = review.directives.filter(({ state }) => state !== 'skipped')
  if (taken.length === 0) throw refusals.nothingToConfirm()
  const { open, toLookAt } = countsOf(review, setting)
  if (!takeOpen && open + toLookAt > 0) throw refusals.stillOpen(open + toLookAt)
  const { source } = review
  const hasFacts = source.symbol && source.issuedOn && source.issuerName && source.signerName
  if (source.use === 'issued' && !hasFacts) throw refusals.factsMissing()
  return { taken, groups: organisation.groups }
}

const settleOpen = (cards: readonly DirectiveCard[]) =>
  cards.map((card) => (card.state === 'open' ? { ...card, state: 'right' as const } : card))

/** The text as received becomes a document: a source for reference, or the signed paper itself. */
async function registerSource(
  tx: Tx,
  context: Context,
  reading: store.WholeReading,
  { source, references, title }: Review,
  meetingId: Id | null,
): Promise<Id> {
  const cited: Id[] = []
  for (const { type, number, date, quote, state } of references) {
    if (state === 'skipped') continue
    const abstract = quote.replace(/\s+/g, ' ').trim()
    const stub = { kind: type, symbol: number, date, abstract, ownerId: reading.ownerId }
    cited.push(await ensureStub(tx, context, stub))
  }
  if (reading.documentId) return reading.documentId
  const isIssued = source.use === 'issued'
  const { id } = await registerDocument(
    tx,
    context,
    {
      ownerId: reading.ownerId,
      direction: isIssued ? 'incoming' : 'reference',
      kind: kindOf(source.kind),
      symbol: source.symbol,
      issuedOn: source.issuedOn,
      issuerName: source.issuerName ?? 'Chưa rõ cơ quan ban hành',
      signerName: source.signerName,
      signerTitle: source.signerTitle,
      abstract: title,
      text: reading.text,
      files: reading.fileId ? [{ fileId: reading.fileId, part: isIssued ? 'signed' : 'main' }] : [],
      restsOnIds: [...new Set(cited)],
      ...(meetingId && { meetingId }),
    },
    { onKnown: 'use' },
  )
  return id
}

const kindOf = (kind: string): PaperKind => paperKindOf(kind)

function confirmedCard(
  card: DirectiveCard,
  { text, proposal }: store.WholeReading,
  groups: readonly AgencyGroup[],
): ConfirmedCard {
  const { start, end } = card
  const before = proposal.review.directives.filter(({ id }) => card.from.includes(id))
  return {
    text: card.text,
    item: card.item,
    start,
    end,
    quote: start === null || end === null ? null : text.slice(start, end),
    manner: card.manner,
    leadIds: card.leadIds,
    leadWords: leadWords(card, groups),
    coIds: card.coIds,
    due: card.due,
    dueText: card.stated?.text ?? null,
    textDueOn: card.stated?.on ?? null,
    product: card.product,
    question: card.question,
    proposed: before,
  }
}

const GROUP_WORDS: Record<AgencyGroup['code'], string> = {
  committee: 'các cơ quan thành viên Ban Chỉ đạo',
  communes: 'Ủy ban nhân dân các xã, phường, thị trấn',
  departments: 'các sở, ban, ngành',
  mass_organisations: 'Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội',
}

/** Many bodies under one name: as the text calls them, else as documents do. */
function leadWords(
  { named, leadIds }: DirectiveCard,
  groups: readonly AgencyGroup[],
): string | null {
  if (leadIds.length < 2) return null
  const leads = new Set(leadIds)
  const isSame = (ids: readonly Id[]) =>
    ids.length === leads.size && ids.every((id) => leads.has(id))
  const said = named.find(({ ids, fault }) => fault === null && isSame(ids))
  const group = groups.find(({ ids }) => isSame(ids))
  if (said && !(group && /liên quan/u.test(said.words))) return lowered(said.words)
  return group ? GROUP_WORDS[group.code] : null
}

const lowered = (words: string) =>
  /^(?:Các|Những|Toàn thể)\s/u.test(words)
    ? words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)
    : words

function finds(documentId: Id, { review, proposal }: store.WholeReading): store.NewFind[] {
  const kinds = [
    ['figure', review.figures, proposal.review.figures],
    ['reference', review.references, proposal.review.references],
    ['organisation', review.organisations, proposal.review.organisations],
  ] as const
  return kinds.flatMap(([kind, cards, before]) =>
    cards
      .filter(({ state }) => state !== 'skipped')
      .map((card) => {
        const { id: _id, state: _state, confidence: _sure, reasons: _why, ...found } = card
        const { from, start, end, quote, ...data } = found
        const proposed = before.find((one) => from.includes(one.id))
        return {
          id: newId(),
          document_id: documentId,
          kind,
          start_at: start,
          end_at: end,
          quote,
          data: JSON.stringify(data),
          proposed: proposed ? JSON.stringify(proposed) : null,
        }
      }),
  )
}

/** What the first confirmation made, for the second click. */
async function confirmed(tx: Tx, reading: store.WholeReading): Promise<ReadingConfirmed> {
  const { id, documentId, noticeId, meetingId } = reading
  if (!documentId || !noticeId) throw refusals.closed()
  const counts = await store.countMade(tx, id)
  return { id, documentId, noticeId, meetingId, ...counts }
}
