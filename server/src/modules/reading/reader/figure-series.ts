import type { Context } from './figure-context.ts'
import type { UnitKind } from './lexicon/units.ts'

/** A number that goes on with what the one before it counts, by the words between the two. */
interface SeriesRule {
  id: string
  units?: readonly UnitKind[]
  /** From the end of the number before, of the same kind of unit, to this one. */
  gap: RegExp
  /** What has to stand behind this one. */
  after?: RegExp
}

/** Tried in this order; each has its example in samples/figures.ts. */
export const SERIES_RULES: readonly SeriesRule[] = [
  {
    id: 'series_plan_compared',
    gap: /^[^.;]{0,40}so với (?:kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)(?: (?!tăng|giảm|vượt|đạt|thấp|cao|còn|thì|đã|mới)[\p{L}\d]+){0,4} $/u,
  },
  {
    id: 'series_reached',
    gap: /^,? (?:nhưng |song )?(?:đến nay|hiện nay|hiện|thực tế|kết quả),? (?:mới |chỉ |đã )*(?:được|thực hiện được|thành lập được|đạt được) $/u,
  },
  {
    id: 'series_cumulated',
    gap: /^[^.]{0,60}lũy kế (?:(?:\d{1,2}|sáu|ba|chín) tháng|từ đầu năm)(?: đầu năm)?[,:]?(?: (?!toàn|tổng|có|hiện)\p{L}+){0,3} $/u,
  },
  {
    id: 'series_of_plan',
    gap: /^ (?:trên|trong)(?: tổng số)? $/u,
    after: /^ (?:nông nghiệp )?(?:theo )?(?:kế hoạch|chỉ tiêu|nghị quyết)/u,
  },
  {
    id: 'series_plan_against',
    gap: /^(?:[^.;]{0,20}(?:trong khi|còn|mà) |, )(?:kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)[^,;.\d]{0,30} $/u,
  },
  { id: 'series_that_number', gap: /^[^.;]{0,60}con số này[^.;\d]{0,30} $/u },
  {
    id: 'series_other_period',
    units: ['money'],
    gap: /^[;,] (?:ước |dự kiến |kế hoạch |phấn đấu |thực hiện )*(?:cả năm|năm \d{4}|quý [ivx]+|\d{1,2} tháng)(?: (?:ước|đạt|dự kiến|thực hiện|là))*:? $/u,
  },
  {
    id: 'series_part',
    units: ['person', 'member'],
    gap: /^ \((?:trong đó,? )?(?!lao động|cán bộ|việc làm|nữ)[\p{L}. -]{1,30} $/u,
  },
]

/** The indicator of the number before, where the words between say that it is the same. */
export function inSeries(
  context: Context,
):
  | { indicator: NonNullable<Context['before'][number]['figure']>['indicator']; rule: string }
  | undefined {
  const { flow, quantity } = context
  const same = context.before.findLast(
    (one) => one.figure !== null && one.quantity.unitKind === quantity.unitKind,
  )
  if (!same?.figure || same.figure.indicator === 'other') return undefined
  const gap = flow.low.slice(same.quantity.end, quantity.start)
  if (gap.length > 160) return undefined
  const rule = SERIES_RULES.find(
    ({ units, gap: words, after }) =>
      (units === undefined || units.includes(quantity.unitKind)) &&
      words.test(gap) &&
      (after === undefined || after.test(flow.low.slice(quantity.unitEnd, quantity.unitEnd + 40))),
  )
  return rule && { indicator: same.figure.indicator, rule: rule.id }
}
