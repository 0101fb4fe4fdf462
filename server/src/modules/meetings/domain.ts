import type {
  AgendaItem,
  MeetingAction,
  MeetingState,
  MeetingWarning,
} from '@hopluc/shared/meetings'
import type { PlainDate } from '@hopluc/shared/values'
import { AppError } from '../../platform/errors.ts'

interface Step {
  from: readonly MeetingState[]
  to?: MeetingState
}

/** The way of a meeting: đã lên lịch → đã họp → đã kết luận, or đã hủy. */
export const STEPS: Record<MeetingAction, Step> = {
  edit: { from: ['planned', 'held'] },
  attend: { from: ['planned', 'held'] },
  invite: { from: ['planned'] },
  hold: { from: ['planned'], to: 'held' },
  conclude: { from: ['held'], to: 'concluded' },
  reopen: { from: ['concluded'], to: 'held' },
  cancel: { from: ['planned'], to: 'cancelled' },
}

export function canApply(action: MeetingAction, state: MeetingState): boolean {
  return STEPS[action].from.includes(state)
}

/**
 * The state after a step.
 * @throws AppError `meetings.wrong_state`.
 */
export function advance(action: MeetingAction, state: MeetingState): MeetingState {
  if (canApply(action, state)) return STEPS[action].to ?? state
  throw new AppError('rule', 'meetings.wrong_state', {
    vi: 'Cuộc họp không ở trạng thái cho phép thao tác này. Hãy tải lại trang để xem trạng thái hiện tại.',
    en: 'The meeting is in a state that does not allow this. Reload the page to see its state.',
  })
}

/** Invitations leave with their papers at least so many working days before the meeting. */
export const DAYS_OF_NOTICE = 2

interface Planned {
  state: MeetingState
  heldOn: PlainDate | null
  invitedOn: PlainDate | null
  invited: number
  fileCount: number
}

/**
 * What the people of a planned meeting should look at; `inviteBy` is the last day on which the
 * invitation leaves in time.
 */
export function warnings(
  meeting: Planned,
  inviteBy: PlainDate | null,
  today: PlainDate,
): MeetingWarning[] {
  const { state, heldOn, invitedOn, invited, fileCount } = meeting
  if (state !== 'planned' || !heldOn) return []
  const found: MeetingWarning[] = []
  if (heldOn < today) found.push('past_day')
  else if (inviteBy && (invitedOn ?? today) > inviteBy) found.push('short_notice')
  if (invited === 0) found.push('nobody_invited')
  else if (fileCount === 0 && heldOn >= today) found.push('no_papers')
  return found
}

/** Whether somebody of those invited, or in their place, was there. */
export const isThere = (attendance: string): boolean =>
  attendance === 'present' || attendance === 'substituted'

/** Paragraphs of a text that was typed with empty lines or one line each. */
export function paragraphs(text: string | null): string[] {
  return (text ?? '')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const SPEAKER = /^([^:.]{3,80}):\s+(.+)$/su

/** "Sở NN&MT: đề nghị …" is what the Sở said; a line without a colon near its beginning is nobody's. */
export function spokenBy(line: string): { speaker: string | null; text: string } {
  const match = SPEAKER.exec(line)
  const [, speaker, text] = match ?? []
  return speaker && text ? { speaker, text } : { speaker: null, text: line }
}

/** Numbers that people typed before their points are the paper's own to give. */
export const withoutNumber = (line: string): string => line.replace(/^(?:\d+[.)]|[-–•+])\s*/u, '')

/** Files that an item names but the meeting no longer has are left out of it. */
export function keptFiles(agenda: readonly AgendaItem[], fileIds: readonly string[]): AgendaItem[] {
  return agenda.map((item) => ({
    ...item,
    fileIds: item.fileIds.filter((id) => fileIds.includes(id)),
  }))
}
