import {
  type Bound,
  type Counted,
  RegisterRule,
  type TargetContent,
  TargetExpression,
  type TargetRow,
} from '@hopluc/shared/plans'
import type { EntityKind } from '@hopluc/shared/entities'
import { readDay } from '../../lib/read-day.ts'

/** The form of a target, as it is typed. */
export interface TargetForm {
  words: string
  quote: string
  measure: string
  op: Bound['op']
  value: number | null
  to: number | null
  isShare: boolean
  years: string
  /** A rule of the register, `figure`, or `nothing`. */
  counted: string
  kind: EntityKind
  code: string
  part: string
  wholes: string
  isRegistered: boolean
  parentId: string
  leadId: string | null
}

export const EMPTY: TargetForm = {
  words: '',
  quote: '',
  measure: 'HTX',
  op: 'at_least',
  value: null,
  to: null,
  isShare: false,
  years: '',
  counted: 'founded',
  kind: 'cooperative',
  code: '',
  part: 'H4',
  wholes: 'H4x',
  isRegistered: true,
  parentId: '',
  leadId: null,
}

export function formOf(row: TargetRow, quote: string | null): TargetForm {
  const { expression, counted } = row
  const last = expression.bounds.find(({ year }) => year === null) ?? expression.bounds.at(-1)
  const bound = last?.bound
  return {
    ...EMPTY,
    words: row.words,
    quote: quote ?? '',
    measure: row.measure,
    op: bound?.op ?? 'at_least',
    value: bound?.value ?? null,
    to: bound?.op === 'range' ? bound.to : null,
    isShare: expression.as === 'share',
    years: expression.bounds
      .flatMap(({ year, bound: one }) => (year === null ? [] : `${year}: ${one.value}`))
      .join('\n'),
    counted: counted.by === 'register' ? counted.rule : counted.by,
    ...(counted.by === 'register' && { kind: counted.kinds[0] ?? 'cooperative' }),
    ...(counted.by === 'figure' && { code: counted.code }),
    ...(counted.by === 'share' && {
      part: codeOf(counted.part),
      wholes: counted.wholes.map(({ of }) => codeOf(of)).join(', '),
    }),
    isRegistered: row.isRegistered,
    parentId: row.parentId ?? '',
    leadId: row.lead?.id ?? null,
  }
}

type CountOf = Exclude<Counted, { by: 'share' | 'nothing' }>
const codeOf = (source: CountOf) => (source.by === 'figure' ? source.code : source.rule)

/** A code of an indicator, or a rule of the register by its name. */
function sourceOf(code: string): CountOf {
  const rule = RegisterRule.safeParse(code.trim())
  return rule.success
    ? { by: 'register', rule: rule.data, kinds: ['cooperative'] }
    : { by: 'figure', code: code.trim() }
}

/** What is sent; the name of the field that cannot be, where one cannot. */
export function contentOf(
  form: TargetForm,
  position: number,
  nameOf: (code: string) => string,
):
  | { content: TargetContent }
  | { bad: 'words' | 'value' | 'years' | 'code' | 'whole'; line?: string } {
  if (!form.words.trim()) return { bad: 'words' }
  if (form.value === null || (form.op === 'range' && form.to === null)) return { bad: 'value' }
  const lines = form.years.split('\n').filter((line) => line.trim())
  const years = lines.map((line) => /^\s*(\d{4})\s*:\s*(\d+(?:[.,]\d+)?)\s*$/.exec(line))
  const bad = years.findIndex((one) => one === null)
  if (bad >= 0) return { bad: 'years', line: lines[bad] ?? '' }
  const limit: Bound =
    form.op === 'range'
      ? { op: 'range', value: form.value, to: form.to ?? form.value }
      : { op: form.op, value: form.value }
  const op = form.op === 'range' ? 'at_least' : form.op
  const expression = TargetExpression.safeParse({
    as: form.isShare ? 'share' : 'number',
    bounds: [
      ...years.flatMap((one) =>
        one
          ? [{ year: Number(one[1]), bound: { op, value: Number(one[2]?.replace(',', '.')) } }]
          : [],
      ),
      { year: null, bound: limit },
    ],
  })
  if (!expression.success) return { bad: 'value' }
  const counted = countedOf(form, nameOf)
  if (counted === 'code' || counted === 'whole') return { bad: counted }
  return {
    content: {
      parentId: form.parentId || null,
      position,
      words: form.words.trim(),
      quote: form.quote.trim() || null,
      measure: form.isShare ? '%' : form.measure.trim() || 'HTX',
      expression: expression.data,
      counted,
      isRegistered: form.isRegistered && !form.isShare,
      leadId: form.leadId,
    },
  }
}

function countedOf(form: TargetForm, nameOf: (code: string) => string): Counted | 'code' | 'whole' {
  if (form.counted === 'nothing') return { by: 'nothing' }
  if (form.isShare) {
    const wholes = form.wholes.split(',').flatMap((one) => one.trim() || [])
    if (!form.part.trim()) return 'code'
    if (wholes.length === 0) return 'whole'
    return {
      by: 'share',
      part: sourceOf(form.part),
      wholes: wholes.map((code) => ({ label: nameOf(code), of: sourceOf(code) })),
    }
  }
  if (form.counted === 'figure')
    return form.code.trim() ? { by: 'figure', code: form.code.trim() } : 'code'
  const rule = RegisterRule.safeParse(form.counted)
  return rule.success ? { by: 'register', rule: rule.data, kinds: [form.kind] } : { by: 'nothing' }
}

/** The lines with one more, unless it stands there. */
export function withLine(text: string, name: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const isThere = lines.some((line) => line.trim() === name || line.trim().startsWith(`${name},`))
  return isThere ? text : [...lines, name].join('\n')
}

/** "HTX Minh Tân, 15/10/2027", a line each; the line that cannot be read, where one cannot. */
export function subjectsOf(
  text: string,
): { items: { name: string; expectedOn: string | null }[] } | { bad: string } {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  const items: { name: string; expectedOn: string | null }[] = []
  for (const line of lines) {
    const found = /^(.*?),\s*(\d[\d/.-]*)$/u.exec(line)
    const day = found?.[2] === undefined ? null : readDay(found[2])
    if (day === undefined) return { bad: line }
    items.push({ name: (found?.[1] ?? line).trim(), expectedOn: day })
  }
  return { items }
}
