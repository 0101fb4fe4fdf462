import type {
  ImportAction,
  ImportChange,
  ImportColumn,
  ImportField,
  ImportIssue,
  ImportSource,
} from '@hopluc/shared/entity-import'
import type {
  EntityAttributes,
  EntityKind,
  EntityPlace,
  NewEntityEvent,
} from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Sentences } from '../../platform/errors.ts'
import type { Figure } from './columns.ts'
import type { Lists } from './listed.ts'
import type { Places, PlaceTurn } from './places.ts'

/** A line, and what is to be done for it. */
export interface Planned {
  line: number
  action: ImportAction
  name: string
  code: string | null
  unitId: Id | null
  entityId: Id | null
  fromOn: PlainDate
  /** To be written: all of a new one; else what is otherwise, of the national register all it says. */
  attributes: Partial<EntityAttributes>
  kind: EntityKind | null
  place: EntityPlace | null
  turns: PlaceTurn[]
  events: NewEntityEvent[]
  year: number | null
  figures: Partial<Record<Figure, number>>
  changes: ImportChange[]
  issues: ImportIssue[]
}

export interface PlannerSettings {
  mapping: readonly ImportColumn[]
  source: ImportSource
  day: PlainDate
  today: PlainDate
}

export interface LineSettings extends PlannerSettings {
  lists: Lists
  places: Places
  commodities: ReadonlyMap<string, string>
  seen: { codes: Map<string, number>; ids: Map<Id, number>; names: Map<string, number> }
}

export type Tell = (field: ImportField | null, isError: boolean, sentences: Sentences) => void
