import type { EntityCountQuery, EntityCounts } from '@hopluc/shared/entity-lists'
import { compareNames } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import {
  fieldOptions,
  kindOptions,
  lawOptions,
  sectorOptions,
  sizeOptions,
  statusOptions,
} from './filter-options.ts'
import type { ListNames } from './words.ts'

export type CountBy = NonNullable<EntityCountQuery['by']>[number]

/** Names of what the counts are grouped by, and their order; units and commodities go by name. */
export interface Grouping {
  readonly words: (key: string | null) => string
  readonly order: (one: string | null, other: string | null) => number
}

export function groupingOf(
  by: CountBy,
  units: ReadonlyMap<string, string>,
  { commodities }: ListNames,
): Grouping {
  const fixed = optionsOf(by)
  const names =
    by === 'commodity'
      ? commodities
      : fixed.length > 0
        ? new Map(fixed.map(({ value, label }) => [value, label]))
        : units
  const words = (key: string | null) =>
    key === null ? t('registry.counts.unknown') : (names.get(key) ?? t('registry.counts.unknown'))
  const places = fixed.map(({ value }) => value)
  const order = (one: string | null, other: string | null) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return fixed.length > 0
      ? places.indexOf(one) - places.indexOf(other)
      : compareNames(words(one), words(other))
  }
  return { words, order }
}

function optionsOf(by: CountBy): readonly { value: string; label: string }[] {
  if (by === 'kind') return kindOptions()
  if (by === 'status') return statusOptions()
  if (by === 'law') return lawOptions()
  if (by === 'sector') return sectorOptions()
  if (by === 'field') return fieldOptions()
  return by === 'size' ? sizeOptions() : []
}

/** The filter of the list that a count stands for; null where the list has none. */
export function filterOf(by: CountBy, key: string | null): Record<string, string> | null {
  if (by === 'law') return { law: key ?? 'none' }
  if (key === null) return null
  return { [by === 'province' ? 'unit' : by]: key }
}

export type Figure = 'count' | 'members'

/** A cross table: rows and columns in their order, with sums. */
export function crossed(
  rows: EntityCounts['rows'],
  figure: Figure,
  order: readonly [Grouping['order'], Grouping['order'] | undefined],
) {
  const unique = (at: 0 | 1) => [...new Set(rows.map(({ keys }) => keys[at] ?? null))]
  const heads = unique(0).toSorted(order[0])
  const columns = order[1] ? unique(1).toSorted(order[1]) : []
  const sum = (fits: (row: string | null, column: string | null) => boolean) =>
    rows.reduce(
      (all, row) => (fits(row.keys[0] ?? null, row.keys[1] ?? null) ? all + row[figure] : all),
      0,
    )
  return {
    columns,
    lines: heads.map((head) => ({
      head,
      cells: columns.map((column) => sum((row, at) => row === head && at === column)),
      sum: sum((row) => row === head),
    })),
    sums: columns.map((column) => sum((_, at) => at === column)),
    sum: sum(() => true),
  }
}
