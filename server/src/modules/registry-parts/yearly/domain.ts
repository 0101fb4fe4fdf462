import type { EntityWarning } from '@hopluc/shared/entities'
import type { FigureCell, FigureRow } from '@hopluc/shared/entity-parts-figures'
import { inWords, warning } from '../words.ts'

/** What an entity states: the code of an indicator, and by what it is broken down. */
const ROWS: readonly (readonly [
  string,
  Readonly<Record<string, Readonly<Record<string, string>>>>?,
])[] = [
  [
    'H8',
    {
      sex: { female: 'Nữ' },
      ethnicity: { minority: 'Dân tộc thiểu số' },
      disability: { disabled: 'Người khuyết tật' },
      poverty: { poor: 'Hộ nghèo', near_poor: 'Hộ cận nghèo' },
      members: { person: 'Cá nhân', household: 'Hộ gia đình', organisation: 'Pháp nhân' },
    },
  ],
  ['H8m'],
  ['H9', { sex: { female: 'Nữ' }, insurance: { insured: 'Được đóng bảo hiểm' } }],
  ['H9m'],
  ['H9t'],
  [
    'H16',
    {
      training: {
        elementary: 'Sơ cấp',
        intermediate: 'Trung cấp',
        college: 'Cao đẳng',
        university: 'Đại học trở lên',
      },
      sex: { female: 'Nữ' },
    },
  ],
  ['H13'],
  ['K1'],
  ['K2'],
  ['K3'],
  ['H14'],
  ['K8'],
  ['H10'],
  ['H10t'],
  ['H10n'],
  ['H11'],
  ['H12'],
  ['H15'],
  ['K4'],
  ['K5'],
  [
    'K6',
    {
      land: {
        crops: 'Đất trồng trọt',
        aquaculture: 'Đất nuôi trồng thủy sản',
        forest: 'Đất lâm nghiệp',
        salt: 'Đất làm muối',
        works: 'Trụ sở, nhà kho, nhà xưởng',
        leased: 'Trong đó đất thuê',
      },
    },
  ],
  [
    'K7',
    {
      machines: {
        tractor: 'Máy kéo, máy làm đất',
        harvester: 'Máy gặt đập',
        pump: 'Máy bơm, hệ thống tưới',
        sprayer: 'Máy phun thuốc',
        drone: 'Thiết bị bay',
        dryer: 'Máy sấy',
        cold_store: 'Kho lạnh',
        processing: 'Dây chuyền chế biến, đóng gói',
        vehicle: 'Xe vận tải',
        vessel: 'Tàu, thuyền',
        other: 'Máy khác',
      },
    },
  ],
]

export interface Indicator {
  code: string
  name: string
  measure: string
  addsUp: string
}

/** The rows of the sheet in their order; what the installation has no indicator for is left out. */
export function rowsFor(indicators: readonly Indicator[]): FigureRow[] {
  return ROWS.flatMap(([code, breakdowns = {}]) => {
    const indicator = indicators.find((one) => one.code === code)
    if (!indicator) return []
    const { name, measure, addsUp } = indicator
    const whole = { code, measure, isMean: addsUp === 'mean' || addsUp === 'ratio' }
    const parts = Object.entries(breakdowns).flatMap(([of, words]) =>
      Object.entries(words).map(([part, said]) => ({
        ...whole,
        key: `${code}/${of}=${part}`,
        breakdown: { [of]: part },
        name: said,
      })),
    )
    return [{ ...whole, key: code, breakdown: {}, name }, ...parts]
  })
}

/** Codes of the sheet. */
export const CODES = ROWS.map(([code]) => code)

/** Of a mean or a ratio numerator ÷ denominator, to two places; missing stays missing. */
export function shownOf(
  value: number | null,
  weight: number | null,
  isMean: boolean,
): number | null {
  if (!isMean) return value
  return value === null || !weight ? null : Math.round((value / weight) * 100) / 100
}

/** Parts that make up a whole, and parts that cannot be more than it. */
const SUMS: readonly (readonly [string, readonly string[], string])[] = [
  ['H10', ['H10t', 'H10n'], 'Doanh thu với thành viên và bên ngoài'],
  [
    'H8',
    ['H8/members=person', 'H8/members=household', 'H8/members=organisation'],
    'Thành viên theo đối tượng',
  ],
]
const PARTS = [
  'H8/sex=female',
  'H8/ethnicity=minority',
  'H8/disability=disabled',
  'H8/poverty=poor',
  'H9/sex=female',
  'H16/sex=female',
]

/** The first year of which the law of 2023 speaks from its beginning. */
const FUND_SINCE = 2025

/** Figures of a year that do not fit each other: shown, not barred. */
export function warningsOf(
  cells: readonly FigureCell[],
  rows: readonly FigureRow[],
  kind: string | null = null,
): EntityWarning[] {
  const values = new Map(cells.map(({ key, year, value }) => [`${key} ${year}`, value]))
  const years = [...new Set(cells.map(({ year }) => year))]
  const nameOf = (key: string) => rows.find((row) => row.key === key)?.name ?? key
  const at = (key: string, year: number) => values.get(`${key} ${year}`) ?? null
  const sums = years.flatMap((year) =>
    SUMS.flatMap(([whole, parts, words]) => {
      const total = at(whole, year)
      const found = parts.map((part) => at(part, year))
      if (total === null || found.includes(null)) return []
      const sum = found.reduce<number>((all, one) => all + (one ?? 0), 0)
      if (Math.abs(sum - total) <= Math.max(1, Math.abs(total) * 0.001)) return []
      return [
        warning(
          'figures.sum',
          `${whole} ${year}`,
          `Năm ${year}: ${words} cộng lại là ${inWords(sum)}, khác ${nameOf(whole).toLowerCase()} ${inWords(total)}.`,
          `${year}: the parts of ${whole} sum up to ${inWords(sum)}, not ${inWords(total)}.`,
        ),
      ]
    }),
  )
  const parts = years.flatMap((year) =>
    PARTS.flatMap((key) => {
      const whole = key.slice(0, key.indexOf('/'))
      const [total, part] = [at(whole, year), at(key, year)]
      if (total === null || part === null || part <= total) return []
      return [
        warning(
          'figures.part',
          `${key} ${year}`,
          `Năm ${year}: ${nameOf(whole)} – ${nameOf(key).toLowerCase()} ${inWords(part)} lớn hơn tổng số ${inWords(total)}.`,
          `${year}: ${key} is ${inWords(part)}, more than ${inWords(total)} in all.`,
        ),
      ]
    }),
  )
  return [...sums, ...parts, ...fundWarnings(years, at, kind)]
}

/** Least part of a year's income for the common indivisible fund, in percent (article 84). */
const FUND: Readonly<Record<string, number>> = { cooperative: 5, union: 10 }
const FUND_BASIS = 'Luật Hợp tác xã số 17/2023/QH15, Điều 84'

/** What went into the fund is not stated, so its growth over the year is set beside the profit. */
function fundWarnings(
  years: readonly number[],
  at: (key: string, year: number) => number | null,
  kind: string | null,
): EntityWarning[] {
  const percent = FUND[kind ?? '']
  if (percent === undefined) return []
  return years.flatMap((year) => {
    const [before, now, profit] = [at('K2', year - 1), at('K2', year), at('H11', year)]
    if (year < FUND_SINCE || before === null || now === null || profit === null || profit <= 0)
      return []
    const grown = now - before
    if (grown >= (profit * percent) / 100) return []
    return [
      warning(
        'figures.fund',
        `K2 ${year}`,
        `Năm ${year}: quỹ chung không chia tăng ${inWords(grown)} triệu đồng, chưa bằng ${percent}% của lãi ${inWords(profit)} triệu đồng. Hãy kiểm tra mức trích lập quỹ.`,
        `${year}: the common indivisible fund grew by ${inWords(grown)} million, less than ${percent}% of the profit of ${inWords(profit)} million. Check what was set aside.`,
        FUND_BASIS,
      ),
    ]
  })
}
