import type { RegisteredUnit, Target } from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { listIndicators } from '../indicators/index.ts'
import { boardOf } from './board.ts'
import { type Behind, entitiesBehind } from './entities.ts'
import { sourcesOf } from './measures.ts'
import { targetActions } from './policy.ts'
import * as store from './store.ts'
import * as shares from './shares-store.ts'
import * as targets from './targets-store.ts'
import * as wordings from './wordings-store.ts'

/** One target with everything that it is tied to: words, tasks, figure, cooperatives. */
export async function presentTarget(
  db: Reader,
  { actor, today }: Context,
  id: Id,
  asOf: PlainDate = today,
): Promise<Target> {
  const facts = await targets.get(db, id, asOf)
  const { isOwn, ...plan } = await store.get(db, facts.planId, asOf)
  const board = await boardOf(db, { isOwn, ...plan }, [facts], asOf)
  const [target] = board.rows
  if (!target) throw new Error(`target ${id} has no row`)
  const { units, day, registrations, allotments, measured, count } = board
  const entities = await entitiesBehind(db, facts.counted, {
    unitId: plan.unit.id,
    fromOn: plan.fromOn,
    day,
  })
  const names = await namesOf(db)
  const boundaries = day < asOf ? 'then' : 'today'
  const own = await store.ownUnits(db)
  const spoken = own.filter((unitId) => units.some((unit) => unit.id === unitId))
  const isNow = asOf >= today
  const said = new Set(registrations.map(({ unitId }) => unitId))
  const unitIds = units.map((unit) => unit.id)
  const allowed = isNow
    ? targetActions(actor, plan.state, { isOwn, speaks: spoken.length > 0 })
    : []
  return {
    target,
    plan,
    asOf: day,
    quote: facts.quote,
    paper: (await store.papersOf(db, plan.documentId)).paper,
    points: measured.get(id)?.points ?? [],
    wordings: await wordings.list(db, id, asOf),
    sources: sourcesOf(facts.counted).flatMap((source) => {
      const { period } = count(source)
      const named = source.by === 'figure' && names.get(source.code)
      return named && period !== null
        ? [{ ...named, period, unitId: plan.unit.id, boundaries }]
        : []
    }),
    entities,
    registrations: registrations.map((one) => shown(one, entities)),
    silent: facts.isRegistered ? units.filter((unit) => !said.has(unit.id)) : [],
    allotments: allotments.flatMap(({ unitId, amount, note }) => {
      const unit = units.find((one) => one.id === unitId)
      return unit ? [{ unit, amount, note }] : []
    }),
    tasks: await targets.tasksOf(db, id, asOf),
    ownUnits: isNow ? spoken : [],
    allowed: allowed.filter((action) => action !== 'register' || facts.isRegistered),
    agencies: allowed.includes('ask_explanation')
      ? await targets.answerable(db, unitIds, facts.lead?.id ?? null, today)
      : [],
  }
}

/** Of indicators, as the catalogue calls them. */
async function namesOf(db: Reader) {
  const all = await listIndicators(db)
  return new Map(all.map(({ code, name, nameEn }) => [code, { code, name, nameEn }]))
}

const plain = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(hợp tác xã|htx|tổ hợp tác|tht)\s+/u, '')

/** One that was to be founded is there when one of its name is, in the unit. */
function shown(
  { targetId: _target, unitId: _unit, subjects, ...said }: shares.RegistrationRow,
  entities: readonly Behind[],
): RegisteredUnit {
  const there = entities.filter(({ counts, unit }) => counts && unit.id === said.unit.id)
  return {
    ...said,
    subjects: subjects.map((one) => ({
      ...one,
      isDone: there.some(({ id, name }) => id === one.entityId || plain(name) === plain(one.name)),
    })),
  }
}
