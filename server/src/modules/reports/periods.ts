import { periodBefore, type PeriodKey, periodName, samePeriod } from '@hopluc/shared/periods'
import type { PlainDate } from '@hopluc/shared/values'
import type { PeriodRef } from './placeholders.ts'

/** The period that a template means, seen from the report's own. */
export function periodOf(own: PeriodKey, ref: PeriodRef): PeriodKey {
  if (typeof ref === 'object') return ref
  if (ref === 'this') return own
  if (ref === 'same') return samePeriod(own)
  return ref === 'previous' ? periodBefore(own) : { kind: 'year', year: own.year - 1, part: 1 }
}

/** Inside a sentence: "6 tháng đầu năm 2026", "quý II năm 2026". */
export function periodWords(period: PeriodKey): string {
  const name = periodName(period)
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}

const AGAINST: Partial<Record<string, string>> = {
  same: 'cùng kỳ năm trước',
  previous: 'kỳ trước',
  year_before: 'năm trước',
}

/** As a comparison names it: "cùng kỳ năm trước", "quý II năm 2020". */
export function againstWords(ref: PeriodRef): string {
  return typeof ref === 'object' ? periodWords(ref) : (AGAINST[ref] ?? 'kỳ này')
}

/** 14/06/2026. */
export const slashed = (day: PlainDate): string => day.split('-').toReversed().join('/')
