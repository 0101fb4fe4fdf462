import type { FigureColumn, FigureOrigin } from '@hopluc/shared/figures'
import { PeriodKind, periodName, periodOfCode, shortPeriodName } from '@hopluc/shared/periods'
import { formatNumber } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'

/** A value with the digits of its indicator; a dash where there is none. */
export function valueWords(value: number | null, decimals = 0): string {
  return value === null ? '–' : formatNumber(Math.abs(value) < 1e-9 ? 0 : value, decimals)
}

const FEW = 20

/** "+3,2%" of one value to an earlier; nothing where one is missing or the earlier is nothing. */
export function changeWords(value: number | null, before: number | null): string | null {
  if (value === null || before === null || before === 0) return null
  const apart = value - before
  // Of a few, a share says less than how many more or less.
  if (Math.abs(before) < FEW && Number.isInteger(apart) && apart !== 0)
    return `${apart > 0 ? '+' : ''}${formatNumber(apart)}`
  const share = (apart / Math.abs(before)) * 100
  if (Math.abs(share) < 0.05) return t('figures.same')
  return `${share > 0 ? '+' : ''}${formatNumber(share, 1)}%`
}

export const nameOf = ({ name, nameEn }: Pick<FigureColumn, 'name' | 'nameEn'>): string =>
  language() === 'en' && nameEn ? nameEn : name

/** A period of the address in words. */
export function periodWords(code: string): string {
  const key = periodOfCode(code)
  return key ? periodName(key, language()) : code
}
export function shortPeriodWords(code: string): string {
  const key = periodOfCode(code)
  return key ? shortPeriodName(key) : code
}

/** The usual periods of a year, for choosing where nothing has been stated yet. */
export function periodsOfYear(year: number): string[] {
  return PeriodKind.options.flatMap((kind) => {
    if (kind === 'year') return [String(year)]
    if (kind === 'half') return [`${year}h1`, `${year}h2`]
    if (kind === 'nine_months') return [`${year}n1`]
    return kind === 'quarter' ? [1, 2, 3, 4].map((part) => `${year}q${part}`) : []
  })
}

const FROM = [
  'entity',
  'self',
  'commune',
  'estimate',
  'register',
  'national',
  'paper',
  'import',
  'sum',
  'return',
] as const

/** Where a value was said to come from. */
export function fromWords({ source }: FigureOrigin): string {
  const known = FROM.find((one) => one === source.from)
  return known ? t(`figures.from.${known}`) : (source.from ?? t('figures.from.none'))
}

const PARTS = [
  'sex',
  'training',
  'sector',
  'as',
  'ethnicity',
  'poverty',
  'members',
  'stars',
  'land',
  'machines',
] as const

/** A combination of breakdowns in short: "trình độ: college". */
export function partsWords(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([dim, part]) => {
      const known = PARTS.find((one) => one === dim)
      return `${known ? t(`figures.dim.${known}`) : dim}: ${partWords(part)}`
    })
    .join(', ')
}

const NAMED = ['female', 'estimate', 'elementary', 'intermediate', 'college', 'university'] as const
function partWords(part: string): string {
  const known = NAMED.find((one) => one === part)
  return known ? t(`figures.part.${known}`) : part
}

/** Without its capital, inside a sentence; names of units keep theirs: "thành phố Cần Thơ". */
export const inSentence = (words: string): string =>
  /^(Tỉnh|Thành phố|Huyện|Xã|Phường|Đặc khu|Thị|Quận|Năm|Quý|Tháng|Theo|Tổng|Year|Month|On|Added)(?=\s|$)/u.test(
    words,
  )
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words
