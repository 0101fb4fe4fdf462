import type {
  FoundedUnit,
  PlannedUnitSuccession,
  ReorganisationIssue,
  ReorganisationPlan,
} from '@hopluc/shared/reorganisations'
import { UnitLevel } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Asked } from '../holdings/index.ts'
import { inWords, issue, type IssueCode } from './issues.ts'
import type { UnitVersion, World } from './world.ts'

/** A unit as it will be from the day on. */
export type UnitAfter = Pick<
  UnitVersion,
  'unitId' | 'level' | 'kind' | 'name' | 'code' | 'parentId'
>

export interface ResolvedUnits {
  units: ReorganisationPlan['units']
  /** What exists from the day on, of what is known here. */
  after: ReadonlyMap<Id, UnitAfter>
  /** As it was on the day before, of what is known here. */
  before: ReadonlyMap<Id, UnitVersion>
  questions: Asked[]
  errors: ReorganisationIssue[]
  warnings: ReorganisationIssue[]
}

const rank = (level: UnitLevel) => UnitLevel.options.indexOf(level)
export const unitWords = ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`

/** Checks the units of a plan, and takes the answers about shares. Nothing else follows by rule. */
export function resolveUnits(
  { units: plan, answers }: ReorganisationPlan,
  world: World,
  onDay: PlainDate,
  lastDay: PlainDate,
): ResolvedUnits {
  const errors: ReorganisationIssue[] = []
  const warnings: ReorganisationIssue[] = []
  const questions: Asked[] = []
  const before = existing(world, lastDay)
  const after = unitsAfter(plan, existing(world, onDay))
  const nameOf = (id: Id) => {
    const known = before.get(id) ?? after.get(id) ?? world.units.get(id)?.at(-1)
    return known ? unitWords(known) : id
  }
  const fault = (path: string, code: IssueCode, id: Id, more: Record<string, string> = {}) =>
    errors.push(issue(path, code, { name: nameOf(id), day: inWords(onDay), ...more }))

  const seen = new Set<Id>()
  const once = (path: string, id: Id) => {
    if (seen.has(id)) fault(path, 'twice', id)
    seen.add(id)
  }
  for (const [at, { id, level, parentId }] of plan.founded.entries()) {
    const path = `units.founded.${at}`
    once(path, id)
    if (world.units.has(id)) fault(path, 'exists', id)
    checkParent(path, { unitId: id, level, parentId })
  }
  for (const [at, { id }] of plan.changed.entries()) {
    const path = `units.changed.${at}`
    once(path, id)
    const last = checkThere(path, id)
    const next = after.get(id)
    if (last && next) checkParent(path, next)
  }
  for (const [at, id] of plan.ended.entries()) {
    const path = `units.ended.${at}`
    once(path, id)
    if (!checkThere(path, id)) continue
    for (const child of after.values())
      if (child.parentId === id) fault(path, 'child_left', child.unitId, { other: nameOf(id) })
    if (!plan.successions.some(({ fromId }) => fromId === id))
      warnings.push(issue(path, 'no_succession', { name: nameOf(id) }))
  }
  for (const [at, { id }] of [...plan.founded, ...plan.changed].entries())
    if (isBelowItself(id, after)) fault(`units.${at}`, 'cycle', id)

  const successions = plan.successions.map((one, at) => checkSuccession(one, at))
  for (const [fromId, parts] of Map.groupBy(successions, (one) => one.fromId)) {
    const at = successions.findIndex((one) => one.fromId === fromId)
    if (
      parts.filter(({ isWhole }) => isWhole).length > 1 ||
      (parts.length > 1 && parts.some(({ isWhole }) => isWhole))
    )
      fault(`units.successions.${at}`, 'two_wholes', fromId)
    if (parts.reduce((sum, { share }) => sum + (share ?? 0), 0) > 1.000_000_1)
      fault(`units.successions.${at}`, 'shares', fromId)
  }
  return { units: { ...plan, successions }, after, before, questions, errors, warnings }

  function checkThere(path: string, id: Id): UnitVersion | undefined {
    const versions = world.units.get(id)
    const last = versions?.at(-1)
    if (!last) fault(path, 'unknown', id)
    else if (last.fromOn >= onDay) fault(path, 'overlap', id)
    else if (last.untilOn < onDay) fault(path, 'not_there', id)
    else return last
    return undefined
  }

  function checkParent(path: string, unit: Pick<UnitAfter, 'unitId' | 'level' | 'parentId'>) {
    if (unit.parentId === null) return
    const parent = after.get(unit.parentId)
    if (!parent) fault(path, 'no_parent', unit.unitId)
    else if (rank(parent.level) >= rank(unit.level)) fault(path, 'wrong_level', unit.unitId)
  }

  function checkSuccession(one: PlannedUnitSuccession, at: number): PlannedUnitSuccession {
    const path = `units.successions.${at}`
    const { fromId, toId, isWhole } = one
    if (fromId === toId) fault(path, 'itself', fromId)
    if (!before.has(fromId)) fault(path, 'no_predecessor', fromId, { day: inWords(lastDay) })
    if (!after.has(toId)) fault(path, 'no_successor', toId)
    if (plan.successions.findIndex((other) => other.fromId === fromId && other.toId === toId) < at)
      fault(path, 'twice', fromId)
    if (world.unitSuccessions.has(`${fromId} ${toId}`)) fault(path, 'succession_exists', fromId)
    if (isWhole && after.has(fromId)) fault(path, 'whole_but_stays', fromId)
    if (isWhole || one.share !== null) return isWhole ? { ...one, share: null } : one
    const key = `share:${fromId}:${toId}`
    questions.push({
      key,
      vi: `Bao nhiêu phần của ${nameOf(fromId)} nhập vào ${nameOf(toId)}?`,
      en: `Which share of ${nameOf(fromId)} passes over to ${nameOf(toId)}?`,
      subject: { kind: 'unit', id: fromId, name: nameOf(fromId) },
      input: 'share',
      choices: [
        {
          value: 'unknown',
          vi: 'Chưa biết: số liệu của phần này chưa cộng vào đơn vị mới',
          en: 'Not known yet: its figures are not added to the new unit',
        },
      ],
      usual: null,
    })
    const share = Number(answers[key])
    return share > 0 && share <= 1 ? { ...one, share, isEstimate: true } : one
  }
}

function existing(world: World, day: PlainDate): Map<Id, UnitVersion> {
  const found = new Map<Id, UnitVersion>()
  for (const [id, versions] of world.units) {
    const version = versions.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
    if (version) found.set(id, version)
  }
  return found
}

function unitsAfter(
  plan: ReorganisationPlan['units'],
  present: ReadonlyMap<Id, UnitVersion>,
): Map<Id, UnitAfter> {
  const after = new Map<Id, UnitAfter>(present)
  for (const id of plan.ended) after.delete(id)
  for (const unit of plan.founded) after.set(unit.id, founded(unit))
  for (const { id, ...change } of plan.changed) {
    const before = after.get(id)
    if (before) after.set(id, { ...before, ...said(change) })
  }
  return after
}

function founded({ id, level, kind, name, code, parentId }: FoundedUnit): UnitAfter {
  return { unitId: id, level, kind, name, code, parentId }
}

function isBelowItself(id: Id, after: ReadonlyMap<Id, UnitAfter>): boolean {
  const seen = new Set<Id>()
  for (let at = after.get(id)?.parentId; at; at = after.get(at)?.parentId) {
    if (at === id) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}

/** Only what was said: an attribute that was left out stays as it is. */
export function said<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {}
  for (const key in change) {
    const value = change[key]
    if (isSaid(value)) kept[key] = value
  }
  return kept
}

function isSaid<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}
