import type {
  FoundDirective,
  FoundDocument,
  FoundMeeting,
  MeetingKind,
  Reading,
} from '@hopluc/shared/finds'
import {
  mannerFor,
  meansMassOrganisations,
  problemsOf,
  type ReviewSetting,
} from '@hopluc/shared/reading-review'
import { asSentence, inTextOrder } from '@hopluc/shared/review-edits'
import type {
  CardDue,
  DirectiveCard,
  NamedBody,
  Review,
  ReviewMeeting,
  ReviewSource,
  StatedDue,
} from '@hopluc/shared/readings'
import type { PlainDate } from '@hopluc/shared/values'
import { termDays } from './term-days.ts'

/** What is known of the bodies of the document's day, and how a name is looked up among them. */
export interface Organisation extends Pick<ReviewSetting, 'agencies' | 'groups'> {
  resolve: (words: string) => NamedBody
}

const KINDS: Record<FoundDocument['kind'], string> = {
  news: 'khác',
  notice: 'TB',
  plan: 'KH',
  decision: 'QĐ',
  directive: 'CT',
  programme: 'CTr',
  letter: 'CV',
  report: 'BC',
  resolution: 'NQ',
  submission: 'TTr',
  other: 'khác',
}

const MEETINGS: Record<MeetingKind, ReviewMeeting['kind']> = {
  committee_meeting: 'committee',
  conference: 'conference',
  dialogue: 'dialogue',
  working_session: 'working',
  supervision: 'working',
  meeting: 'working',
}

/** The review that an officer begins with: every proposal open, every doubt marked. */
export function proposeReview(
  reading: Reading,
  text: string,
  organisation: Organisation,
  meetingId: string | null,
): Review {
  const meeting = meetingOf(reading.meeting, titleOf(reading, text), meetingId)
  const source = sourceOf(reading.document)
  const setting = { ...organisation, notBefore: meeting.heldOn ?? source.issuedOn }
  const references = reading.references
  const directives = reading.directives.map((found) => {
    const card = directiveOf(found, text, organisation, references)
    const concerns = problemsOf(card, setting).map(({ code }) => code)
    return { ...card, concerns: [...new Set(concerns)] }
  })
  return {
    title: titleOf(reading, text),
    source,
    meeting,
    directives: inTextOrder(directives),
    figures: inTextOrder(
      reading.figures.map(({ value, valueMax, unit, indicator, qualifier, kind, ...find }) => ({
        ...cardOf(find),
        quote: find.quote,
        value,
        valueMax,
        unit,
        indicator,
        qualifier,
        kind,
      })),
    ),
    references: inTextOrder(
      references.map(({ type, number, date, ...find }) => ({
        ...cardOf(find),
        quote: find.quote,
        type,
        number,
        date,
      })),
    ),
    organisations: inTextOrder(
      reading.organisations.map(({ kind, name, place, ...find }) => ({
        ...cardOf(find),
        quote: find.quote,
        kind,
        name,
        place,
      })),
    ),
  }
}

function cardOf({
  id,
  start,
  end,
  confidence,
  reasons,
}: Pick<FoundDirective, 'id' | 'start' | 'end' | 'confidence' | 'reasons'>) {
  return { id, from: [id], start, end, state: 'open' as const, confidence, reasons }
}

function directiveOf(
  found: FoundDirective,
  text: string,
  { resolve, agencies }: Organisation,
  references: Reading['references'],
): DirectiveCard {
  const named = found.assignees.map(resolve)
  const leadIds = idsOf(named)
  const coIds = idsOf(found.coordinators.map(resolve)).filter((id) => !leadIds.includes(id))
  const { valid, wrong } = termDays(text, found, references)
  const stated = statedDue(found)
  const isClear = valid.length < 2 && wrong.length === 0
  return {
    ...cardOf(found),
    text: asSentence(ownWork(found)).slice(0, 4000),
    item: found.item,
    leadIds,
    coIds,
    named,
    manner: leadIds.length > 0 ? mannerFor(leadIds, agencies) : saidManner(found),
    stated,
    due: isClear ? dueOf(stated) : null,
    dates: valid,
    wrongDates: wrong,
    product: null,
    question: null,
    concerns: [],
  }
}

/** "chủ trì, phối hợp với Sở B rà soát …": who helps stands apart on the card, what is to be done remains. */
export function ownWork({
  quote,
  coordinators,
}: Pick<FoundDirective, 'quote' | 'coordinators'>): string {
  if (!/^(chủ trì|phối hợp|cùng)\s*(,|với|cùng|phối hợp|\p{Lu})/iu.test(quote)) return quote
  const ends = coordinators.map((name) => {
    const at = quote.indexOf(name)
    return at < 0 ? quote.length : at + name.length
  })
  const rest = quote.slice(Math.max(0, ...ends)).replace(/^[\s,]+/, '')
  return ends.length > 0 && /^\p{Ll}[^,]{8,}/u.test(rest) ? rest : quote
}

/** Where nobody is found yet: as the text says it, and the Front and its members are always asked. */
function saidManner({ manner, assignees }: FoundDirective): DirectiveCard['manner'] {
  const isMass = assignees.length > 0 && assignees.every(meansMassOrganisations)
  return isMass ? 'request' : (manner ?? 'assign')
}

const idsOf = (bodies: readonly NamedBody[]) => [...new Set(bodies.flatMap(({ ids }) => ids))]

function statedDue({ due }: FoundDirective): StatedDue | null {
  if (!due) return null
  const { text, date, recurrence, start = null, end = null } = due
  return { text, on: date, recurrence, start, end }
}

/** A term bound to an event ("ngay sau hội nghị") has neither day nor rule: it stays to be set. */
function dueOf(stated: StatedDue | null): CardDue | null {
  if (!stated || (!stated.on && !stated.recurrence)) return null
  const { on, recurrence } = stated
  return { on, recurrence, isStanding: false, source: 'document' }
}

function titleOf({ document }: Reading, text: string): string {
  const first = text.split('\n').find((line) => line.trim().split(/\s+/).length > 3)
  return (document.abstract ?? first ?? text).replace(/\s+/g, ' ').trim().slice(0, 300)
}

/** With number, day and signer the text is the signed paper itself; else a source for reference. */
function sourceOf({ kind, number, date, issuer, signer }: FoundDocument): ReviewSource {
  const isIssued = kind !== 'news' && number !== null && date !== null && signer !== null
  return {
    use: isIssued ? 'issued' : 'reference',
    kind: KINDS[kind],
    symbol: number,
    issuedOn: date,
    issuerName: issuer,
    signerName: signer?.name ?? null,
    signerTitle: signer?.title ?? null,
  }
}

function meetingOf(
  found: FoundMeeting | null,
  title: string,
  meetingId: string | null,
): ReviewMeeting {
  return {
    use: meetingId ? 'link' : found?.date ? 'create' : 'none',
    id: meetingId,
    title,
    kind: found ? MEETINGS[found.kind] : 'working',
    heldOn: found?.date ?? null,
    place: found?.place ?? null,
    chairName: found?.chair?.name ?? null,
    chairTitle: found?.chair?.title ?? null,
  }
}

/** The day on which bodies are looked up: the document's, else the meeting's, else today. */
export function dayOf(review: Pick<Review, 'source' | 'meeting'>, today: PlainDate): PlainDate {
  return review.source.issuedOn ?? review.meeting.heldOn ?? today
}

/** No term may lie before it. */
export function notBefore({ source, meeting }: Pick<Review, 'source' | 'meeting'>) {
  return meeting.heldOn ?? source.issuedOn
}

/**
 * The same text pasted again is the same, whatever became of its line ends, spaces and of the way
 * in which its diacritics are written.
 */
export function sameText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
