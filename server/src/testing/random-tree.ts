import { addDays, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Schema } from '../platform/db.ts'

/** The same numbers from 0 to 1 for the same seed. */
export function chance(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Unit {
  id: Id
  level: 'nation' | 'province' | 'district' | 'commune'
  parentId: Id | null
  fromOn: PlainDate
  untilOn: PlainDate
}
interface Succession {
  fromId: Id
  toId: Id
  onDay: PlainDate
  isWhole: boolean
  share: number | null
}

const BEGINNING = '2004-01-01'
const ACTS = ['2008-08-01', '2013-03-15', '2019-12-01', '2025-07-01']

/**
 * A nation of some provinces, districts and communes and four acts by which communes and provinces
 * merge, split with and without shares, give parts away and go on, or end; at the last the districts
 * end. Answers the units that each act touched, and days before, between and after the acts.
 */
export async function randomTree(owner: Kysely<Schema>, random: () => number) {
  const units: Unit[] = []
  const successions: Succession[] = []
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]
  const add = (level: Unit['level'], parentId: Id | null, fromOn = BEGINNING) => {
    const unit = { id: newId(), level, parentId, fromOn, untilOn: FOREVER }
    units.push(unit)
    return unit
  }
  const alive = (level: Unit['level']) =>
    units.filter((one) => one.level === level && one.untilOn === FOREVER)
  const nation = add('nation', null)
  for (let p = 0; p < 3; p += 1) {
    const province = add('province', nation.id)
    for (let d = 0; d < 2; d += 1) {
      const { id } = add('district', province.id)
      for (let c = 0; c < 4; c += 1) add('commune', id)
    }
  }
  const touched = ACTS.map((onDay, index) => {
    const ends = { untilOn: addDays(onDay, -1) }
    const isLast = index === ACTS.length - 1
    const line = (fromId: Id, toId: Id, isWhole: boolean, share: number | null) =>
      successions.push({ fromId, toId, onDay, isWhole, share })
    const gone: Unit[] = []
    const end = (unit: Unit) => {
      Object.assign(unit, ends)
      gone.push(unit)
    }
    const provinces = alive('province')
    const merged = new Map<Id, Id>()
    if (random() < 0.6 && provinces.length > 1) {
      const into = add('province', nation.id, onDay)
      for (const one of provinces.slice(0, 2)) {
        end(one)
        line(one.id, into.id, true, null)
        merged.set(one.id, into.id)
      }
    }
    const under = (id: Id | null): Id | null => (id && merged.get(id)) ?? id
    const districts = alive('district')
    if (isLast) districts.forEach(end)
    else for (const one of districts) if (merged.has(one.parentId ?? '')) end(one)
    const ended = new Set(gone.map(({ id }) => id))
    const placeOf = (unit: Unit) => {
      const above = units.find(({ id }) => id === unit.parentId)
      if (!above || !ended.has(above.id)) return unit.parentId
      return under(above.level === 'district' ? above.parentId : above.id)
    }
    const homeless = (unit: Unit) => ended.has(unit.parentId ?? '')
    const dices = new Map(alive('commune').map((unit) => [unit, random()]))
    const goesOn = (unit: Unit) => !homeless(unit) && (dices.get(unit) ?? 0) < 0.6
    const staying = [...dices.keys()].filter(goesOn)
    for (const [unit, dice] of dices) {
      if (goesOn(unit) && dice < 0.5) continue
      const other = pick(staying.filter((one) => one !== unit))
      if (goesOn(unit)) {
        if (!other) continue
        line(unit.id, other.id, false, random() < 0.5 ? 0.2 : null)
        continue
      }
      const place = placeOf(unit)
      end(unit)
      if (dice < 0.75) line(unit.id, add('commune', place, onDay).id, true, null)
      else if (dice < 0.9) {
        const isStated = random() < 0.6
        const [one, two] = [add('commune', place, onDay), other ?? add('commune', place, onDay)]
        line(unit.id, one.id, false, isStated ? 0.35 : null)
        line(unit.id, two.id, false, isStated ? 0.65 : null)
      } else line(unit.id, (other ?? add('commune', place, onDay)).id, true, null)
    }
    return [
      ...gone.map(({ id }) => id),
      ...successions.flatMap(({ fromId, toId }) => [fromId, toId]),
    ]
  })
  await owner
    .insertInto('units')
    .values(units.map(({ id }) => ({ id })))
    .execute()
  await owner
    .insertInto('unit_versions')
    .values(
      units.map(({ id, level, parentId, fromOn, untilOn }) => ({
        unit_id: id,
        level,
        kind: level,
        name: id,
        parent_id: parentId,
        from_on: fromOn,
        until_on: untilOn,
      })),
    )
    .execute()
  const rows = [
    ...new Map(successions.map((one) => [`${one.fromId} ${one.toId} ${one.onDay}`, one])).values(),
  ]
  await owner
    .insertInto('unit_successions')
    .values(
      rows.map(({ fromId, toId, onDay, isWhole, share }) => ({
        from_id: fromId,
        to_id: toId,
        on_day: onDay,
        is_whole: isWhole,
        share: share === null ? null : String(share),
        act: 'NQ',
      })),
    )
    .execute()
  return {
    rootId: nation.id,
    touched,
    days: [BEGINNING, ...ACTS, ...ACTS.map((day) => addDays(day, -1)), '2026-01-01'],
  }
}
