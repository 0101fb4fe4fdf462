import type {
  ChangedAgency,
  PlannedAgencySuccession,
  ReorganisationIssue,
  ReorganisationPlan,
} from '@hopluc/shared/reorganisations'
import type { AgencyKind } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Asked } from '../holdings/index.ts'
import { inWords, issue, type IssueCode } from './issues.ts'
import { type ResolvedUnits, said } from './resolve-units.ts'
import { type AgencyVersion, isId, type World } from './world.ts'

/** An agency as it will be from the day on. */
export type AgencyAfter = Pick<
  AgencyVersion,
  'agencyId' | 'unitId' | 'kind' | 'name' | 'shortName' | 'actsForId'
>

export interface ResolvedAgencies {
  agencies: ReorganisationPlan['agencies']
  after: ReadonlyMap<Id, AgencyAfter>
  before: ReadonlyMap<Id, AgencyVersion>
  questions: Asked[]
  errors: ReorganisationIssue[]
}

/** These are not of the authorities: they go on where they are when the unit around them ends. */
const STAYS: readonly AgencyKind[] = ['cooperative', 'bank', 'fund', 'service', 'other']
export const NONE = 'none'

/**
 * Checks the agencies of a plan, and writes out what follows by rule: at an ended unit an authority
 * goes over to the one of its kind at the only successor, a cooperative or a bank stays and lies
 * elsewhere; who acted for an ended agency acts for its successor.
 */
export function resolveAgencies(
  { agencies: plan, answers }: ReorganisationPlan,
  units: ResolvedUnits,
  world: World,
  onDay: PlainDate,
  lastDay: PlainDate,
): ResolvedAgencies {
  const errors: ReorganisationIssue[] = []
  const questions: Asked[] = []
  const before = existing(world, lastDay)
  const ended = [...plan.ended]
  const changed = new Map<Id, ChangedAgency>(plan.changed.map((one) => [one.id, one]))
  const successions: PlannedAgencySuccession[] = [...plan.successions]
  const after = new Map<Id, AgencyAfter>(existing(world, onDay))
  for (const id of ended) after.delete(id)
  for (const { id, ...one } of plan.founded) after.set(id, { agencyId: id, ...one })

  const nameOf = (id: Id) =>
    (before.get(id) ?? after.get(id) ?? world.agencies.get(id)?.at(-1))?.name ?? id
  const fault = (path: string, code: IssueCode, id: Id, more: Record<string, string> = {}) =>
    errors.push(issue(path, code, { name: nameOf(id), day: inWords(onDay), ...more }))

  followUnits()
  for (const [id, { id: _, ...change }] of changed) {
    const old = after.get(id)
    if (old) after.set(id, { ...old, ...said(change) })
  }
  followPrincipals()
  check()
  return {
    agencies: { founded: plan.founded, changed: [...changed.values()], ended, successions },
    after,
    before,
    questions,
    errors,
  }

  /** Agencies at ended units of which the plan says nothing. */
  function followUnits() {
    for (const agency of before.values()) {
      const { agencyId: id, unitId, kind } = agency
      if (!units.units.ended.includes(unitId) || ended.includes(id)) continue
      if (!after.has(id)) continue // ends by itself on the day before
      if (changed.get(id)?.unitId !== undefined) continue
      const heirs = units.units.successions.filter(({ fromId }) => fromId === unitId)
      if (STAYS.includes(kind)) followPlace(agency, heirs)
      else
        followKind(
          agency,
          heirs.map(({ toId }) => toId),
        )
    }
  }

  function followPlace(
    { agencyId: id, name }: AgencyVersion,
    heirs: readonly { toId: Id; isWhole: boolean }[],
  ) {
    const [only] = heirs.length === 1 ? heirs : []
    const key = `place:${id}`
    if (!only)
      questions.push({
        key,
        vi: `${name} ở địa bàn của đơn vị nào?`,
        en: `In which unit does ${name} lie?`,
        subject: { kind: 'agency', id, name },
        input: 'choice',
        choices: heirs.map(({ toId }) => {
          const unit = units.after.get(toId)
          const words = unit ? `${unit.kind} ${unit.name}` : toId
          return { value: toId, vi: words, en: words }
        }),
        usual: null,
      })
    const unitId = only?.toId ?? answers[key]
    if (unitId && isId(unitId)) changed.set(id, { id, ...changed.get(id), unitId })
  }

  function followKind(
    { agencyId: id, name, kind, shortName }: AgencyVersion,
    heirs: readonly Id[],
  ) {
    const alike = [...after.values()].filter(
      (one) =>
        one.kind === kind && heirs.includes(one.unitId) && !changed.get(one.agencyId)?.unitId,
    )
    const named = alike.filter((one) => one.shortName === shortName)
    const likely = alike.length > 1 && named.length > 0 ? named : alike
    const key = `agency:${id}`
    const [only] = likely.length === 1 ? likely : []
    if (!only)
      questions.push({
        key,
        vi: `${name} kết thúc cùng đơn vị hành chính: cơ quan nào kế thừa?`,
        en: `${name} ends with its unit: which agency succeeds it?`,
        subject: { kind: 'agency', id, name },
        input: 'agency',
        choices: [
          ...[...after.values()]
            .filter((one) => heirs.includes(one.unitId))
            .map((one) => ({ value: one.agencyId, vi: one.name, en: one.name })),
          { value: NONE, vi: 'Không có cơ quan kế thừa', en: 'None succeeds it' },
        ],
        usual: null,
      })
    const toId = only?.agencyId ?? answers[key]
    if (!toId) return
    ended.push(id)
    after.delete(id)
    if (toId !== NONE && isId(toId)) successions.push({ fromId: id, toId, duty: '' })
  }

  function followPrincipals() {
    for (const { agencyId: id, actsForId } of after.values()) {
      if (!actsForId || after.has(actsForId) || !before.has(id)) continue
      if (changed.get(id)?.actsForId !== undefined) continue
      const heirs = successions.filter(({ fromId }) => fromId === actsForId)
      const [only] = heirs.length === 1 ? heirs : []
      if (only) change(id, { actsForId: only.toId })
      else fault(`agencies.${id}`, 'no_principal', id)
    }
  }

  function change(id: Id, more: Partial<AgencyAfter>) {
    changed.set(id, { id, ...changed.get(id), ...said(more) })
    const old = after.get(id)
    if (old) after.set(id, { ...old, ...said(more) })
  }

  function check() {
    const seen = new Set<Id>()
    const once = (path: string, id: Id) => {
      if (seen.has(id)) fault(path, 'twice', id)
      seen.add(id)
    }
    for (const [at, { id, unitId, actsForId }] of plan.founded.entries()) {
      const path = `agencies.founded.${at}`
      once(path, id)
      if (world.agencies.has(id)) fault(path, 'exists', id)
      if (!units.after.has(unitId)) fault(path, 'no_unit', id)
      if (actsForId && !after.has(actsForId)) fault(path, 'no_principal', id)
    }
    for (const [at, { id }] of [...changed.values()].entries()) {
      const path = `agencies.changed.${at}`
      once(path, id)
      if (!isThere(path, id)) continue
      const next = after.get(id)
      if (next && !units.after.has(next.unitId)) fault(path, 'no_unit', id)
      if (next?.actsForId && !after.has(next.actsForId)) fault(path, 'no_principal', id)
    }
    for (const [at, id] of ended.entries()) {
      const path = `agencies.ended.${at}`
      once(path, id)
      isThere(path, id)
    }
    for (const [at, { fromId, toId, duty }] of successions.entries()) {
      const path = `agencies.successions.${at}`
      if (fromId === toId) fault(path, 'itself', fromId)
      if (!before.has(fromId)) fault(path, 'no_predecessor', fromId, { day: inWords(lastDay) })
      if (!after.has(toId)) fault(path, 'no_successor', toId)
      if (world.agencySuccessions.has(`${fromId} ${toId}`)) fault(path, 'succession_exists', fromId)
      const others = successions.filter((one) => one.fromId === fromId)
      if (
        others.findIndex((one) => one.toId === toId) <
        others.findLastIndex((one) => one.toId === toId)
      )
        fault(path, 'twice', fromId)
      if (others.length > 1 && duty === '') fault(path, 'two_duties', fromId)
    }
  }

  function isThere(path: string, id: Id): boolean {
    const last = world.agencies.get(id)?.at(-1)
    if (!last) fault(path, 'unknown', id)
    else if (last.fromOn >= onDay) fault(path, 'overlap', id)
    else if (last.untilOn < onDay) fault(path, 'not_there', id)
    else return true
    return false
  }
}

function existing(world: World, day: PlainDate): Map<Id, AgencyVersion> {
  const found = new Map<Id, AgencyVersion>()
  for (const [id, versions] of world.agencies) {
    const version = versions.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
    if (version) found.set(id, version)
  }
  return found
}
