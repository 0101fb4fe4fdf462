import type { Id } from '@hopluc/shared/values'
import { apart } from '../../platform/apart.ts'
import { AppError } from '../../platform/errors.ts'
import { comparer, type Content, fillingOf, type PlacedFigure } from './content.ts'
import { type Filled, fillTemplate } from './fill.ts'

/** A figure as an earlier making printed it. */
export interface Before {
  typed: string
  unitId: Id
  period: string
  parts: Readonly<Record<string, string>>
  printed: string
}

/** What the thread is given: a template, what stands in it, and what stood in it before. */
export interface ToFill {
  template: Uint8Array
  content: Content
  before: readonly Before[]
}

export interface FilledReport extends Omit<Filled, 'placed'> {
  figures: (PlacedFigure & Filled['placed'][number] & { was: string | null })[]
}

/** What the thread does. */
export function fillReport({ template, content, before }: ToFill): FilledReport {
  const was = comparer(before)
  const filling = fillingOf(content, was)
  const { placed, ...filled } = fillTemplate(template, filling)
  const placeOf = new Map(placed.map((one) => [one.position, one]))
  const figures = filling.placed.map((one) => {
    const { place = '', sentence = one.printed } = placeOf.get(one.position) ?? {}
    return { ...one, place, sentence, was: was(one) ?? null }
  })
  return { ...filled, figures }
}

const WORK = { thread: new URL('./fill-thread.ts', import.meta.url), tooHeavy, seconds: 60 }

/** Fills a template while the server goes on answering. */
export function fillApart(task: ToFill, signal: AbortSignal | undefined): Promise<FilledReport> {
  return apart<FilledReport>(WORK, task, { signal })
}

function tooHeavy() {
  return new AppError('rule', 'reports.too_heavy', {
    vi: 'Mẫu báo cáo cần quá nhiều thời gian hoặc bộ nhớ để điền. Hãy bớt vòng lặp rồi thử lại.',
    en: 'This template takes too much time or memory to fill. Use fewer loops and try again.',
  })
}
