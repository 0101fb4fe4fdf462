import { LoanMethod, type LoanItem } from '@hopluc/shared/loans'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

/** 1.342.000.000: to the đồng. */
export const dong = (amount: number): string => formatNumber(amount, 0)

/** 7,92%/năm of thousandths of a percent. */
export const rateWords = (yearlyRate: number): string =>
  t('loans.rate.words', { rate: formatNumber(yearlyRate / 1000, rateDigits(yearlyRate)) })
const rateDigits = (yearlyRate: number): number => (yearlyRate % 10 === 0 ? 2 : 3)

const KINDS: Record<LoanItem['state'], StatusKind> = {
  requested: 'waiting',
  approved: 'soon',
  running: 'term',
  closed: 'done',
  refused: 'cancelled',
  withdrawn: 'cancelled',
}

/** Its state; late before all else. */
export function LoanStatus({ one }: { one: LoanItem }) {
  if (one.daysLate > 0)
    return <Status kind="late">{t('loans.late', { count: one.daysLate })}</Status>
  return <Status kind={KINDS[one.state]}>{t(`loans.state.${one.state}`)}</Status>
}

/** How the principal is paid back, as a select offers it. */
export const methodOptions = () =>
  LoanMethod.options.map((value) => ({ value, label: t(`loans.method.${value}`) }))

export const everyOptions = () =>
  (['1', '2', '3', '6', '12'] as const).map((value) => ({
    value,
    label: t('loans.every.words', { count: Number(value) }),
  }))
