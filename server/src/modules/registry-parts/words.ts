import type { EntityWarning } from '@hopluc/shared/entities'
import { FOREVER, type PlainDate } from '@hopluc/shared/values'
import type { Row } from './rows/index.ts'

/** "5.500 triệu", "1,2 tỷ" are for pages: a warning says plain đồng with dots. */
export const inWords = (value: number) => Math.round(value).toLocaleString('vi-VN')
export const percentWords = (value: number) =>
  value.toLocaleString('vi-VN', { maximumFractionDigits: 1 })

export const warning = (
  key: string,
  field: string | null,
  vi: string,
  en: string,
  basis: string | null = null,
): EntityWarning => ({ key, field, vi, en, basis })

export const textOf = (row: Row, key: string): string | null => {
  const value = row[key]
  return typeof value === 'string' ? value : null
}
export const numberOf = (row: Row, key: string): number | null => {
  const value = row[key]
  return typeof value === 'number' ? value : null
}

/** Whether what runs from a day to a day holds on this one. */
export function isOn(row: Row, day: PlainDate): boolean {
  return (textOf(row, 'fromOn') ?? '') <= day && day <= (textOf(row, 'untilOn') ?? FOREVER)
}
