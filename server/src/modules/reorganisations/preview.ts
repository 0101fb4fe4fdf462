import type {
  ReorganisationIssue,
  ReorganisationPreview,
  ReorganisationQuestion,
  UnitGroup,
  UnitSide,
} from '@hopluc/shared/reorganisations'
import { type Id, type PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import type { Issue } from '../../platform/errors.ts'
import { listHoldings } from '../holdings/index.ts'
import { inWords, issue } from './issues.ts'
import { unitWords } from './resolve-units.ts'
import { answered, resolve, type Resolved } from './resolve.ts'
import type { ReorganisationRecord } from './store.ts'
import { heldOf, sum, survey } from './survey.ts'
import { loadWorld } from './world.ts'

export interface Examined {
  resolved: Resolved
  questions: ReorganisationQuestion[]
  errors: ReorganisationIssue[]
}

/** The plan with what follows by rule, everything that has to be asked, and what is wrong. */
export async function examine(db: Reader, record: ReorganisationRecord): Promise<Examined> {
  const { plan, onDay } = record
  const resolved = resolve(record, plan, await loadWorld(db, plan, onDay))
  const questions = resolved.questions.map((one) => answered('units', one, plan.answers))
  const errors = [...resolved.errors]
  if (errors.length === 0)
    for (const { module, questions: ask, errors: find } of listHoldings()) {
      const asked = (await ask?.(db, resolved.plan)) ?? []
      questions.push(...asked.map((one) => answered(module, one, plan.answers)))
      errors.push(...((await find?.(db, resolved.plan)) ?? []))
    }
  const once = new Map(questions.map((one) => [one.key, one]))
  return { resolved, questions: [...once.values()], errors }
}

/** What keeps it from being carried out: what is wrong and what nobody has answered. */
export function openMatters({ questions, errors }: Examined): Issue[] {
  const open = questions
    .filter(({ isOpen }) => isOpen)
    .map(({ key, vi, en }) => ({ path: `answers.${key}`, vi, en }))
  return [...errors, ...open]
}

/** What would move, what cannot be decided, what is wrong. Writes nothing. */
export async function preview(
  db: Reader,
  record: ReorganisationRecord,
  today: PlainDate,
): Promise<ReorganisationPreview> {
  const { resolved, questions, errors } = await examine(db, record)
  const { plan } = resolved
  const { units, agencies } = plan
  const before = [
    ...new Set([
      ...units.successions.map(({ fromId }) => fromId),
      ...units.ended,
      ...units.changed.map(({ id }) => id),
    ]),
  ]
  const { byUnit, total } = await survey(db, before, plan.lastDay, agencies.ended)
  const warnings = [...resolved.warnings]
  if (plan.onDay > today) warnings.push(issue('onDay', 'not_yet', { day: inWords(plan.onDay) }))
  const named = (id: Id) => {
    const { name = '…', shortName = '…' } = plan.names.agencies.get(id) ?? {}
    return { id, name, shortName }
  }
  return {
    version: record.version,
    groups: groupsOf(resolved).map((group) => ({
      ...group,
      counts: sum(group.from.map(({ id }) => byUnit.get(id))),
    })),
    agencies: [
      ...agencies.successions.map(({ fromId, toId, duty }) => ({
        from: named(fromId),
        to: named(toId),
        duty,
        onDay: plan.onDay,
      })),
      ...agencies.ended
        .filter((id) => !agencies.successions.some(({ fromId }) => fromId === id))
        .map((id) => ({ from: named(id), to: null, duty: '', onDay: plan.onDay })),
    ],
    held: heldOf(total, questions),
    questions,
    warnings,
    errors,
    canApply: errors.length === 0 && questions.every(({ isOpen }) => !isOpen),
  }
}

function groupsOf({ plan, units }: Resolved): Omit<UnitGroup, 'counts'>[] {
  const { successions, ended, changed, founded } = plan.units
  const sideBefore = (id: Id): UnitSide => {
    const unit = units.before.get(id)
    const above = unit?.parentId ? units.before.get(unit.parentId) : undefined
    return sideOf(id, unit, above)
  }
  const sideAfter = (id: Id): UnitSide => {
    const unit = units.after.get(id)
    const above = unit?.parentId ? units.after.get(unit.parentId) : undefined
    return sideOf(id, unit, above)
  }
  const isNew = (id: Id) => founded.some((unit) => unit.id === id)
  const whole = { isWhole: true, share: null, isEstimate: false }
  const followed = new Set(successions.map(({ fromId }) => fromId))
  const merged = [...Map.groupBy(successions, ({ toId }) => toId)].map(([toId, from]) => ({
    id: toId,
    to: sideAfter(toId),
    isFounded: isNew(toId),
    from: from.map(({ fromId, isWhole, share, isEstimate }) => ({
      ...sideBefore(fromId),
      isWhole,
      share,
      isEstimate,
    })),
  }))
  const renamed = changed
    .filter(({ id }) => !merged.some((group) => group.id === id))
    .map(({ id }) => ({
      id,
      to: sideAfter(id),
      isFounded: false,
      from: [{ ...sideBefore(id), ...whole }],
    }))
  const fresh = founded
    .filter(({ id }) => !merged.some((group) => group.id === id))
    .map(({ id }) => ({ id, to: sideAfter(id), isFounded: true, from: [] }))
  const gone = ended
    .filter((id) => !followed.has(id))
    .map((id) => ({ id, to: null, isFounded: false, from: [{ ...sideBefore(id), ...whole }] }))
  return [...merged, ...renamed, ...fresh, ...gone]
}

type Known = { level: UnitSide['level']; kind: string; name: string; code: string | null }

function sideOf(id: Id, unit: Known | undefined, above: Known | undefined): UnitSide {
  return {
    id,
    level: unit?.level ?? 'commune',
    kind: unit?.kind ?? '',
    name: unit?.name ?? '…',
    code: unit?.code ?? null,
    under: above && above.level !== 'nation' ? unitWords(above) : null,
  }
}
