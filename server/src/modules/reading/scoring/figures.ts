import type { Tally } from './score.ts'

/** A measure over all documents: F1 with its parts, or a share of right answers. */
export interface Measure {
  name: string
  value: number
  precision: number | null
  recall: number | null
  /** Of how many it is measured. */
  of: number
}

const ORDER = [
  'directives',
  'assignees',
  'due',
  'figures',
  'figure.unit',
  'figure.indicator',
  'figure.kind',
  'figure.qualifier',
  'references',
  'reference.date',
  'reference.type',
  'organisations',
  'meeting.date',
  'meeting.chair',
  'meeting.area',
]

/** The measures of a tally, in the order of the tables; those without any case are left out. */
export function measures(tally: Tally): Measure[] {
  return ORDER.flatMap((name): Measure[] => {
    const count = tally.found[name]
    if (count) {
      const precision = count.right / (count.right + count.extra || 1)
      const recall = count.right / (count.right + count.missed || 1)
      const both = precision + recall
      const value = both === 0 ? 0 : (2 * precision * recall) / both
      return [{ name, value, precision, recall, of: count.right + count.missed }]
    }
    const share = tally.told[name]
    if (!share) return []
    return [{ name, value: share.right / share.all, precision: null, recall: null, of: share.all }]
  })
}
