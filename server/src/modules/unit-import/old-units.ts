import { addDays, type Id } from '@hopluc/shared/values'
import { fullName, type FullName, sameName, unitWords } from './names.ts'
import {
  type Plan,
  type PlanOptions,
  provinceOf,
  type State,
  type UnitRow,
  unitsOn,
} from './plan.ts'

interface Wanted {
  name: FullName
  district: string | null
  /** The province of today. */
  provinceId: Id
  toIds: readonly Id[]
}

export interface OldUnits {
  /** Units of the day before that a line can mean; the first place to look is what was imported before. */
  find: (wanted: Wanted) => UnitRow[]
  /** The district, or the province where it is certain; null where the list leaves it open. */
  placeOf: (district: string | null, provinceId: Id) => Id | null
}

const nameKey = ({ kind, name }: FullName | UnitRow) => `${kind} ${sameName(name)}`

/** Units as they were on the day before, by name and by what they became. */
export function oldUnits(state: State, plan: Plan, { onDay, since, newId }: PlanOptions): OldUnits {
  const dayBefore = addDays(onDay, -1)
  const before = unitsOn(state, dayBefore)
  const now = unitsOn(state, onDay)
  const byName = Map.groupBy(before.values(), nameKey)
  const ofDay = state.successions.filter((one) => one.onDay === onDay)
  const sources = Map.groupBy(ofDay, ({ toId }) => toId)
  const homes = new Map<Id, Set<Id>>() // in which provinces of today an old unit went on
  for (const { fromId, toId } of ofDay) {
    const home = provinceOf(now, toId)?.id
    const above = before.get(fromId)?.parentId
    if (!home) continue
    for (const id of above ? [fromId, above] : [fromId])
      homes.set(id, (homes.get(id) ?? new Set()).add(home))
  }
  const oldProvinces = (provinceId: Id) => {
    const ids = (sources.get(provinceId) ?? []).map(({ fromId }) => fromId)
    return before.has(provinceId) ? [...ids, provinceId] : ids
  }
  const liesIn = (unit: UnitRow, provinceId: Id) => {
    const province = provinceOf(before, unit.id)
    return province
      ? oldProvinces(provinceId).includes(province.id)
      : homes.get(unit.id)?.has(provinceId) === true
  }
  const isIn = (unit: UnitRow, district: string | null) => {
    if (!district) return true
    const above = unit.parentId ? before.get(unit.parentId) : undefined
    const [words = ''] = district.split(',')
    return above ? sameName(unitWords(above)) === sameName(words) : false
  }
  const made = new Map<string, Id>()

  return {
    find: ({ name, district, provinceId, toIds }) => {
      const fits = (unit: UnitRow) => nameKey(unit) === nameKey(name) && isIn(unit, district)
      const known = toIds.flatMap((toId) =>
        (sources.get(toId) ?? []).flatMap(({ fromId }) => before.get(fromId) ?? []),
      )
      const imported = [...new Set(known.filter(fits))]
      if (imported.length > 0) return imported
      const isNumber = /^\d+$/.test(name.name) && !district
      if (isNumber) return []
      return (byName.get(nameKey(name)) ?? []).filter(
        (unit) => isIn(unit, district) && liesIn(unit, provinceId),
      )
    },
    placeOf: (district, provinceId) => {
      const olds = oldProvinces(provinceId)
      const [words = '', inProvince = ''] = (district ?? '').split(',').map((part) => part.trim())
      const stated = olds.find((id) => {
        const one = before.get(id)
        return one && sameName(unitWords(one)) === sameName(inProvince)
      })
      const place = stated ?? (olds.length === 1 ? (olds[0] ?? null) : null)
      const name = fullName(words, ['district'])
      if (!name) return place
      const key = `${provinceId} ${sameName(district ?? '')}`
      const earlier = made.get(key)
      if (earlier) return earlier
      const known = (byName.get(nameKey(name)) ?? []).find(
        (unit) =>
          unit.level === 'district' &&
          liesIn(unit, provinceId) &&
          (!stated || unit.parentId === stated),
      )
      const id = known?.id ?? newId()
      made.set(key, id)
      if (!known) {
        const days = { fromOn: since, untilOn: dayBefore }
        plan.founded.push({ id, ...name, code: null, parentId: place, ...days })
        plan.changes.push({
          line: null,
          action: 'found_before',
          unit: unitWords(name),
          code: null,
          was: place ? unitWords(before.get(place) ?? name) : null,
        })
      }
      return id
    },
  }
}
