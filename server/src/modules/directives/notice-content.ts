import type { NoticeContent } from '@hopluc/shared/directives'
import type { PlainDate } from '@hopluc/shared/values'
import {
  type ConclusionNoticeInput,
  fillTemplate,
  type IssuerTemplate,
  type NoticeDirective,
} from '../papers/index.ts'

export interface NoticeFacts {
  /** How the body that issues writes. */
  template: IssuerTemplate
  chair: { name: string | null; title: string | null }
  meeting: { title: string; heldOn: PlainDate; place: string | null }
}

/** The draft that an officer begins with: the issuer's template with what is known of the meeting. */
export function draftContent({ template, chair, meeting }: NoticeFacts): NoticeContent {
  const posts = (chair.title ?? template.authority.post)
    .split(/\s*(?:,| - |–)\s*/u)
    .filter((post) => post !== '')
  const named = { name: chair.name ?? '', posts, honorific: 'đồng chí' }
  const held = { name: asMeetingName(meeting.title), on: meeting.heldOn, place: meeting.place }
  const values = {
    chair: named.name,
    chairPosts: posts.join(', '),
    honorific: named.honorific,
    meeting: held.name,
    meetingOn: `ngày ${slashed(held.on)}`,
    meetingDay: `Ngày ${slashed(held.on)}`,
    meetingPlace: held.place === null ? '' : `, tại ${held.place}`,
    heard: '',
    issuer: template.issuer,
  }
  const fill = (text: string) => capital(fillTemplate(text, values))
  const { authority, recipients } = template
  return {
    kind: template.kind,
    superior: template.superior,
    issuer: template.issuer,
    symbol: template.symbol,
    place: template.place,
    abstract: fill(template.abstract),
    opening: fill(template.opening),
    leadIn: fill(template.leadIn),
    closing: fill(template.closing),
    chair: named,
    meeting: held,
    bases: [],
    present: [],
    heard: null,
    evaluation: [],
    grouping: 'item',
    recipients: [...recipients.lines],
    archive: recipients.archive,
    signature: { ...authority, name: authority.mode === 'TL' ? null : chair.name },
  }
}

const slashed = (day: PlainDate) => day.split('-').toReversed().join('/')
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

const uncapital = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** A news headline is no name of a meeting: it keeps what follows "họp", else stands as it is. */
function asMeetingName(title: string): string {
  const named = /(?:cuộc\s+họp|phiên\s+họp|hội\s+nghị|buổi\s+làm\s+việc|họp)\s.*/iu.exec(title)?.[0]
  const name = (named ?? `cuộc họp: ${title}`).replace(/[.\s]+$/u, '')
  const small = name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
  return small.startsWith('họp') ? `cuộc ${small}` : small
}

/** What the maker of the Word file is given: the written parts, the directives, the number if any. */
export function noticeInput(
  content: NoticeContent,
  directives: readonly NoticeDirective[],
  head: { draftNo: number | null; number: string | null; on: PlainDate | null; year: number },
): ConclusionNoticeInput {
  const { signature, recipients, archive, chair, meeting } = content
  const { name, ...authority } = signature
  const lines = { lines: recipients, archive }
  const { kind, superior, issuer, symbol, place, abstract, opening, closing } = content
  // The maker puts "Sau khi nghe …" where a template says {heard}.
  const leadIn = content.heard === null ? content.leadIn : `{heard}${uncapital(content.leadIn)}`
  return {
    template: {
      kind,
      superior,
      issuer,
      symbol,
      place,
      abstract,
      opening,
      leadIn,
      closing,
      authority,
      recipients: lines,
    },
    head: {
      number: head.number,
      on: head.on,
      year: head.year,
      draft: head.draftNo,
      urgency: null,
      isInternal: false,
    },
    chair,
    meeting,
    bases: content.bases,
    present: content.present,
    heard: content.heard,
    evaluation: content.evaluation,
    directives,
    grouping: content.grouping,
    recipients: lines,
    signature: { authority, name },
  }
}
