import type { Measure } from '@hopluc/shared/rules'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

/** A yearly figure: an indicator, perhaps a part of it, of the year or the one before. */
export interface FigureMeasure extends Measure {
  indicator: string
  parts: Readonly<Record<string, string>>
  yearsBefore: 0 | 1
}

const MILLION = 'triệu đồng'
/** What an entity states once a year. */
const STATED: readonly (readonly [code: string, unit: string, vi: string, en: string])[] = [
  ['H8', 'người', 'Thành viên (số liệu năm)', 'Members (of the year)'],
  ['H8m', 'người', 'Thành viên mới', 'New members'],
  ['H9', 'người', 'Lao động thường xuyên', 'Regular workers'],
  ['H9m', 'người', 'Lao động thường xuyên mới', 'New regular workers'],
  ['H9t', 'người', 'Lao động là thành viên', 'Workers who are members'],
  ['H10', MILLION, 'Doanh thu', 'Revenue'],
  ['H10t', MILLION, 'Doanh thu với thành viên', 'Revenue with members'],
  ['H10n', MILLION, 'Doanh thu với bên ngoài', 'Revenue with others'],
  ['H11', MILLION, 'Lãi trước thuế', 'Profit before tax'],
  [
    'H12',
    `${MILLION}/người/năm`,
    'Thu nhập bình quân lao động thường xuyên',
    'Income per regular worker',
  ],
  ['H13', MILLION, 'Vốn điều lệ (số liệu năm)', 'Charter capital (of the year)'],
  ['H14', MILLION, 'Tổng tài sản', 'Total assets'],
  ['H15', MILLION, 'Nộp ngân sách nhà nước', 'Paid to the state budget'],
  ['H16', 'người', 'Cán bộ quản lý (số liệu năm)', 'Managers (of the year)'],
  ['K1', MILLION, 'Vốn hoạt động', 'Working capital'],
  ['K2', MILLION, 'Quỹ chung không chia', 'Common indivisible fund'],
  ['K3', MILLION, 'Quỹ khác', 'Other funds'],
  ['K4', MILLION, 'Phải thu', 'Receivables'],
  ['K5', MILLION, 'Phải trả', 'Payables'],
  ['K6', 'ha', 'Diện tích đất', 'Land'],
  ['K7', 'máy', 'Máy móc, thiết bị', 'Machines'],
  ['K8', MILLION, 'Tài sản chung không chia', 'Common indivisible assets'],
]
/** Parts that criteria ask for. */
const PARTS: readonly (readonly [
  code: string,
  indicator: string,
  dim: string,
  part: string,
  vi: string,
  en: string,
])[] = [
  ['H8_female', 'H8', 'sex', 'female', 'Thành viên nữ', 'Women among the members'],
  [
    'H8_minority',
    'H8',
    'ethnicity',
    'minority',
    'Thành viên dân tộc thiểu số',
    'Minority among the members',
  ],
  [
    'H8_disabled',
    'H8',
    'disability',
    'disabled',
    'Thành viên là người khuyết tật',
    'Disabled among the members',
  ],
  [
    'H9_insured',
    'H9',
    'insurance',
    'insured',
    'Thành viên, lao động được đóng bảo hiểm',
    'Members and workers insured',
  ],
  ['H8_poor', 'H8', 'poverty', 'poor', 'Thành viên hộ nghèo', 'Poor among the members'],
  [
    'H16_university',
    'H16',
    'training',
    'university',
    'Cán bộ quản lý trình độ đại học trở lên (số liệu năm)',
    'Managers with university training (of the year)',
  ],
  [
    'H16_college',
    'H16',
    'training',
    'college',
    'Cán bộ quản lý trình độ cao đẳng (số liệu năm)',
    'Managers with college training (of the year)',
  ],
  [
    'H16_intermediate',
    'H16',
    'training',
    'intermediate',
    'Cán bộ quản lý trình độ trung cấp (số liệu năm)',
    'Managers with intermediate training (of the year)',
  ],
]

/** Of the year as the indicator's code; of the year before with `_before`. */
export const FIGURE_MEASURES: readonly FigureMeasure[] = [
  ...STATED.flatMap(([code, unit, vi, en]): FigureMeasure[] => {
    const of = { unit, type: 'number' as const, options: [], indicator: code, parts: {} }
    return [
      { ...of, code, vi, en, yearsBefore: 0 },
      {
        ...of,
        code: `${code}_before`,
        vi: `${vi}, năm trước`,
        en: `${en}, year before`,
        yearsBefore: 1,
      },
    ]
  }),
  ...PARTS.map(([code, indicator, dim, part, vi, en]): FigureMeasure => ({
    code,
    vi,
    en,
    unit: 'người',
    type: 'number',
    options: [],
    indicator,
    parts: { [dim]: part },
    yearsBefore: 0,
  })),
]

interface FigureRow {
  entityId: Id
  places: number[]
  values: number[]
}

/**
 * Yearly figures of these by entity and measure: one statement however many they are. What was never
 * stated, or stated as "không có số", is not there.
 */
export async function figuresOf(
  db: Reader,
  entityIds: readonly Id[],
  year: number,
  wanted: readonly FigureMeasure[],
): Promise<Map<Id, Map<string, number>>> {
  if (wanted.length === 0 || entityIds.length === 0) return new Map()
  const asked = wanted.map(({ indicator, parts, yearsBefore }, place) => ({
    place,
    indicator,
    parts,
    year: year - yearsBefore,
  }))
  const rows = await rowsOf(
    db,
    sql<FigureRow>`
    with asked as materialized (
      select w.place, i.id as indicator_id, b.id as breakdown_id, w.year, p.id as period_id,
        i.adds_up in ('mean', 'ratio') as is_mean
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) w (place int, indicator text, parts jsonb, year int)
      join indicators i on i.code = w.indicator
      join breakdowns b on b.parts = w.parts
      join periods p on p.kind = 'year' and p.from_on = make_date(w.year, 1, 1)
    ), found as (
      select f.entity_id, w.place,
        case when w.is_mean then f.value / nullif(f.weight, 0) else f.value end as value
      from figures f join asked w on w.indicator_id = f.indicator_id and w.breakdown_id = f.breakdown_id
        and w.period_id = f.period_id and w.year = f.year
      where f.is_last and f.entity_id = any (${[...entityIds]}::uuid[]) and f.year in (${year}::int, ${year - 1}::int)
    )
    select entity_id as "entityId", array_agg(place) as places, array_agg(value::float8) as values
    from found where value is not null group by 1`,
  )
  return new Map(
    rows.map(({ entityId, places, values }) => [
      entityId,
      new Map(
        places.flatMap((place, at) => {
          const [measure, value] = [wanted[place], values[at]]
          return measure && value !== undefined ? [[measure.code, value] as const] : []
        }),
      ),
    ]),
  )
}
