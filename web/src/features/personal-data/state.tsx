import type { DataRequestItem } from '@hopluc/shared/personal-data'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<DataRequestItem['state'], StatusKind> = {
  received: 'new',
  answered: 'term',
  completed: 'done',
  refused: 'cancelled',
}

/** Where a request stands; an overdue clock comes first. */
export function RequestState({ request }: { request: DataRequestItem }) {
  const { overdue, state } = request
  return overdue ? (
    <Status kind="late">{t(`personal.request.overdue.${overdue}`)}</Status>
  ) : (
    <Status kind={KINDS[state]}>{t(`personal.request.state.${state}`)}</Status>
  )
}
