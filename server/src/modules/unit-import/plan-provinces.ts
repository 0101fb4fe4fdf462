import { addDays, FOREVER, type Id } from '@hopluc/shared/values'
import { sameName, unitWords } from './names.ts'
import {
  emptyPlan,
  type Plan,
  type PlanOptions,
  type State,
  type UnitRow,
  unitsOn,
} from './plan.ts'
import { PROVINCES, PROVINCES_DAY } from './provinces.ts'

/** The 34 provinces and what they were formed from; those that are there already stay as they are. */
export function planProvinces(state: State, { since, newId }: PlanOptions): Plan {
  const plan = emptyPlan()
  const lastDay = addDays(PROVINCES_DAY, -1)
  const [before, now] = [unitsOn(state, lastDay), unitsOn(state, PROVINCES_DAY)]
  const nation = [...now.values()].find(({ level }) => level === 'nation')
  const nationId = nation?.id ?? newId()
  if (!nation)
    plan.founded.push({
      id: nationId,
      level: 'nation',
      kind: 'nước',
      name: 'Việt Nam',
      code: 'VN',
      parentId: null,
      fromOn: '1976-07-02',
      untilOn: FOREVER,
    })
  const known = (units: ReadonlyMap<Id, UnitRow>, name: string, code: string) =>
    [...units.values()].find(
      (unit) =>
        unit.level === 'province' && (unit.code === code || sameName(unit.name) === sameName(name)),
    )
  const successions = new Set(state.successions.map(({ fromId, toId }) => `${fromId} ${toId}`))
  const tell = (action: 'found' | 'found_before' | 'succeed' | 'same', unit: Named, was?: string) =>
    plan.changes.push({
      line: null,
      action,
      unit: unitWords(unit),
      code: unit.code,
      was: was ?? null,
    })

  for (const { formedFrom, before: earlier, ...province } of PROVINCES) {
    const there = known(now, province.name, province.code)
    const id = there?.id ?? newId()
    const top = { id, level: 'province', code: province.code, parentId: nationId } as const
    if (there) tell('same', province)
    else {
      const fromOn = formedFrom.length > 0 ? PROVINCES_DAY : since
      const changedOn = earlier ? addDays(earlier.untilOn, 1) : fromOn
      const { kind, name } = province
      plan.founded.push({ ...top, kind, name, fromOn: changedOn, untilOn: FOREVER })
      if (earlier) {
        const was = { kind: earlier.kind, name: earlier.name, untilOn: earlier.untilOn }
        plan.founded.push({ ...top, ...was, fromOn })
      }
      tell('found', province)
    }
    for (const one of formedFrom) {
      const oldThere = known(before, one.name, one.code)
      const fromId = oldThere?.id ?? newId()
      if (!oldThere) {
        const days = { fromOn: since, untilOn: lastDay }
        plan.founded.push({
          ...top,
          ...days,
          id: fromId,
          kind: one.kind,
          name: one.name,
          code: one.code,
        })
        tell('found_before', one)
      } else if (oldThere.untilOn > lastDay) {
        plan.errors.push({
          line: null,
          vi: `${unitWords(oldThere)} đang có và chưa kết thúc vào ${lastDay}.`,
          en: `${unitWords(oldThere)} is there and does not end on ${lastDay}.`,
        })
        continue
      }
      if (successions.has(`${fromId} ${id}`)) continue
      plan.successions.push({ fromId, toId: id, onDay: PROVINCES_DAY, isWhole: true })
      tell('succeed', province, unitWords(one))
    }
  }
  return plan
}

interface Named {
  kind: string
  name: string
  code: string
}
