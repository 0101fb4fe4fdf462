import type { ImportIssue } from '@hopluc/shared/entity-import'
import type { EntityAttributes, EntityKind, EntityStatus } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import type { Figure } from './columns.ts'

/** What a line says, as far as it can be understood without the register. */
export interface Listed {
  line: number
  id: string | null
  /** Absent is not said. */
  attributes: Partial<EntityAttributes>
  /** As the name begins, where no column says it. */
  kindByName: EntityKind | null
  place: {
    province: string
    district: string
    commune: string
    code: string
    address: string | null
    lat: number | null
    lon: number | null
  }
  foundedOn: PlainDate | null
  certificate: { no: string | null; on: PlainDate | null; by: string | null }
  status: { value: EntityStatus; on: PlainDate | null; decisionNo: string | null } | null
  fromOn: PlainDate | null
  year: number | null
  /** In the measure of the indicator: money in million đồng. */
  figures: Partial<Record<Figure, number>>
  issues: ImportIssue[]
}

/** What the lists of the register have, folded: by name and by other names. */
export interface Lists {
  commodities: ReadonlyMap<string, string>
  lines: ReadonlySet<string>
}
