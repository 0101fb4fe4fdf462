import { addDays, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import type { PredecessorLine } from './lines.ts'
import { fullName, type FullName, sameName, unitWords } from './names.ts'
import { oldUnits, type OldUnits } from './old-units.ts'
import {
  emptyPlan,
  type Plan,
  type PlanOptions,
  type State,
  type UnitRow,
  unitsOn,
} from './plan.ts'

/** Lines that mean one old unit: more than one where it was split. */
interface Group {
  name: FullName
  district: string | null
  provinceId: Id
  lines: { line: PredecessorLine; toId: Id }[]
}

/**
 * What units of a day were formed from: old units that stand until the day before, and successions.
 * Shares are never in such a list. Two lines with the same old name in one province mean one commune
 * that was split, where one of them says "a part" and also where none does: resolutions name the
 * district where two communes share a name. Only bare numbers ("Phường 1") are as many wards as lines.
 */
export function planPredecessors(
  lines: readonly PredecessorLine[],
  state: State,
  options: PlanOptions,
): Plan {
  const plan = emptyPlan()
  const { onDay } = options
  const then = unitsOn(state, onDay)
  const old = oldUnits(state, plan, options)
  const groups = groupsOf(lines, then, plan, onDay)
  const known = new Set(state.successions.map(key))
  const leaving = Map.groupBy(
    state.successions.filter((one) => one.onDay === onDay),
    ({ fromId }) => fromId,
  )
  for (const group of groups) {
    const from = fromOf(group, old, plan, options)
    if (!from) continue
    const targets = new Map(group.lines.map((one) => [one.toId, one.line]))
    const before = (leaving.get(from.id) ?? []).filter(({ toId }) => !targets.has(toId))
    const isWhole =
      targets.size + before.length === 1 && !group.lines.some((one) => one.line.isPart)
    for (const [toId, line] of targets) {
      const succession = { fromId: from.id, toId, onDay, isWhole }
      const isKnown = known.has(key(succession))
      if (!isKnown) plan.successions.push(succession)
      plan.changes.push({
        line: line.line,
        action: isKnown ? 'same' : 'succeed',
        unit: line.name,
        code: line.code,
        was: unitWords(group.name),
      })
    }
    if (!isWhole) plan.loosened.push(...(leaving.get(from.id) ?? []).filter((one) => one.isWhole))
  }
  return plan
}

const key = ({ fromId, toId, onDay }: { fromId: Id; toId: Id; onDay: PlainDate }) =>
  `${fromId} ${toId} ${onDay}`

function groupsOf(
  lines: readonly PredecessorLine[],
  then: ReadonlyMap<Id, UnitRow>,
  plan: Plan,
  onDay: PlainDate,
): Group[] {
  const communes = new Map<string, UnitRow>()
  for (const unit of then.values())
    if (unit.level === 'commune' && unit.code) communes.set(unit.code, unit)
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const to = communes.get(line.code)
    const name = fullName(line.predecessor, ['commune', 'district'])
    const province = to?.parentId ? then.get(to.parentId) : undefined
    const refused = refusal(line, to, province, onDay)
    if (refused || !to || !province) {
      if (refused) plan.errors.push(refused)
      continue
    }
    if (!name) {
      plan.unclear.push({
        line: line.line,
        vi: `“${line.predecessor}” không ghi loại đơn vị (xã, phường, thị trấn…): không nhập dòng này.`,
        en: `"${line.predecessor}" has no kind of unit (xã, phường, thị trấn …): this line is left out.`,
      })
      continue
    }
    const words = `${name.kind} ${sameName(name.name)}`
    const isNumber = /^\d+$/.test(name.name) && !line.district
    const own = isNumber ? ` ${line.code}` : ''
    const id = `${province.id} ${words} ${line.district ? sameName(line.district) : ''}${own}`
    const group = groups.get(id)
    if (group) group.lines.push({ line, toId: to.id })
    else
      groups.set(id, {
        name,
        district: line.district,
        provinceId: province.id,
        lines: [{ line, toId: to.id }],
      })
  }
  const all = [...groups.values()]
  for (const group of all) tellUnclear(group, plan)
  return all
}

function tellUnclear(group: Group, plan: Plan): void {
  const successors = new Set(group.lines.map(({ toId }) => toId))
  const [first] = group.lines
  if (!first || successors.size < 2 || group.lines.some(({ line }) => line.isPart)) return
  const names = group.lines.map(({ line }) => `${line.name} (dòng ${line.line})`).join(', ')
  plan.unclear.push({
    line: first.line.line,
    vi: `${unitWords(group.name)} có ở nhiều dòng mà không ghi huyện, không ghi “một phần”: ${names}. Coi là một đơn vị được chia, chưa rõ tỷ lệ; nếu là hai đơn vị trùng tên, hãy ghi huyện.`,
    en: `${unitWords(group.name)} stands in several lines without a district or "a part": ${names}. Taken as one that was split with unknown shares; name the district where these are two.`,
  })
}

function refusal(
  line: PredecessorLine,
  to: UnitRow | undefined,
  province: UnitRow | undefined,
  onDay: PlainDate,
) {
  if (!to || !province)
    return {
      line: line.line,
      vi: `Không có đơn vị cấp xã mã ${line.code} vào ngày ${onDay}. Hãy nhập danh mục đơn vị trước.`,
      en: `There is no commune with code ${line.code} on ${onDay}. Import the list of units first.`,
    }
  if (line.provinceCode && province.code !== line.provinceCode)
    return {
      line: line.line,
      vi: `${unitWords(to)} thuộc ${unitWords(province)} (mã ${province.code}), không phải mã ${line.provinceCode}.`,
      en: `${unitWords(to)} lies in ${unitWords(province)} (code ${province.code}), not ${line.provinceCode}.`,
    }
  const name = fullName(line.name, ['commune'])
  if (line.name && sameName(name?.name ?? line.name) !== sameName(to.name))
    return {
      line: line.line,
      vi: `Mã ${line.code} là của ${unitWords(to)}, không phải “${line.name}”.`,
      en: `Code ${line.code} belongs to ${unitWords(to)}, not to "${line.name}".`,
    }
  return undefined
}

/** The old unit that lines mean, found or made; it ends the day before. */
function fromOf(
  group: Group,
  old: OldUnits,
  plan: Plan,
  { onDay, since, newId }: PlanOptions,
): UnitRow | undefined {
  const [first] = group.lines
  if (!first) return undefined
  const { name, district, provinceId } = group
  const toIds = group.lines.map(({ toId }) => toId)
  const candidates = old.find({ name, district, provinceId, toIds })
  if (candidates.length > 1) {
    plan.errors.push({
      line: first.line.line,
      vi: `Có ${candidates.length} đơn vị cũ tên ${unitWords(name)}; hãy ghi huyện ở cột predecessor_district.`,
      en: `There are ${candidates.length} old units called ${unitWords(name)}; name the district.`,
    })
    return undefined
  }
  const [known] = candidates
  if (known && toIds.includes(known.id)) {
    plan.errors.push({
      line: first.line.line,
      vi: `${unitWords(known)} là chính đơn vị đang có, không thể kế thừa chính mình.`,
      en: `${unitWords(known)} is the unit itself; it cannot come from itself.`,
    })
    return undefined
  }
  if (known) {
    if (known.untilOn === FOREVER) {
      plan.closed.push({ id: known.id, fromOn: known.fromOn, untilOn: addDays(onDay, -1) })
      plan.changes.push({
        line: first.line.line,
        action: 'end',
        unit: unitWords(known),
        code: known.code,
        was: null,
      })
    }
    return known
  }
  const made = {
    id: newId(),
    ...name,
    code: null,
    parentId: old.placeOf(district, provinceId),
    fromOn: since,
    untilOn: addDays(onDay, -1),
  }
  plan.founded.push(made)
  plan.changes.push({
    line: first.line.line,
    action: 'found_before',
    unit: unitWords(made),
    code: null,
    was: district,
  })
  return made
}
