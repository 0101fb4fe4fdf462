import type {
  AgencyGroup,
  CardDue,
  DirectiveCard,
  FindKind,
  Manner,
  ProblemCode,
  ReadingAgency,
  Review,
} from './readings.ts'
import type { Id, PlainDate } from './values.ts'

/** Against what a card is judged: the bodies of the day, and the day itself. */
export interface ReviewSetting {
  agencies: ReadonlyMap<Id, ReadingAgency>
  groups: readonly AgencyGroup[]
  /** The meeting's day, or the document's; no term may lie before it. */
  notBefore: PlainDate | null
}

/** A ready answer to a problem: what the card becomes when it is chosen. */
export interface Answer {
  code:
    | 'committee'
    | 'communes'
    | 'departments'
    | 'mass_organisations'
    | 'instead'
    | 'request'
    | 'note'
    | 'standing'
    | 'day'
    | 'next_year'
    | 'no_deadline'
    | 'as_text'
    | 'ask_chair'
  /** A body or a day to name on the button. */
  agencyId?: Id
  day?: PlainDate
  patch: Partial<DirectiveCard>
}

export interface Problem {
  code: ProblemCode
  /** The words of the text that it is about. */
  words: string
  /** Nothing can be confirmed while it stands. */
  isBlocking: boolean
  answers: Answer[]
}

const UNSURE = 0.6
const ASK = { code: 'ask_chair', patch: {} } as const satisfies Answer

/** What is to be looked at on a directive, the most serious first. A skipped one has nothing. */
export function problemsOf(card: DirectiveCard, setting: ReviewSetting): Problem[] {
  if (card.state === 'skipped') return []
  return [
    ...daysOnCalendar(card),
    ...bodies(card, setting),
    ...manners(card, setting),
    ...terms(card, setting),
    ...(card.confidence !== null && card.confidence < UNSURE && card.state === 'open'
      ? [problem('low_confidence', '', [])]
      : []),
  ]
}

function problem(code: ProblemCode, words: string, answers: Answer[], isBlocking = false): Problem {
  return { code, words, answers, isBlocking }
}

function daysOnCalendar(card: DirectiveCard): Problem[] {
  if (card.due || card.question !== null) return []
  const [wrong] = card.wrongDates
  if (wrong) return [problem('wrong_date', wrong, [noTerm(), ASK], true)]
  if (card.dates.length < 2) return []
  const answers = card.dates.map((day): Answer => ({ code: 'day', day, patch: dueOn(day) }))
  return [problem('double_dates', '', [...answers, ASK], true)]
}

function bodies(card: DirectiveCard, { groups, agencies }: ReviewSetting): Problem[] {
  if (card.manner === 'note') return []
  const open = card.question === null
  const found: Problem[] = []
  const vague = card.named.filter(({ fault }) => fault === 'group').map(({ words }) => words)
  if (vague.length > 0) found.push(vagueBodies(card, vague, groups))
  for (const { words, fault, insteadIds } of card.named) {
    if (fault === null || fault === 'group') continue
    const instead = insteadIds.map((agencyId): Answer => ({
      code: 'instead',
      agencyId,
      patch: settle(card, [words], [agencyId]),
    }))
    if (fault === 'not_on_day') {
      found.push(problem('agency_not_on_day', words, [...instead, ASK], open))
    } else {
      found.push(problem('unknown_agency', words, [...instead, ASK]))
    }
  }
  const gone = card.leadIds.concat(card.coIds).filter((id) => !agencies.has(id))
  if (gone.length > 0 && !found.some(({ code }) => code === 'agency_not_on_day')) {
    const leadIds = card.leadIds.filter((id) => agencies.has(id))
    const coIds = card.coIds.filter((id) => agencies.has(id))
    const drop: Answer = { code: 'as_text', patch: { leadIds, coIds } }
    found.push(problem('agency_not_on_day', '', [drop], true))
  }
  if (card.leadIds.length === 0 && found.length === 0) {
    const whole: Answer[] = groups
      .filter(({ code }) => code === 'committee' || code === 'communes')
      .map(({ code, ids }) => ({
        code: code === 'committee' ? code : 'communes',
        patch: leads(ids),
      }))
    found.push(problem('no_assignee', '', [...whole, ASK]))
  }
  return found
}

/** Words by which texts mean the Front and its member organisations, who are asked and not told. */
const MASS = /mặt trận|chính trị\s*[-–]\s*xã hội|đoàn thể|hội quần chúng|các hội/iu
export const meansMassOrganisations = (words: string): boolean => MASS.test(words.normalize('NFC'))

/** Bodies that the text names only as a kind: ready answers are the groups that may be meant. */
function vagueBodies(
  card: DirectiveCard,
  words: readonly string[],
  groups: ReviewSetting['groups'],
): Problem {
  const isMass = words.every(meansMassOrganisations)
  const whole = groups
    .filter(({ code }) => (code === 'mass_organisations') === isMass)
    .map(({ code, ids }): Answer => ({ code, patch: settle(card, words, ids) }))
  const note: Answer = { code: 'note', patch: { manner: 'note' } }
  return problem('unclear_group', words.join(', '), [...whole, ...(isMass ? [note] : []), ASK])
}

function manners(card: DirectiveCard, { agencies }: ReviewSetting): Problem[] {
  const led = card.leadIds.map((id) => agencies.get(id)?.manner)
  const note: Answer = { code: 'note', patch: { manner: 'note' } }
  if (led.includes('never') && card.manner !== 'note') {
    return [problem('never_assigned', '', [note], true)]
  }
  const isAsked = led.includes('request')
  if (!isAsked || (card.manner !== 'assign' && card.state === 'right')) return []
  const request: Answer = { code: 'request', patch: { manner: 'request' } }
  return [problem('not_ours_to_order', '', [request, note], card.manner === 'assign')]
}

function terms(card: DirectiveCard, { notBefore }: ReviewSetting): Problem[] {
  const { due, stated } = card
  if (card.manner === 'note') return []
  if (!due || (!due.on && !due.recurrence && !due.isStanding)) {
    const isSettled = card.dates.length > 1 || card.wrongDates.length > 0
    if (isSettled && card.question === null) return []
    const standing: Answer = { code: 'standing', patch: { due: STANDING } }
    return [problem('no_deadline', '', [standing, ASK])]
  }
  if (due.on && notBefore && due.on < notBefore) {
    const later = nextYear(due.on)
    const next: Answer[] =
      later >= notBefore ? [{ code: 'next_year', day: later, patch: dueOn(later, 'proposed') }] : []
    const words = due.source === 'document' ? (stated?.text ?? '') : ''
    return [problem('deadline_before_meeting', words, [...next, noTerm(), ASK], true)]
  }
  if (due.source === 'proposed' && due.on && stated?.on && due.on < stated.on) {
    const asText: Answer = { code: 'as_text', day: stated.on, patch: dueOn(stated.on) }
    return [problem('earlier_than_text', stated.text, [asText], true)]
  }
  return []
}

const STANDING: CardDue = { on: null, recurrence: null, isStanding: true, source: 'proposed' }
const leads = (ids: Id[]) => ({ leadIds: ids })
const noTerm = (): Answer => ({
  code: 'no_deadline',
  patch: { due: null, dates: [], wrongDates: [], stated: null },
})

function dueOn(on: PlainDate, source: CardDue['source'] = 'document'): Partial<DirectiveCard> {
  const due = { on, recurrence: null, isStanding: false, source }
  return source === 'document' ? { due, dates: [on] } : { due }
}

/** The same day a year later; 29 February becomes 28. */
function nextYear(day: PlainDate): PlainDate {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return day.endsWith('-02-29') ? later.replace('-02-29', '-02-28') : later
}

/** The named body is now known to be these. */
function settle(card: DirectiveCard, words: readonly string[], ids: Id[]): Partial<DirectiveCard> {
  const named = card.named.map((body) =>
    words.includes(body.words) ? { ...body, ids, fault: null } : body,
  )
  return { named, leadIds: [...new Set([...card.leadIds, ...ids])] }
}

/** The officer chose the bodies by hand: what the text calls them is settled. */
export function settled(card: DirectiveCard): DirectiveCard['named'] {
  return card.named.map((body) => ({ ...body, fault: null }))
}

/** By what a directive can be told to these bodies; a party body is never told (ghi nhận). */
export function mannerFor(
  ids: readonly Id[],
  agencies: ReadonlyMap<Id, Pick<ReadingAgency, 'manner'>>,
): Manner {
  const manners = ids.map((id) => agencies.get(id)?.manner)
  if (manners.includes('never')) return 'note'
  return manners.includes('request') ? 'request' : 'assign'
}

export type CardGroup = 'first' | 'no_deadline' | 'grounded'

/** Where it stands in the list: by what it was proposed with, so that it does not jump. */
export function groupOf({ concerns }: DirectiveCard): CardGroup {
  if (concerns.some((code) => code !== 'no_deadline')) return 'first'
  return concerns.length > 0 ? 'no_deadline' : 'grounded'
}

export interface ReviewCounts {
  right: number
  open: number
  toLookAt: number
  skipped: number
}

const OPEN_ENDS: readonly ProblemCode[] = ['no_assignee', 'unclear_group', 'unknown_agency']

/** Whether it still stands out though it was found right: nobody is to do it, and nobody was asked. */
export function isUnresolved(card: DirectiveCard, problems: readonly Problem[]): boolean {
  if (problems.some(({ isBlocking }) => isBlocking)) return true
  return card.question === null && problems.some(({ code }) => OPEN_ENDS.includes(code))
}

/** As the bar counts: right, waiting, waiting with something to look at, left out. */
export function countsOf(review: Review, setting: ReviewSetting): ReviewCounts {
  const counts: ReviewCounts = { right: 0, open: 0, toLookAt: 0, skipped: 0 }
  for (const card of review.directives) {
    const problems = problemsOf(card, setting).filter(({ code }) => code !== 'no_deadline')
    if (card.state === 'skipped') counts.skipped += 1
    else if (isUnresolved(card, problems)) counts.toLookAt += 1
    else if (card.state === 'right') counts.right += 1
    else if (problems.length > 0) counts.toLookAt += 1
    else counts.open += 1
  }
  return counts
}

/** All cards of one kind, whichever it is. */
export function cardsOf(review: Review, kind: FindKind): Review[FindKind][number][] {
  return review[kind]
}
