import type {
  UnitImportAction,
  UnitImportChange,
  UnitImportIssue,
} from '@hopluc/shared/unit-import'
import type { UnitLevel } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'

export interface UnitRow {
  id: Id
  fromOn: PlainDate
  untilOn: PlainDate
  level: UnitLevel
  kind: string
  name: string
  code: string | null
  parentId: Id | null
}

export interface SuccessionRow {
  fromId: Id
  toId: Id
  onDay: PlainDate
  isWhole: boolean
}

/** Everything that is kept of units. */
export interface State {
  versions: readonly UnitRow[]
  successions: readonly SuccessionRow[]
}

export interface PlanOptions {
  onDay: PlainDate
  since: PlainDate
  isWhole: boolean
  newId: () => Id
}

/** What an import writes. A version is named by its unit and first day. */
export interface Plan {
  founded: UnitRow[]
  /** The new last days of versions. */
  closed: { id: Id; fromOn: PlainDate; untilOn: PlainDate }[]
  /** Versions of units that go on under another name, kind, code or place. */
  followed: UnitRow[]
  /** Versions that the list corrects, for they begin on its day. */
  corrected: UnitRow[]
  successions: SuccessionRow[]
  /** Successions that are found not to be of the whole. */
  loosened: SuccessionRow[]
  changes: UnitImportChange[]
  unclear: UnitImportIssue[]
  errors: UnitImportIssue[]
}

export function emptyPlan(): Plan {
  return {
    founded: [],
    closed: [],
    followed: [],
    corrected: [],
    successions: [],
    loosened: [],
    changes: [],
    unclear: [],
    errors: [],
  }
}

export function countsOf({ changes }: Plan): Record<UnitImportAction, number> {
  const counts = {
    found: 0,
    found_before: 0,
    rename: 0,
    change_kind: 0,
    change_code: 0,
    move: 0,
    end: 0,
    succeed: 0,
    same: 0,
  }
  for (const { action } of changes) counts[action] += 1
  return counts
}

/** Units that do not go on under another version. */
export function endedBy({ closed, followed }: Plan): Id[] {
  const goOn = new Set(followed.map(({ id }) => id))
  return closed.filter(({ id }) => !goOn.has(id)).map(({ id }) => id)
}

/** Units that a plan touches, and whether it changes anything at all. */
export function touchedBy(plan: Plan): Id[] {
  const { founded, closed, followed, corrected, successions, loosened } = plan
  return [
    ...new Set([
      ...[...founded, ...closed, ...followed, ...corrected].map(({ id }) => id),
      ...[...successions, ...loosened].flatMap(({ fromId, toId }) => [fromId, toId]),
    ]),
  ]
}

/** The versions of one day by unit. */
export function unitsOn(state: State, day: PlainDate): Map<Id, UnitRow> {
  return new Map(
    state.versions
      .filter(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
      .map((version) => [version.id, version]),
  )
}

/** The province in which a unit lies among those of a day; undefined where none is known. */
export function provinceOf(units: ReadonlyMap<Id, UnitRow>, id: Id): UnitRow | undefined {
  let unit = units.get(id)
  for (let steps = 0; unit && unit.level !== 'province' && steps < 5; steps += 1)
    unit = unit.parentId ? units.get(unit.parentId) : undefined
  return unit?.level === 'province' ? unit : undefined
}
