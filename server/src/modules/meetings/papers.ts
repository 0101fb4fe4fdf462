import type { Attendee, MeetingPaper, MeetingRecord } from '@hopluc/shared/meetings'
import type { PlainDate } from '@hopluc/shared/values'
import {
  type Attendant,
  type AttendanceListInput,
  type InvitationInput,
  type IssuerTemplate,
  makeAttendanceList,
  makeInvitation,
  makeMinutes,
  type MinutesInput,
  type PaperHead,
} from '../papers/index.ts'
import { isThere, paragraphs, spokenBy, withoutNumber } from './domain.ts'
import type { BodyOnDay } from './parts.ts'

/** The body that meets, and how it writes its papers. */
export type PaperBody = BodyOnDay & { template: IssuerTemplate }

/** Rows for those who come without an invitation. */
const EMPTY_ROWS = 8

/** A paper of the meeting as .docx, and the name that it is saved under. */
export async function makePaper(
  paper: MeetingPaper,
  meeting: MeetingRecord,
  body: PaperBody,
  today: PlainDate,
): Promise<{ name: string; bytes: Buffer }> {
  const day = (meeting.heldOn ?? today).split('-').toReversed().join('.')
  const on = meeting.heldOn ?? today
  if (paper === 'invitation')
    return {
      name: `Giấy mời họp ${day}.docx`,
      bytes: await makeInvitation(invitation(meeting, body, on, today)),
    }
  if (paper === 'attendance')
    return {
      name: `Danh sách đại biểu ${day}.docx`,
      bytes: await makeAttendanceList(attendanceList(meeting, body, on)),
    }
  return { name: `Biên bản họp ${day}.docx`, bytes: await makeMinutes(minutes(meeting, body, on)) }
}

/** "Họp Ban Chỉ đạo quý I": how the abstracts of a meeting's papers begin. */
export const abstractOf = ({ title }: Pick<MeetingRecord, 'title'>): string =>
  title.charAt(0).toLocaleUpperCase('vi') + title.slice(1)

/** "GM-BCĐ" of a committee; a body without a symbol leaves its place open. */
export const symbolOf = (kind: 'GM' | 'BB', { symbol }: Pick<BodyOnDay, 'symbol'>): string =>
  `${kind}-${symbol ?? '…'}`

function headOf(body: PaperBody, kind: 'GM' | 'BB', year: number): PaperHead {
  const { superior, issuer, place } = body.template
  return {
    superior,
    issuer,
    place,
    symbol: symbolOf(kind, body),
    number: null,
    on: null,
    year,
    draft: null,
    urgency: null,
    isInternal: false,
  }
}

function invitation(
  meeting: MeetingRecord,
  body: PaperBody,
  on: PlainDate,
  today: PlainDate,
): InvitationInput {
  const { authority, recipients } = body.template
  return {
    head: headOf(body, 'GM', Number(today.slice(0, 4))),
    abstract: abstractOf(meeting),
    guests: meeting.attendees.map(invitedName),
    chair: [meeting.chairName, meeting.chairTitle].filter(Boolean).join(', '),
    on,
    startsAt: meeting.startsAt,
    place: meeting.place ?? '',
    agenda: agendaLines(meeting),
    enclosed: meeting.files.map(({ name }) => name.replace(/\.\w{2,5}$/, '')),
    notes: [
      'Đề nghị các đại biểu nghiên cứu trước tài liệu; trường hợp không tham dự được, cử người dự thay và báo lại cơ quan mời họp.',
    ],
    recipients: { ...recipients, lines: ['Như trên', ...recipients.lines.slice(0, 1)] },
    signature: { authority, name: null },
  }
}

function agendaLines(meeting: MeetingRecord): string[] {
  const lines = meeting.agenda.map(({ text, presenter }) =>
    presenter === '' ? text : `${text} (${presenter} trình bày)`,
  )
  const isReturned = meeting.state === 'planned' && meeting.openTasks.length > 0
  return isReturned
    ? [...lines, `Tình hình thực hiện ${meeting.openTasks.length} nhiệm vụ chưa hoàn thành`]
    : lines
}

const invitedName = ({ name, title }: Attendee) => (title ? `${name}, ${title}` : name)

/** Who came for an agency is named by themselves; in a person's place, as their substitute. */
function attendant(one: Attendee): Attendant {
  const isAgency = one.agencyId !== null
  const isSubstitute = one.attendance === 'substituted'
  return {
    name: one.person ?? (isAgency ? '' : one.name),
    post: one.personTitle ?? (isSubstitute || isAgency ? '' : (one.title ?? '')),
    body: isAgency ? one.name : '',
    insteadOf: isSubstitute ? (isAgency ? (one.title ?? 'người đứng đầu') : one.name) : null,
  }
}

function attendanceList(
  meeting: MeetingRecord,
  body: PaperBody,
  on: PlainDate,
): AttendanceListInput {
  const { superior, issuer } = body.template
  return {
    head: { superior, issuer },
    title: abstractOf(meeting),
    on,
    place: meeting.place ?? '',
    guests: meeting.attendees.filter(({ attendance }) => attendance !== 'absent').map(attendant),
    emptyRows: EMPTY_ROWS,
  }
}

function minutes(meeting: MeetingRecord, body: PaperBody, on: PlainDate): MinutesInput {
  const person = (name: string | null, post: string | null): Attendant => ({
    name: name ?? '',
    post: post ?? '',
    body: '',
    insteadOf: null,
  })
  const { recipients } = body.template
  const { attendees } = meeting
  return {
    head: headOf(body, 'BB', Number(on.slice(0, 4))),
    abstract: abstractOf(meeting),
    on,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.place ?? '',
    chair: person(meeting.chairName, meeting.chairTitle),
    secretary: person(meeting.secretaryName, meeting.secretaryTitle),
    present: attendees.filter(({ attendance }) => isThere(attendance)).map(attendant),
    absent: attendees
      .filter(({ attendance }) => attendance === 'absent')
      .map((one) => ({ ...attendant(one), reason: one.note })),
    agenda: agendaLines(meeting),
    course: paragraphs(meeting.course).map(spokenBy),
    conclusion: paragraphs(meeting.conclusion).map(withoutNumber),
    recipients: { lines: ['Các thành viên dự họp'], archive: recipients.archive },
  }
}
