import * as z from 'zod'
import { PlainDate } from './values.ts'

/** Kinds of reporting periods; a half is six months. */
export const PeriodKind = z.enum(['month', 'quarter', 'half', 'nine_months', 'year'])
export type PeriodKind = z.infer<typeof PeriodKind>

/** How many periods of a kind a year has: nine months and the year, one each. */
export const PARTS: Readonly<Record<PeriodKind, number>> = {
  month: 12,
  quarter: 4,
  half: 2,
  nine_months: 1,
  year: 1,
}

const Year = z.coerce.number().int().min(1990).max(2100)

/** A period by its kind, year and number in the year. */
export const PeriodKey = z.object({ kind: PeriodKind, year: Year, part: z.coerce.number().int() })
export type PeriodKey = z.infer<typeof PeriodKey>

/** Nominal days, and the window of the data by Decree 09/2019/NĐ-CP, article 12. */
export const Period = z.object({
  /** 0 while nothing has been stated for it. */
  id: z.int(),
  kind: PeriodKind,
  year: z.int(),
  part: z.int(),
  fromOn: PlainDate,
  untilOn: PlainDate,
  windowFrom: PlainDate,
  /** The cut-off: "số liệu đến 14/06". */
  windowUntil: PlainDate,
})
export type Period = z.infer<typeof Period>

const LETTERS = { month: 'm', quarter: 'q', half: 'h', nine_months: 'n', year: '' } as const

/** As addresses carry it: `2026`, `2026h1`, `2026q3`, `2026n1`, `2026m05`. */
export function periodCode({ kind, year, part }: PeriodKey): string {
  if (kind === 'year') return String(year)
  return `${year}${LETTERS[kind]}${kind === 'month' ? String(part).padStart(2, '0') : part}`
}

/** Undefined for what names no period. */
export function periodOfCode(code: string): PeriodKey | undefined {
  const [, year, letter, part] = /^(\d{4})(?:([mqhn])(\d{1,2}))?$/.exec(code) ?? []
  if (!year) return undefined
  const kind = PeriodKind.options.find((one) => LETTERS[one] === (letter ?? ''))
  const number = part ? Number(part) : 1
  if (!kind || number < 1 || number > PARTS[kind]) return undefined
  const key = PeriodKey.safeParse({ kind, year, part: number })
  return key.success ? key.data : undefined
}

export const PeriodCode = z
  .string()
  .refine((code) => periodOfCode(code) !== undefined, { message: 'no such period' })

const ROMAN = ['I', 'II', 'III', 'IV'] as const
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const

const NAMES: Record<PeriodKind, Record<'vi' | 'en', (year: number, part: number) => string>> = {
  month: {
    vi: (year, part) => `Tháng ${String(part).padStart(2, '0')}/${year}`,
    en: (year, part) => `Month ${String(part).padStart(2, '0')}/${year}`,
  },
  quarter: {
    vi: (year, part) => `Quý ${ROMAN[part - 1] ?? part} năm ${year}`,
    en: (year, part) => `${ORDINALS[part - 1] ?? part} quarter of ${year}`,
  },
  half: {
    vi: (year, part) => `6 tháng ${part === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    en: (year, part) => `${ORDINALS[part - 1] ?? part} half of ${year}`,
  },
  nine_months: { vi: (year) => `9 tháng năm ${year}`, en: (year) => `Nine months of ${year}` },
  year: { vi: (year) => `Năm ${year}`, en: (year) => `Year ${year}` },
}

/** As it stands at the head of a table: "6 tháng đầu năm 2026". */
export function periodName({ kind, year, part }: PeriodKey, language: 'vi' | 'en' = 'vi'): string {
  return NAMES[kind][language](year, part)
}

const SHORT: Record<PeriodKind, (part: number) => string> = {
  month: (part) => `T${part}/`,
  quarter: (part) => `Q${ROMAN[part - 1] ?? part}/`,
  half: (part) => (part === 1 ? '6T/' : '6TC/'),
  nine_months: () => '9T/',
  year: () => '',
}

/** In a narrow column and under a chart: `6T/2020`, `QIII/2026`. */
export function shortPeriodName({ kind, year, part }: PeriodKey): string {
  return `${SHORT[kind](part)}${year}`
}

/** The period of the same kind before it; of nine months and years the year before. */
export function periodBefore({ kind, year, part }: PeriodKey): PeriodKey {
  return part > 1 ? { kind, year, part: part - 1 } : { kind, year: year - 1, part: PARTS[kind] }
}

/** The same period of the year before. */
export function samePeriod({ kind, year, part }: PeriodKey): PeriodKey {
  return { kind, year: year - 1, part }
}

/** The last period of the kind that had ended its nominal days by the day, or runs on it. */
export function periodAt(kind: PeriodKind, day: PlainDate): PeriodKey {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const months = { month: 1, quarter: 3, half: 6, nine_months: 12, year: 12 }[kind]
  return { kind, year, part: Math.ceil(month / months) }
}
