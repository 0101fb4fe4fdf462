import type { Graduate } from '@hopluc/shared/graduates'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<Graduate['outcome'], StatusKind> = {
  working: 'term',
  stayed: 'done',
  left: 'cancelled',
}

export const OutcomeMark = ({ one: { outcome, isOver } }: { one: Graduate }) =>
  isOver ? (
    <Status kind="late">{t('graduates.over')}</Status>
  ) : (
    <Status kind={KINDS[outcome]}>{t(`graduates.outcome.${outcome}`)}</Status>
  )

const REGIONS = ['I', 'II', 'III', 'IV'] as const
export const REGION_OPTIONS = REGIONS.map((_, at) => String(at + 1))
/** "Vùng II". */
export const regionWords = (region: number): string =>
  t('graduates.region.one', { name: REGIONS[region - 1] ?? String(region) })
