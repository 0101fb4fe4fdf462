import type { FigureIndicator } from '@hopluc/shared/finds'
import { bracketBefore, type Context, type Sides, sides } from './figure-context.ts'
import { inSeries } from './figure-series.ts'
import type { Quantity } from './numbers.ts'
import { added } from './added.ts'
import { AMOUNT_RULES } from './lexicon/indicators-amounts.ts'
import { COOPERATIVE_RULES } from './lexicon/indicators-cooperatives.ts'
import { COUNT_RULES } from './lexicon/indicators-counts.ts'
import type { IndicatorRule } from './lexicon/indicator-rule.ts'

export interface Judged {
  indicator: FigureIndicator
  rule: string
}

const RULES: readonly IndicatorRule[] = [...AMOUNT_RULES, ...COOPERATIVE_RULES, ...COUNT_RULES]
const NEW: Partial<Record<string, FigureIndicator>> = {
  cooperative: 'cooperatives_new',
  fund: 'cooperatives_new',
  union: 'unions_new',
  group: 'groups_new',
}
const STATES = new Set<FigureIndicator>([
  'cooperatives_new',
  'cooperatives_dissolved',
  'cooperatives_inactive',
  'cooperatives_effective',
  'unions_new',
  'groups_new',
])

/** Which indicator a quantity is of: by what it continues, else by the first rule that fits. */
export function indicatorOf(context: Context): Judged {
  return (
    continued(context) ??
    inSeries(context) ??
    byLead(context, ofWhole(context, carried(context, byRule(context))))
  )
}

/** "(kế hoạch 60 HTX)", "(năm 2019: 58%)", "34 HTX/kế hoạch 30 HTX": the same indicator again. */
function continued(context: Context): Judged | undefined {
  const { quantity, flow, clause } = context
  const left = flow.low.slice(clause.start, quantity.start)
  const bracket = bracketBefore(left)
  const previous = context.before.at(-1)
  if (
    previous?.figure &&
    previous.quantity.unitKind === quantity.unitKind &&
    /^(?: năm \d{4})? (?:lên|xuống|còn)(?: (?:còn|đến|tới|thành))? $/u.test(
      flow.low.slice(previous.quantity.end, quantity.start),
    )
  )
    return { indicator: previous.figure.indicator, rule: 'from_to' }
  const same = context.before.findLast(
    (one) => one.figure !== null && one.quantity.unitKind === quantity.unitKind,
  )
  const figure = same?.figure
  if (!figure || !same) return undefined
  if (
    /^\s?(?:\/htx)?\/ ?(?:kế hoạch|kh|chỉ tiêu)?(?: năm)? ?(?:là )?$/u.test(
      flow.low.slice(same.quantity.unitEnd, quantity.start),
    )
  ) {
    return { indicator: figure.indicator, rule: 'plan_after_slash' }
  }
  if (!bracket || /trong đó|gồm|tiêu biểu/u.test(bracket.all)) return undefined
  const isOutside = same.quantity.digits < clause.start + bracket.outside.length
  const isPlan =
    /kế hoạch|(?<!\p{L})kh(?!\p{L})|chỉ tiêu|mục tiêu|cùng kỳ|năm (?:\d{4}|trước|ngoái)|đầu (?:năm|kỳ)|nghị quyết/u
  if (!(
    isPlan.test(bracket.all) ||
    (isPlan.test(bracket.outside.slice(-40)) && bracket.all.trim() === '')
  ))
    return undefined
  if (
    isOutside &&
    figure.indicator === 'other' &&
    /tăng|giảm|vượt|cao hơn|thấp hơn/u.test(bracket.outside)
  ) {
    const whole = context.before.find(
      (one) =>
        one.figure !== null &&
        one.quantity.unitKind === quantity.unitKind &&
        one.figure.indicator !== 'other',
    )?.figure
    return whole ? { indicator: whole.indicator, rule: 'same_as_before' } : undefined
  }
  return { indicator: figure.indicator, rule: 'same_as_before' }
}

/** "doanh thu 63 tỷ đồng, lãi 5 tỷ đồng": profit of all, which no indicator has. */
function ofWhole(context: Context, judged: Judged): Judged {
  if (judged.indicator !== 'profit_per_cooperative' || context.quantity.per !== '' || context.isOwn)
    return judged
  const last = context.before.findLast((one) => one.quantity.unitKind === 'money')
  const gap = context.flow.low.slice(last?.quantity.end ?? 0, context.quantity.start)
  const isWhole =
    last?.figure?.indicator === 'revenue_total' &&
    !/bình quân|mỗi|(?:của|tại) (?:htx|hợp tác xã)/u.test(gap)
  return isWhole ? { indicator: 'other', rule: 'profit_of_all' } : judged
}

const LEADS: readonly (readonly [RegExp, FigureIndicator])[] = [
  [/thành lập mới|thành lập hợp tác xã/u, 'cooperatives_new'],
  [/giải thể/u, 'cooperatives_dissolved'],
  [/(?:ngừng|không|tạm dừng|tạm ngừng) hoạt động/u, 'cooperatives_inactive'],
]

/** An item "- Huyện Ba Bể: 6 HTX" counts what the lead-in above it counts. */
function byLead(context: Context, judged: Judged): Judged {
  if (judged.rule !== 'coop_total' || context.lead === '') return judged
  const left = context.flow.low.slice(context.clause.start, context.quantity.start)
  if (left.length > 60 || /(?<!\p{L})(?:có|tổng|hiện|còn)(?!\p{L})/u.test(left)) return judged
  const found = LEADS.find(([pattern]) => pattern.test(context.lead))
  return found ? { indicator: found[1], rule: 'by_lead' } : judged
}

function byRule(context: Context): Judged {
  const { quantity } = context
  const around = sides(context)
  const own = added().indicators.find(({ phrase }) =>
    [around.near, quantity.unit, around.right].some((words) => words.includes(phrase)),
  )
  const meant = RULES.find(({ gives }) => gives === own?.indicator)
  if (meant) return { indicator: meant.gives, rule: 'own_words' }
  const nearby =
    quantity.unitKind === 'money' || quantity.unitKind === 'share' || quantity.unitKind === 'area'
      ? around.clause
      : around.near
  const rule = RULES.find(
    (one) =>
      one.units.includes(quantity.unitKind) && fits(one, nearby, around, quantity, context.heading),
  )
  return rule ? { indicator: rule.gives, rule: rule.id } : { indicator: 'other', rule: 'none' }
}

function fits(
  rule: IndicatorRule,
  nearby: string,
  around: Sides,
  quantity: Quantity,
  heading: string,
): boolean {
  if (rule.left && !rule.left.test(nearby)) return false
  if (rule.right && !rule.right.test(around.right)) return false
  if (rule.beyond && !rule.beyond.test(around.beyond)) return false
  if (rule.near && !(rule.near.test(nearby) || rule.near.test(around.right))) return false
  if (rule.sentence && !(rule.sentence.test(around.sentence) || rule.sentence.test(heading)))
    return false
  if (rule.per && !rule.per.test(quantity.per)) return false
  if (rule.unit && !rule.unit.test(quantity.unit)) return false
  return !(rule.not && (rule.not.test(nearby) || rule.not.test(around.right)))
}

/** "thành lập mới 06 HTX, 20 THT", "…, trong đó ngành nông nghiệp 61 HTX": the verb carries over. */
function carried(context: Context, judged: Judged): Judged {
  const { quantity, flow } = context
  const helped = context.before.at(-1)
  if (
    judged.rule === 'group' &&
    helped?.figure?.rule === 'coop_helped' &&
    flow.low.slice(helped.quantity.end, quantity.start) === ', '
  )
    return { indicator: 'other', rule: 'coop_helped' }
  if (
    judged.rule === 'coop_total' &&
    helped?.quantity.unitKind === 'product' &&
    flow.low.slice(helped.quantity.unitEnd, quantity.start) === ' của '
  )
    return { indicator: 'other', rule: 'coop_of_products' }
  const isPlain = ['coop_total', 'union', 'group', 'member'].includes(judged.rule)
  const last = context.before.findLast(
    (one) =>
      one.figure !== null &&
      !bracketBefore(flow.low.slice(context.sentence.start, one.quantity.digits)),
  )
  if (!isPlain || !last?.figure || !STATES.has(last.figure.indicator)) return judged
  const gap = flow.low.slice(last.quantity.end, quantity.start).replace(/\([^()]*\)/gu, '')
  if (
    /[.;]|(?<!\p{L})(?:có|còn(?! lại)|đạt|lên|hiện|lũy kế|tổng|toàn (?:tỉnh|huyện|xã)|nâng|đến|trở lên,? có)(?!\p{L})/u.test(
      gap,
    )
  )
    return judged
  const isList = /,|(?<!\p{L})và(?!\p{L})/u.test(gap)
  if (!isList) return judged
  if (quantity.unitKind === 'member') return judged
  const next = NEW[quantity.unitKind]
  if (last.figure.indicator.endsWith('_new') && next)
    return { indicator: next, rule: 'carried_new' }
  const isSameUnit = last.quantity.unitKind === quantity.unitKind && /trong đó|gồm/u.test(gap)
  return isSameUnit ? { indicator: last.figure.indicator, rule: 'carried_part' } : judged
}
