import type { Reorganisation, ReorganisationState } from '@hopluc/shared/reorganisations'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<ReorganisationState, StatusKind> = {
  draft: 'draft',
  scheduled: 'waiting',
  applying: 'waiting',
  applied: 'done',
  undoing: 'waiting',
  undone: 'cancelled',
}

export function StateOf({ state }: { state: ReorganisationState }) {
  return <Status kind={KINDS[state]}>{t(`reorganisations.state.${state}`)}</Status>
}

/** Where the act stands, its number and its days. */
export function HeadLine({ reorganisation }: { reorganisation: Reorganisation }) {
  const { state, act, onDay, decidedOn } = reorganisation
  return (
    <>
      <StateOf state={state} />
      <span>{act}</span>
      {decidedOn && (
        <span className="muted">
          {t('reorganisations.decided', { day: formatDate(decidedOn) })}
        </span>
      )}
      <span className="muted">{t('reorganisations.holdsFrom', { day: formatDate(onDay) })}</span>
    </>
  )
}
