import * as z from 'zod'

/** What a measure of a cooperative is: a number, yes or no, a code of a list (or several). */
export const MeasureType = z.enum(['number', 'yes_no', 'code'])
export type MeasureType = z.infer<typeof MeasureType>

/** Something that is known of a cooperative, as rules name it. */
export const Measure = z.object({
  code: z.string(),
  vi: z.string(),
  en: z.string(),
  /** Of a number. */
  unit: z.string().nullable(),
  type: MeasureType,
  /** Of a code. */
  options: z.array(z.object({ code: z.string(), vi: z.string(), en: z.string() })),
})
export type Measure = z.infer<typeof Measure>

/** `[H10] / [H8]`: measures in square brackets, numbers, + − × ÷ and parentheses. */
export const Expression = z.string().trim().min(1).max(500)

export const Comparison = z.enum(['>=', '>', '<=', '<', '=', '<>'])
export type Comparison = z.infer<typeof Comparison>

const Simple = z.discriminatedUnion('by', [
  z.object({ by: z.literal('compare'), value: Expression, op: Comparison, to: Expression }),
  z.object({ by: z.literal('is'), code: z.string(), value: z.boolean() }),
  /** The code is one of these; of a list of codes at least one is. */
  z.object({ by: z.literal('in'), code: z.string(), values: z.array(z.string()).min(1).max(100) }),
])
export type SimpleCondition = z.infer<typeof Simple>

export const Condition = z.discriminatedUnion('by', [
  ...Simple.options,
  z.object({ by: z.literal('any'), of: z.array(Simple).min(1).max(20) }),
])
export type Condition = z.infer<typeof Condition>

/** All of these hold. */
export const Rule = z.array(Condition).max(30)
export type Rule = z.infer<typeof Rule>

/** `unknown`: something that is asked for is not known; never taken for no, never for yes. */
export const Outcome = z.enum(['met', 'not_met', 'unknown'])
export type Outcome = z.infer<typeof Outcome>

/** How a rule came out, in Vietnamese, condition by condition. */
export const Explained = z.object({
  outcome: Outcome,
  conditions: z.array(
    z.object({
      outcome: Outcome,
      /** "Thành viên chính thức: 45 người, cần từ 50 người trở lên". */
      vi: z.string(),
      /** Codes of the measures that are missing. */
      missing: z.array(z.string()),
    }),
  ),
})
export type Explained = z.infer<typeof Explained>
