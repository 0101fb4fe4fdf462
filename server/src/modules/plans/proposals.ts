import type { FoundFigure } from '@hopluc/shared/finds'
import { TargetExpression, type TargetProposals } from '@hopluc/shared/plans'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import { readApart } from '../reading/index.ts'
import * as store from './store.ts'

/** Numbers in the plan's paper that the reader takes for aims. Nothing is entered: people choose. */
export async function propose(context: Context, planId: Id): Promise<TargetProposals> {
  const text = await context.read(async (db) => {
    const plan = await store.get(db, planId, context.today)
    return store.textOf(db, plan.documentId)
  })
  if (!text) return { items: [] }
  const reading = await readApart(text, context.signal ? { signal: context.signal } : {})
  const items = reading.figures
    .filter(({ kind }) => kind === 'target')
    .flatMap((figure) => {
      const expression = expressionOf(figure)
      if (!expression) return []
      const words = text.slice(figure.start, figure.end).replace(/\s+/g, ' ').trim()
      return [{ words, quote: sentenceAt(text, figure), measure: figure.unit, expression }]
    })
  return { items }
}

/** As the reader understood the words. */
function expressionOf({ value, valueMax, unit, qualifier }: FoundFigure) {
  const op = qualifier === 'at_least' || qualifier === 'at_most' ? qualifier : 'exact'
  const bound =
    qualifier === 'range' && valueMax !== null
      ? { op: 'range', value, to: valueMax }
      : { op, value }
  return TargetExpression.safeParse({
    as: unit.includes('%') ? 'share' : 'number',
    bounds: [{ year: null, bound }],
  }).data
}

/** The sentence, or the line of a list, in which a find stands. */
function sentenceAt(text: string, { start, end }: { start: number; end: number }): string {
  const before = text.slice(0, start)
  const begin = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ') + 1) + 1
  const rest = text.slice(end)
  const stop = /[.;](?:\s|$)|\n/.exec(rest)?.index ?? rest.length
  return text.slice(begin, end + stop).trim()
}
