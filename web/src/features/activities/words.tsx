import type { ActivityKind, ActivityState, ActivityWords } from '@hopluc/shared/activities'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<ActivityState, StatusKind> = {
  planned: 'waiting',
  running: 'term',
  done: 'done',
  cancelled: 'cancelled',
}

export const ActivityStatus = ({ state }: { state: ActivityState }) => (
  <Status kind={KINDS[state]}>{t(`activity.state.${state}`)}</Status>
)

type Field = Exclude<keyof ActivityWords, 'title' | 'fromOn' | 'state'>

/** What is asked for and shown of each kind, besides its name, beginning and state. */
export const FIELDS: Record<ActivityKind, readonly Field[]> = {
  campaign: ['untilOn', 'document', 'channels', 'partners', 'content', 'reach', 'results'],
  contest: ['untilOn', 'document', 'channels', 'partners', 'content', 'reach', 'results'],
  coordination: ['untilOn', 'document', 'partners', 'content', 'tasks', 'results'],
  advice: ['topic', 'content'],
  notice: ['untilOn', 'document', 'content'],
}
