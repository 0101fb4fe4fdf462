import type { RecognitionAction, RecognitionState } from '@hopluc/shared/recognitions'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<RecognitionState, StatusKind> = {
  draft: 'draft',
  submitted: 'waiting',
  returned: 'returned',
  verified: 'term',
  published: 'done',
  decided: 'done',
  withdrawn: 'cancelled',
}

export const RecognitionStatus = ({ state }: { state: RecognitionState }) => (
  <Status kind={KINDS[state]}>{t(`recognition.state.${state}`)}</Status>
)

/** What is published is taken back; what is prepared is withdrawn. */
export const actionWords = (action: RecognitionAction, state: RecognitionState): string =>
  t(`recognition.action.${action === 'withdraw' && state === 'published' ? 'takeBack' : action}`)
