import * as z from 'zod'

const Amount = z.number().min(-1e12).max(1e12)

/** A target's bound, as documents word it: từ … trở lên, không quá …, đúng …, từ … đến …. */
export const Bound = z
  .discriminatedUnion('op', [
    z.object({ op: z.literal('at_least'), value: Amount }),
    z.object({ op: z.literal('at_most'), value: Amount }),
    z.object({ op: z.literal('exact'), value: Amount }),
    z.object({ op: z.literal('range'), value: Amount, to: Amount }),
  ])
  .refine((bound) => bound.op !== 'range' || bound.value <= bound.to, {
    path: ['to'],
    message: 'Số sau phải lớn hơn hoặc bằng số trước.',
  })
export type Bound = z.infer<typeof Bound>

/** What is to be reached by when. A share is in per cent of its whole. */
export const TargetExpression = z
  .object({
    as: z.enum(['number', 'share']),
    /** One for the end of the period (`year` null), others for the end of single years. */
    bounds: z
      .array(z.object({ year: z.int().min(1990).max(2100).nullable(), bound: Bound }))
      .min(1)
      .max(12),
  })
  .refine(
    ({ bounds }) => new Set(bounds.map(({ year }) => year)).size === bounds.length,
    'Mỗi năm chỉ một mức.',
  )
  .refine(
    ({ as, bounds }) =>
      as === 'number' ||
      bounds.every(({ bound }) => bound.value >= 0 && (limitOf(bound) ?? 0) <= 100),
    'Tỷ lệ nằm trong khoảng 0 – 100%.',
  )
export type TargetExpression = z.infer<typeof TargetExpression>

const limitOf = (bound: Bound) => (bound.op === 'range' ? bound.to : bound.value)

/** The bound that holds at the end of a year; without one of its own the next year's, else the period's. */
export function boundFor({ bounds }: TargetExpression, year: number): Bound | undefined {
  const ahead = bounds
    .filter((one) => one.year !== null && one.year >= year)
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
  return (ahead[0] ?? bounds.find((one) => one.year === null))?.bound
}

/** What holds at the end of the period: the one for it, else the last year's. */
export function finalBound({ bounds }: TargetExpression): Bound | undefined {
  const years = bounds.toSorted((a, b) => (a.year ?? 9999) - (b.year ?? 9999))
  return years.at(-1)?.bound
}

/** Where a value stands to a bound, exactly as the bound is worded. */
export function placeOf(bound: Bound, value: number): 'below' | 'within' | 'above' {
  const least = bound.op === 'at_most' ? -Infinity : bound.value
  const most = bound.op === 'at_least' ? Infinity : (limitOf(bound) ?? Infinity)
  return value < least ? 'below' : value > most ? 'above' : 'within'
}

/** Whether the target is fulfilled: beyond what was aimed at is more than fulfilled, but for a limit. */
export function isMet(bound: Bound, value: number): boolean {
  const place = placeOf(bound, value)
  return place === 'within' || (place === 'above' && bound.op !== 'at_most')
}

/** What is missing to fulfil it; of a limit, by how much it is passed. Never negative. */
export function missingTo(bound: Bound, value: number): number {
  if (isMet(bound, value)) return 0
  return Math.abs(bound.value - value)
}

const written = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })

/** As a column of a table shows it: "từ 5", "không quá 10", "70 – 80%", "4". */
export function boundWords(bound: Bound, as: TargetExpression['as']): string {
  const unit = as === 'share' ? '%' : ''
  const least = written(bound.value)
  if (bound.op === 'range') return `${least} – ${written(bound.to)}${unit}`
  if (bound.op === 'at_least') return `từ ${least}${unit}`
  return `${bound.op === 'at_most' ? 'không quá ' : ''}${least}${unit}`
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`
const RANGE = new RegExp(String.raw`(${NUMBER})\s*%?\s*(?:-|–|đến|tới)\s*(${NUMBER})\s*(%)?`, 'u')
const ONE = new RegExp(String.raw`(${NUMBER})\s*(%)?`, 'u')
const LEAST = /(^|\s)(từ|ít nhất|tối thiểu|trên|đạt trên|không dưới)\s|trở lên/iu
const MOST = /(^|\s)(không quá|nhiều nhất|tối đa|dưới|không vượt quá)\s|trở xuống/iu

const read = (words: string | undefined) =>
  Number((words ?? '').replaceAll('.', '').replace(',', '.'))

/** What the words of a document aim at, by the end of the period; undefined where they name no number. */
export function readExpression(words: string): TargetExpression | undefined {
  const range = RANGE.exec(words)
  if (range && read(range[1]) <= read(range[2]))
    return made(range[3] ?? (range[0].includes('%') ? '%' : undefined), {
      op: 'range',
      value: read(range[1]),
      to: read(range[2]),
    })
  const one = ONE.exec(words)
  if (!one) return undefined
  const op = LEAST.test(words) ? 'at_least' : MOST.test(words) ? 'at_most' : 'exact'
  return made(one[2], { op, value: read(one[1]) })
}

function made(percent: string | undefined, bound: Bound): TargetExpression | undefined {
  const expression = { as: percent ? 'share' : 'number', bounds: [{ year: null, bound }] }
  return TargetExpression.safeParse(expression).data
}
