import type {
  ChangedUnit,
  FoundedAgency,
  FoundedUnit,
  PlannedUnitSuccession,
  ReorganisationPlan,
} from '@hopluc/shared/reorganisations'
import type { Id } from '@hopluc/shared/values'

type Plan = ReorganisationPlan
type Target<Founded> = { founded: Founded } | { id: Id }

const idOf = <Founded extends { id: Id }>(target: Target<Founded>): Id =>
  'id' in target ? target.id : target.founded.id

export interface UnitMerger {
  to: Target<FoundedUnit>
  /** Founded with the new unit. */
  agencies: readonly FoundedAgency[]
  from: readonly Omit<PlannedUnitSuccession, 'toId'>[]
}

/** Units pass wholly or in part to one; what wholly passes ends, unless it goes on itself. */
export function withMerger(plan: Plan, { to, from, agencies }: UnitMerger): Plan {
  const { units, ...rest } = plan
  const toId = idOf(to)
  const kept = units.successions.filter(
    (one) => !(one.toId === toId && from.some(({ fromId }) => fromId === one.fromId)),
  )
  const ended = from
    .filter(({ isWhole, fromId }) => isWhole && fromId !== toId)
    .map(({ fromId }) => fromId)
  return {
    ...rest,
    agencies: { ...rest.agencies, founded: [...rest.agencies.founded, ...agencies] },
    units: {
      ...units,
      founded: 'founded' in to ? [...units.founded, to.founded] : units.founded,
      ended: [...new Set([...units.ended, ...ended])],
      successions: [
        ...kept,
        ...from.filter(({ fromId }) => fromId !== toId).map((one) => ({ ...one, toId })),
      ],
    },
  }
}

/** Takes back all that leads to a unit; what then passes to nobody goes on as before. */
export function withoutUnit({ units, agencies, ...rest }: Plan, id: Id): Plan {
  const successions = units.successions.filter(({ toId, fromId }) => toId !== id && fromId !== id)
  const freed = units.successions.filter(({ toId }) => toId === id).map(({ fromId }) => fromId)
  const stillPasses = (one: Id) => successions.some(({ fromId }) => fromId === one)
  const gone = agencies.founded.filter(({ unitId }) => unitId === id).map((one) => one.id)
  return {
    ...rest,
    agencies: {
      ...agencies,
      founded: agencies.founded.filter((one) => !gone.includes(one.id)),
      successions: agencies.successions.filter(({ toId }) => !gone.includes(toId)),
    },
    units: {
      founded: units.founded.filter((one) => one.id !== id),
      changed: units.changed.filter((one) => one.id !== id),
      ended: units.ended.filter((one) => one !== id && (!freed.includes(one) || stillPasses(one))),
      successions,
    },
  }
}

/** Units end without a successor of their own, as a level that is abolished. */
export function withEnded({ units, ...rest }: Plan, ids: readonly Id[]): Plan {
  return { ...rest, units: { ...units, ended: [...new Set([...units.ended, ...ids])] } }
}

export function withChanged({ units, ...rest }: Plan, change: ChangedUnit): Plan {
  const others = units.changed.filter(({ id }) => id !== change.id)
  return { ...rest, units: { ...units, changed: [...others, change] } }
}

export interface AgencyPassing {
  to: Target<FoundedAgency>
  fromIds: readonly Id[]
  duty: string
  /** The older ones end with the act. */
  areEnded: boolean
}

/** Agencies' duties pass to one, all of them or the one named. */
export function withPassing({ agencies, ...rest }: Plan, passing: AgencyPassing): Plan {
  const { to, fromIds, duty, areEnded } = passing
  const toId = idOf(to)
  const isAgain = (one: Plan['agencies']['successions'][number]) =>
    one.toId === toId && one.duty === duty && fromIds.includes(one.fromId)
  return {
    ...rest,
    agencies: {
      ...agencies,
      founded: 'founded' in to ? [...agencies.founded, to.founded] : agencies.founded,
      ended: areEnded ? [...new Set([...agencies.ended, ...fromIds])] : agencies.ended,
      successions: [
        ...agencies.successions.filter((one) => !isAgain(one)),
        ...fromIds.map((fromId) => ({ fromId, toId, duty })),
      ],
    },
  }
}

/** Takes back one passage; a founded agency to which nothing passes any more is not founded. */
export function withoutPassage({ agencies, ...rest }: Plan, fromId: Id, toId: Id | null): Plan {
  const successions = agencies.successions.filter(
    (one) => one.fromId !== fromId || one.toId !== toId,
  )
  const isUsed = (id: Id) => successions.some((one) => one.toId === id)
  const passes = successions.some((one) => one.fromId === fromId)
  return {
    ...rest,
    agencies: {
      ...agencies,
      founded: agencies.founded.filter(({ id }) => id !== toId || isUsed(id)),
      ended: passes ? agencies.ended : agencies.ended.filter((id) => id !== fromId),
      successions,
    },
  }
}

export function withAnswer(plan: Plan, key: string, answer: string): Plan {
  const { [key]: _before, ...others } = plan.answers
  return { ...plan, answers: answer === '' ? others : { ...others, [key]: answer } }
}

export function isEmpty({ units, agencies }: Plan): boolean {
  return [units, agencies].every((part) => Object.values(part).every((list) => list.length === 0))
}
