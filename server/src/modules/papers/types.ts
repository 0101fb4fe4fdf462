import type { PlainDate } from '@hopluc/shared/values'

/**
 * By which right a paper is signed (Decree 30/2020, Annex I): `TM` for a body that decides
 * together, `KT` for its head, `TL` by order of the head, `TUQ` by the head's mandate, `Q` acting
 * head, `direct` the head of the body itself.
 */
export type AuthorityMode = 'direct' | 'TM' | 'KT' | 'TL' | 'TUQ' | 'Q'

/** The lines above a signature. Posts and bodies are given in any case; print is in capitals. */
export interface Authority {
  mode: AuthorityMode
  /** TM: the body ("Ban Chỉ đạo"); KT, TL, TUQ: the post signed for ("Trưởng Ban"); else null. */
  principal: string | null
  /** A second "KT." line: TM. Ủy ban nhân dân / KT. Chủ tịch, or TL. Chủ tịch / KT. Chánh Văn phòng. */
  deputyFor: string | null
  /** The signer's own post in the body that issues. */
  post: string
  /** The signer's office elsewhere, for a committee that uses the seal of another body. */
  officeHeld: string | null
}

export interface Signature {
  authority: Authority
  /** Null while it is open who signs. */
  name: string | null
}

export type Urgency = 'khẩn' | 'thượng khẩn' | 'hỏa tốc'

/** What stands in the head of every official paper. */
export interface PaperHead {
  /** The body above, or null for a body that prints its own name only. */
  superior: string | null
  issuer: string
  /** Null when the number is filled in after signing; print leaves room. */
  number: string | null
  /** Such as "TB-BCĐ". */
  symbol: string
  place: string
  /** Null when the day is filled in at signing; then `year` is printed alone. */
  on: PlainDate | null
  year: number
  /** The ordinal of the draft, or null for a paper to be signed. */
  draft: number | null
  urgency: Urgency | null
  /** "Lưu hành nội bộ". */
  isInternal: boolean
}

/** Where a paper goes; the last line ("Lưu: …") is `archive`. */
export interface Recipients {
  lines: readonly string[]
  archive: string
}

/**
 * How one issuer writes its notices. Texts may hold {chair}, {chairPosts}, {honorific}, {meeting},
 * {meetingOn}, {meetingPlace}, {issuer}; a province changes this data, not the program.
 */
export interface IssuerTemplate {
  kind: 'office' | 'committee' | 'department'
  superior: string | null
  issuer: string
  symbol: string
  place: string
  authority: Authority
  /** The abstract under "THÔNG BÁO". */
  abstract: string
  opening: string
  /** Before the directives, where "heard" is given or not. */
  leadIn: string
  closing: string
  recipients: Recipients
}

/** *Giao* to subordinates, *đề nghị* to bodies that are asked, not ordered. */
export type Manner = 'giao' | 'đề nghị'

export interface NoticeDirective {
  text: string
  manner: Manner
  lead: readonly string[]
  co: readonly string[]
  due: PlainDate | null
  /** The text's own words for the term ("định kỳ hàng quý"); they win over `due` in print. */
  dueWords: string | null
  product: string | null
}

export interface NoticeMeeting {
  /** Such as "cuộc họp Ban Chỉ đạo phát triển kinh tế tập thể tỉnh". */
  name: string
  on: PlainDate
  place: string | null
}

export interface ConclusionNoticeInput {
  template: IssuerTemplate
  head: Pick<PaperHead, 'number' | 'on' | 'year' | 'draft' | 'urgency' | 'isInternal'>
  chair: {
    name: string
    /** Offices in the order in which they are written. */
    posts: readonly string[]
    /** "đồng chí", or empty. */
    honorific: string
  }
  meeting: NoticeMeeting
  /** Papers that the notice rests on, without the final semicolon. */
  bases: readonly string[]
  present: readonly string[]
  /** "Sau khi nghe …": who reported, whose opinions. Without a full stop. */
  heard: string | null
  /** Paragraphs of the part that judges the situation; none leaves the part out. */
  evaluation: readonly string[]
  directives: readonly NoticeDirective[]
  /** One number an item, or one number an agency with its items under letters. */
  grouping: 'item' | 'agency'
  recipients: Recipients | null
  signature: Signature
}

export interface InvitationInput {
  head: PaperHead
  /** What one is invited to, for the abstract: "Họp Ban Chỉ đạo … quý III năm 2026". */
  abstract: string
  guests: readonly string[]
  chair: string
  on: PlainDate
  /** Local time "HH:MM"; null says that the hour is told later. */
  startsAt: string | null
  place: string
  agenda: readonly string[]
  /** Papers sent along. */
  enclosed: readonly string[]
  /** What the guests are asked to prepare, to answer, whom to call. */
  notes: readonly string[]
  recipients: Recipients
  signature: Signature
}

export interface Attendant {
  name: string
  post: string
  body: string
  /** For a substitute: in whose place. */
  insteadOf: string | null
}

export interface MinutesInput {
  head: PaperHead
  abstract: string
  on: PlainDate
  startsAt: string | null
  endsAt: string | null
  place: string
  chair: Attendant
  secretary: Attendant
  present: readonly Attendant[]
  absent: readonly { name: string; post: string; body: string; reason: string | null }[]
  agenda: readonly string[]
  /** Course of the meeting: paragraphs under the name of who spoke, or without. */
  course: readonly { speaker: string | null; text: string }[]
  conclusion: readonly string[]
  recipients: Recipients
}

export interface AttendanceListInput {
  head: Pick<PaperHead, 'superior' | 'issuer'>
  title: string
  on: PlainDate
  place: string
  guests: readonly Attendant[]
  /** Empty rows for those who come without an invitation. */
  emptyRows: number
}

export interface LateTask {
  text: string
  /** Such as "Thông báo số 05/TB-BCĐ ngày 03/03/2021, mục 11". */
  source: string
  due: PlainDate
  daysLate: number
  /** Where it stands: "Chưa có báo cáo", "Đã trả lại ngày …". */
  state: string
}

export interface LateAgency {
  name: string
  tasks: readonly LateTask[]
}

export interface DunningLetterInput {
  head: PaperHead
  abstract: string
  to: readonly string[]
  /** The paragraphs before and after the table; null writes the usual ones. */
  opening: string | null
  closing: string | null
  asOf: PlainDate
  agencies: readonly LateAgency[]
  /** The day by which an answer is asked for. */
  answerBy: PlainDate
  /** Where answers go: "Sở Tài chính (Cơ quan Thường trực Ban Chỉ đạo)". */
  answerTo: string
  recipients: Recipients
  signature: Signature
}

export interface OpinionRow {
  /** Place in the text: "Mục II.3", or "Toàn văn". */
  place: string
  body: string
  opinion: string
  /** Taken over, explained, or not yet handled. */
  handling: 'tiếp thu' | 'tiếp thu một phần' | 'giải trình' | null
  answer: string | null
}

export interface OpinionSummaryInput {
  head: PaperHead
  /** The text that was sent round. */
  subject: string
  sentBy: string
  askedOn: PlainDate
  answerBy: PlainDate
  asOf: PlainDate
  rows: readonly OpinionRow[]
  agreed: readonly { body: string; paper: string | null }[]
  silent: readonly string[]
  signature: Signature
}

export interface PaperTask {
  code: string | null
  text: string
  source: string
  lead: string
  co: readonly string[]
  assignedOn: PlainDate | null
  /** Day, or words such as "Thường xuyên". */
  due: string
  product: string | null
  result: string | null
  state: string
}

export interface TaskListInput {
  head: Pick<PaperHead, 'superior' | 'issuer' | 'place' | 'on' | 'year'>
  title: string
  subtitle: string | null
  groups: readonly { heading: string | null; tasks: readonly PaperTask[] }[]
  signature: Signature | null
  /** Who made the list, at the left; null leaves it out. */
  madeBy: string | null
}

export interface ProductListInput {
  head: Pick<PaperHead, 'superior' | 'issuer' | 'place' | 'on' | 'year'>
  person: { name: string; post: string; body: string }
  quarter: 1 | 2 | 3 | 4
  products: readonly {
    text: string
    source: string
    product: string
    due: string
    doneOn: PlainDate | null
    /** "Đúng hạn", "Hoàn thành quá hạn 3 ngày", "Trong hạn" … */
    state: string
    /** Causes and waiting that were confirmed, and by whom. */
    note: string | null
  }[]
  superior: Signature | null
}
