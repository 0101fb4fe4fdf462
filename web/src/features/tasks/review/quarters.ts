import type { PlainDate } from '@hopluc/shared/values'
import { t } from '../../../lib/i18n.ts'

/** `2026-Q3`. */
export function quarterOf(day: PlainDate): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** Quý III/2026. */
export function quarterWords(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q')
  const numeral = ['I', 'II', 'III', 'IV'][Number(number) - 1] ?? number
  return t('tasks.quarter', { number: numeral, year })
}

/** The quarter itself and those before it. */
export function lastQuarters(quarter: string, count: number): string[] {
  const [year = 0, number = 1] = quarter.split('-Q').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const index = year * 4 + (number - 1) - back
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
  })
}
