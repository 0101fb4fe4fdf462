import jsep from 'jsep'
import * as z from 'zod'

/** A formula over indicators, as it is computed. */
export type Formula =
  | { kind: 'number'; value: number }
  /** The sum of an indicator, or of a part of it. */
  | { kind: 'value'; code: string; parts: Record<string, string> }
  /** Of how many it was stated; where that is not known for all, the other indicator. */
  | { kind: 'count'; code: string; otherwise: string | null }
  | { kind: 'operation'; operator: Operator; left: Formula; right: Formula }

export const OPERATORS = ['+', '-', '*', '/'] as const
export type Operator = (typeof OPERATORS)[number]

/** Why a text is no formula, in words. */
export class FormulaError extends Error {
  readonly en: string
  constructor(vi: string, en: string) {
    super(vi)
    this.en = en
  }
}

interface Identifier {
  type: 'Identifier'
  name: string
}
interface Square {
  type: 'ArrayExpression'
  elements: Identifier[]
}
type Node =
  | { type: 'Literal'; value: number | string }
  | Identifier
  | Square
  | { type: 'UnaryExpression'; operator: string; argument: Node }
  | { type: 'BinaryExpression'; operator: string; left: Node; right: Node }
  | { type: 'CallExpression'; callee: Identifier; arguments: Node[] }

const Identifier = z.object({ type: z.literal('Identifier'), name: z.string() })
const Square = z.object({
  type: z.literal('ArrayExpression'),
  elements: z.array(Identifier).length(1),
})
const Node: z.ZodType<Node> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('Literal'), value: z.union([z.number(), z.string()]) }),
    Identifier,
    Square,
    z.object({ type: z.literal('UnaryExpression'), operator: z.string(), argument: Node }),
    z.object({
      type: z.literal('BinaryExpression'),
      operator: z.string(),
      left: Node,
      right: Node,
    }),
    z.object({ type: z.literal('CallExpression'), callee: Identifier, arguments: z.array(Node) }),
  ]),
)

/**
 * `[H10] / reported([H10], [H1])`: codes in square brackets, numbers, + − × ÷ and parentheses;
 * `part([H16], 'training', 'college')` is a part by a breakdown.
 * @throws FormulaError in words
 */
export function parseFormula(text: string): Formula {
  const plain = text
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    .replaceAll(':', '/')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/(\d),(\d)/g, '$1.$2')
  return formulaOf(treeOf(plain))
}

function treeOf(text: string): Node {
  try {
    return Node.parse(jsep(text))
  } catch {
    throw new FormulaError(
      'Không đọc được công thức. Hãy viết mã chỉ tiêu trong ngoặc vuông và dùng + − × ÷, ví dụ: [H10] / [H1].',
      'The formula cannot be read. Write codes in square brackets and use + − × ÷, such as [H10] / [H1].',
    )
  }
}

function formulaOf(node: Node): Formula {
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'number') return { kind: 'number', value: node.value }
      throw unexpected(`"${node.value}"`)
    case 'Identifier':
      throw new FormulaError(
        `Mã chỉ tiêu phải đặt trong ngoặc vuông: [${node.name}].`,
        `A code has to stand in square brackets: [${node.name}].`,
      )
    case 'ArrayExpression':
      return { kind: 'value', code: codeOf(node), parts: {} }
    case 'UnaryExpression':
      if (node.operator !== '-') throw unexpected(node.operator)
      return {
        kind: 'operation',
        operator: '-',
        left: { kind: 'number', value: 0 },
        right: formulaOf(node.argument),
      }
    case 'BinaryExpression': {
      const operator = OPERATORS.find((one) => one === node.operator)
      if (!operator) throw unexpected(node.operator)
      return {
        kind: 'operation',
        operator,
        left: formulaOf(node.left),
        right: formulaOf(node.right),
      }
    }
    case 'CallExpression':
      return callOf(node.callee.name, node.arguments)
  }
}

function callOf(name: string, given: readonly Node[]): Formula {
  const [first, second, third, ...more] = given
  if (name === 'reported' && first && !third) {
    const otherwise = second ? codeOf(second) : null
    return { kind: 'count', code: codeOf(first), otherwise }
  }
  if (name === 'part' && first && second && third && more.length === 0)
    return { kind: 'value', code: codeOf(first), parts: { [wordOf(second)]: wordOf(third) } }
  throw new FormulaError(
    `Không có hàm ${name} như vậy. Dùng reported([mã], [mã thay thế]) hoặc part([mã], 'chiều phân tổ', 'phần').`,
    `There is no such function as ${name}. Use reported([code], [other]) or part([code], 'dimension', 'part').`,
  )
}

function codeOf(node: Node): string {
  const [code] = node.type === 'ArrayExpression' ? node.elements : []
  if (code) return code.name
  throw new FormulaError(
    'Ở đây cần một mã chỉ tiêu trong ngoặc vuông.',
    'Here a code in square brackets is wanted.',
  )
}

function wordOf(node: Node): string {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  throw new FormulaError(
    "Chiều phân tổ và phần phải đặt trong dấu nháy: part([H16], 'training', 'college').",
    "Dimension and part stand in quotes: part([H16], 'training', 'college').",
  )
}

const unexpected = (what: string) =>
  new FormulaError(
    `Công thức chỉ dùng + − × ÷, dấu ngoặc và số; không dùng ${what}.`,
    `A formula takes + − × ÷, parentheses and numbers only, not ${what}.`,
  )

/** What a formula needs, each once: sums, and what stands in where counts are not known. */
export function leavesOf(formula: Formula): Extract<Formula, { kind: 'value' | 'count' }>[] {
  switch (formula.kind) {
    case 'number':
      return []
    case 'operation':
      return [...leavesOf(formula.left), ...leavesOf(formula.right)]
    default:
      return [formula]
  }
}

/** Codes that a formula names, each once. */
export function codesOf(formula: Formula): string[] {
  const named = leavesOf(formula).flatMap((leaf) =>
    leaf.kind === 'count' && leaf.otherwise ? [leaf.code, leaf.otherwise] : [leaf.code],
  )
  return [...new Set(named)]
}

/** What is known of a sum when a formula is computed. */
export interface Known {
  value: number | null
  weight: number | null
  /** All who are awaited are in it; unsaid it is. */
  isWhole?: boolean
}

/** Null where something is missing, or one would divide by nothing: never a silent zero. */
export function compute(
  formula: Formula,
  known: (code: string, parts: Record<string, string>) => Known | undefined,
): number | null {
  switch (formula.kind) {
    case 'number':
      return formula.value
    case 'value':
      return known(formula.code, formula.parts)?.value ?? null
    case 'count': {
      const sum = known(formula.code, {})
      const count = sum?.weight ?? null
      // The other indicator counts also those who have not reported: it stands in for all or for none.
      if (count !== null || !formula.otherwise || sum?.isWhole === false) return count
      return known(formula.otherwise, {})?.value ?? null
    }
    case 'operation': {
      const [left, right] = [compute(formula.left, known), compute(formula.right, known)]
      if (left === null || right === null) return null
      if (formula.operator === '+') return left + right
      if (formula.operator === '-') return left - right
      if (formula.operator === '*') return left * right
      return right === 0 ? null : left / right
    }
  }
}

/** Of a quotient, perhaps times a number (per cent), numerator and denominator. */
export function quotientOf(formula: Formula): { over: Formula; under: Formula } | undefined {
  if (formula.kind !== 'operation') return undefined
  const { operator, left, right } = formula
  if (operator === '/') return { over: left, under: right }
  if (operator !== '*') return undefined
  if (right.kind === 'number') return quotientOf(left)
  return left.kind === 'number' ? quotientOf(right) : undefined
}
