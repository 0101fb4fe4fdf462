import type {
  DirectiveAction,
  DirectiveGap,
  NoticeAction,
  SignedPaperReading,
} from '@hopluc/shared/directives'
import type { DocumentState } from '@hopluc/shared/documents'
import type { CardDue, Manner, Recurrence } from '@hopluc/shared/readings'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { AppError } from '../../platform/errors.ts'

/** What decides which step of a notice can be taken. */
export interface NoticeStanding {
  state: DocumentState
  isApproved: boolean
  isSigned: boolean
  isStartedByWord: boolean
}

/** What decides what can be done with a directive. */
export interface DirectiveStanding {
  /** Its notice is issued, or it stands in a paper that was. */
  isIssued: boolean
  isAsked: boolean
}

const OPEN: readonly DocumentState[] = ['draft', 'opinions', 'appraisal', 'submitted']
const isOpen = ({ state }: NoticeStanding) => OPEN.includes(state)
const isDraft = ({ state }: NoticeStanding) => isOpenDraft(state)
const isOpenDraft = (state: DocumentState) => OPEN.includes(state) && state !== 'submitted'

const NOTICE: Record<NoticeAction, (notice: NoticeStanding) => boolean> = {
  edit: isDraft,
  submit: isDraft,
  approve: ({ state, isApproved }) => state === 'submitted' && !isApproved,
  return: ({ state }) => state === 'submitted',
  start_by_word: (notice) => isOpen(notice) && !notice.isStartedByWord,
  take_signed: isOpen,
  issue: (notice) => isOpen(notice) && notice.isSigned,
}

const DIRECTIVE: Record<DirectiveAction, (directive: DirectiveStanding) => boolean> = {
  edit: ({ isIssued }) => !isIssued,
  ask: ({ isAsked }) => !isAsked,
  answer: ({ isAsked }) => isAsked,
}

/** What can be done as things stand, whoever asks. */
export const canDo = {
  notice: (action: NoticeAction, notice: NoticeStanding) => NOTICE[action](notice),
  directive: (action: DirectiveAction, directive: DirectiveStanding) =>
    DIRECTIVE[action](directive),
}

/** @throws AppError `directives.wrong_state`. */
export function assertCanDo(can: boolean): void {
  if (can) return
  throw new AppError('rule', 'directives.wrong_state', {
    vi: 'Thông báo không ở trạng thái cho phép thao tác này. Hãy tải lại trang để xem trạng thái hiện tại.',
    en: 'The notice is in a state that does not allow this. Reload the page to see its state.',
  })
}

/** The term as it is stored with a directive. */
export interface StoredDue {
  due_on: PlainDate | null
  due_source: string | null
  recurrence: Recurrence | null
  is_standing: boolean
}

const NO_DUE: StoredDue = { due_on: null, due_source: null, recurrence: null, is_standing: false }

export function storedDue(due: CardDue | null): StoredDue {
  if (!due) return NO_DUE
  const { on, source, recurrence, isStanding } = due
  return { due_on: on, due_source: source, recurrence, is_standing: isStanding }
}

/** What is missing for a directive to become a task. What is only noted lacks nothing. */
export function gapsOf(directive: {
  manner: Manner
  leadIds: readonly Id[]
  due: StoredDue
  dueText: string | null
}): DirectiveGap[] {
  if (directive.manner === 'note') return []
  const { due_on, recurrence, is_standing } = directive.due
  const hasTerm = due_on !== null || recurrence !== null || is_standing
  return [
    ...(directive.leadIds.length === 0 ? (['no_assignee'] as const) : []),
    ...(hasTerm || directive.dueText !== null ? [] : (['no_deadline'] as const)),
  ]
}

const EVERY: Record<Recurrence['every'], string> = {
  day: 'hàng ngày',
  week: 'hàng tuần',
  month: 'hàng tháng',
  quarter: 'hàng quý',
  half_year: '6 tháng một lần',
  nine_months: '9 tháng một lần',
  year: 'hàng năm',
}

/** How a term is written in a notice where it is no single day; the document's own words win. */
export function dueWords(due: StoredDue, words: string | null): string | null {
  if (due.due_source === 'document' && words !== null) return words
  if (due.is_standing) return 'thường xuyên'
  if (!due.recurrence) return due.due_on === null ? words : null
  const { every, day } = due.recurrence
  return day === undefined ? `định kỳ ${EVERY[every]}` : `định kỳ ${EVERY[every]}, ngày ${day}`
}

/**
 * A proposed term is never earlier than the text's own.
 * @throws AppError `directives.earlier_than_text`.
 */
export function assertNotEarlier(due: CardDue | null, textDueOn: PlainDate | null): void {
  if (!due?.on || !textDueOn || due.source !== 'proposed' || due.on >= textDueOn) return
  const [day, said] = [due.on, textDueOn].map((one) => one.split('-').toReversed().join('/'))
  throw new AppError('rule', 'directives.earlier_than_text', {
    vi: `Thời hạn đề xuất ${day} sớm hơn thời hạn trong văn bản (${said}). Hãy chọn ngày không sớm hơn.`,
    en: `The proposed term ${day} is earlier than the document's own (${said}). Choose a later day.`,
  })
}

/**
 * The number, day and signer typed in must be those of the signed paper, where it could be read.
 * @throws AppError `directives.not_this_paper`.
 */
export function assertSamePaper(
  signed: SignedPaperReading,
  typed: { number: number; issuedOn: PlainDate },
): void {
  const isOther =
    (signed.number !== null && signed.number !== typed.number) ||
    (signed.issuedOn !== null && signed.issuedOn !== typed.issuedOn)
  if (!signed.hasText || !isOther) return
  throw new AppError('rule', 'directives.not_this_paper', {
    vi: 'Số hoặc ngày đã nhập khác với số, ngày trên bản ký. Hãy kiểm tra lại bản ký.',
    en: 'The number or day typed differs from the signed paper. Check the signed paper.',
  })
}

/** A notice is not issued before the meeting that it tells of, nor in the days to come. */
export function assertIssueDay(on: PlainDate, meetingOn: PlainDate | null, today: PlainDate): void {
  if (on > today) {
    throw new AppError('rule', 'directives.issued_later', {
      vi: 'Ngày ban hành chưa tới. Hãy kiểm tra lại ngày trên bản ký.',
      en: 'The day of issue has not come yet. Check the day on the signed paper.',
    })
  }
  if (meetingOn === null || on >= meetingOn) return
  throw new AppError('rule', 'directives.issued_before_meeting', {
    vi: 'Ngày ban hành trước ngày họp. Hãy kiểm tra lại ngày trên bản ký.',
    en: 'The day of issue is before the meeting. Check the day on the signed paper.',
  })
}

const WRITTEN_DAY =
  /(?:(\d{1,2})[/.](\d{1,2})[/.](\d{4}))|(?:ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))/giu

/** The one day that the signed words have and the confirmed ones have not; null if not just one. */
export function newDay(before: string, signed: string): PlainDate | null {
  const known = new Set(daysOf(before))
  const [only, more] = daysOf(signed).filter((day) => !known.has(day))
  return only && !more ? only : null
}

function daysOf(text: string): PlainDate[] {
  const days: PlainDate[] = []
  for (const [, d1, m1, y1, d2, m2, y2] of text.normalize('NFC').matchAll(WRITTEN_DAY)) {
    const day = `${y1 ?? y2}-${(m1 ?? m2 ?? '').padStart(2, '0')}-${(d1 ?? d2 ?? '').padStart(2, '0')}`
    const time = Date.parse(`${day}T00:00:00Z`)
    const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
    if (isReal && !days.includes(day)) days.push(day)
  }
  return days
}
