import type { CheckItem } from '@hopluc/shared/entity-checks'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<CheckItem['state'], StatusKind> = {
  planned: 'term',
  recorded: 'waiting',
  concluded: 'soon',
  closed: 'done',
  cancelled: 'cancelled',
}

export const CheckStatus = ({ state }: Pick<CheckItem, 'state'>) => (
  <Status kind={KINDS[state]}>{t(`checks.state.${state}`)}</Status>
)
