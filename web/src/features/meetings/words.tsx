import type { MeetingState, MeetingSummary } from '@hopluc/shared/meetings'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<MeetingState, StatusKind> = {
  planned: 'term',
  held: 'waiting',
  concluded: 'done',
  cancelled: 'cancelled',
}

export function MeetingStatus({ state }: { state: MeetingState }) {
  return <Status kind={KINDS[state]}>{t(`meetings.state.${state}`)}</Status>
}

/** 07:30 – 11:00, or as much of it as is known. */
export function hours({ startsAt, endsAt }: Pick<MeetingSummary, 'startsAt' | 'endsAt'>): string {
  return [startsAt, endsAt].filter(Boolean).join(' – ')
}

/** What should be looked at before the meeting, the most pressing first. */
export function Warnings({ warnings }: Pick<MeetingSummary, 'warnings'>) {
  return warnings.map((warning) => (
    <Status key={warning} kind={warning === 'past_day' ? 'late' : 'soon'}>
      {t(`meetings.warning.${warning}`)}
    </Status>
  ))
}
