import type { EntityEvent } from '@hopluc/shared/entities'

/** Yearly congresses that follow each other without any other event between them; newest first. */
export interface CongressRun {
  readonly id: string
  readonly congresses: readonly EntityEvent[]
}
export type LifeRow = EntityEvent | CongressRun

export const isRun = (row: LifeRow): row is CongressRun => 'congresses' in row

/** Newest first; two or more yearly congresses in a row are one, so that founding and changes stand out. */
export function lifeRows(events: readonly EntityEvent[]): LifeRow[] {
  const rows: LifeRow[] = []
  let run: EntityEvent[] = []
  const close = () => {
    const [first] = run
    if (run.length > 1 && first) rows.push({ id: `from ${first.id}`, congresses: run })
    else rows.push(...run)
    run = []
  }
  for (const event of events.toSorted((one, other) => (one.onDay < other.onDay ? 1 : -1))) {
    if (isUsual(event)) run.push(event)
    else {
      close()
      rows.push(event)
    }
  }
  close()
  return rows
}

const isUsual = ({ kind, details, voidReason }: EntityEvent) =>
  kind === 'congress' && details.congress === 'yearly' && voidReason === null

/** The newest so many; of the older ones only the founding, which is always seen. */
export function shownOf(rows: readonly LifeRow[], most: number): readonly LifeRow[] {
  if (rows.length <= most) return rows
  const founding = rows
    .slice(most - 1)
    .find((row) => !isRun(row) && row.kind === 'registered' && row.voidReason === null)
  return founding ? [...rows.slice(0, most - 1), founding] : rows.slice(0, most)
}
