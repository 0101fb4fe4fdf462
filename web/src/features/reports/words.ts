import { type PeriodKey, periodName } from '@hopluc/shared/periods'
import type { ReportFigure } from '@hopluc/shared/reports'
import { language, t } from '../../lib/i18n.ts'
import { partsWords, periodWords } from '../figures/words.ts'

export const periodOf = (period: PeriodKey): string => periodName(period, language())

/** Of whom and of when a printed number is, and by which part: "xã Minh An Đông, Quý I năm 2026". */
export function figureWords({ unit, period, breakdown, side }: ReportFigure): string {
  const parts = partsWords(breakdown)
  return [
    unit.name,
    periodWords(period),
    ...(parts === '' ? [] : [parts]),
    ...(side === 'done' ? [] : [t(`reports.side.${side}`)]),
  ].join(', ')
}

/** Where it comes from, in a line. */
export function sourceWords({ source, side, value }: ReportFigure): string {
  if (side === 'plan') return t(value === null ? 'reports.source.noPlan' : 'reports.source.plan')
  if (value === null) return t('reports.source.none')
  const { reported, expected, isCounted } = source
  const stated =
    reported !== null && expected !== null && expected > 1
      ? t('reports.source.units', { reported, expected })
      : t('reports.source.stated')
  const marks = [
    ...(source.isEstimate ? [t('reports.source.estimate')] : []),
    ...(source.isIncomplete ? [t('reports.source.incomplete')] : []),
  ]
  return [isCounted ? t('reports.source.counted') : stated, ...marks].join('; ')
}
