import { addDays, FOREVER, type Id } from '@hopluc/shared/values'
import type { UnitImportAction } from '@hopluc/shared/unit-import'
import type { UnitLine } from './lines.ts'
import { fullName, type FullName, sameName, unitWords } from './names.ts'
import {
  emptyPlan,
  type Plan,
  type PlanOptions,
  provinceOf,
  type State,
  type UnitRow,
  unitsOn,
} from './plan.ts'

const RANK = { nation: 0, province: 1, district: 2, commune: 3 } as const
const SINCE_NATION = '1976-07-02'

/**
 * What a list of units changes from its day on: units are known by level and code. Where the list is
 * newer than its day, and says what a unit was called later, nothing changes.
 */
export function planUnits(lines: readonly UnitLine[], state: State, options: PlanOptions): Plan {
  const plan = emptyPlan()
  const standing = unitsOn(state, options.onDay)
  const byCode = new Map<string, UnitRow>()
  for (const unit of standing.values())
    if (unit.code) byCode.set(`${unit.level} ${unit.code}`, unit)
  const later = new Map<string, UnitRow[]>()
  for (const version of state.versions) {
    const key = version.id
    if (version.fromOn > options.onDay) later.set(key, [...(later.get(key) ?? []), version])
  }
  const nationId = nationOf(standing, plan, options)
  const found = new Map<string, { id: Id; level: keyof typeof RANK }>()
  for (const unit of byCode.values())
    if (unit.code) found.set(`${unit.level} ${unit.code}`, { id: unit.id, level: unit.level })

  const parentOf = ({ level, parentCode }: UnitLine) => {
    if (!parentCode) return level === 'province' ? nationId : undefined
    if (level === 'province') return undefined
    const above =
      level === 'commune' ? (['district', 'province'] as const) : (['province'] as const)
    for (const one of above) {
      const parent = found.get(`${one} ${parentCode}`)
      if (parent) return parent.id
    }
    return undefined
  }
  const named = new Set<Id>()
  for (const line of lines.toSorted((a, b) => RANK[a.level] - RANK[b.level] || a.line - b.line)) {
    const name = fullName(line.name, [line.level])
    const parentId = parentOf(line)
    if (!name) plan.errors.push(noKind(line))
    else if (!parentId) plan.errors.push(noParent(line, found))
    else {
      const key = `${line.level} ${line.code}`
      const now = byCode.get(key) ?? withoutCode(standing.values(), name, parentId)
      if (now) {
        named.add(now.id)
        found.set(key, { id: now.id, level: now.level })
        change(plan, options, { line, name, parentId, now, later: later.get(now.id) ?? [] })
        continue
      }
      const coming = state.versions.find(
        ({ level, code, fromOn }) =>
          level === line.level && code === line.code && fromOn > options.onDay,
      )
      if (coming) {
        plan.errors.push({
          line: line.line,
          vi: `Mã ${line.code} đã là của ${unitWords(coming)} từ ngày ${coming.fromOn}, sau ngày hiệu lực của danh mục.`,
          en: `Code ${line.code} belongs to ${unitWords(coming)} from ${coming.fromOn}, after the day of the list.`,
        })
        continue
      }
      const id = options.newId()
      found.set(key, { id, level: line.level })
      plan.founded.push({
        id,
        ...name,
        code: line.code,
        parentId,
        fromOn: options.onDay,
        untilOn: FOREVER,
      })
      tell(plan, line, 'found', null)
    }
  }
  if (options.isWhole) endOthers(plan, options, { standing, named, lines })
  return plan
}

function nationOf(standing: ReadonlyMap<Id, UnitRow>, plan: Plan, { newId }: PlanOptions): Id {
  for (const unit of standing.values()) if (unit.level === 'nation') return unit.id
  const id = newId()
  const name = { level: 'nation', kind: 'nước', name: 'Việt Nam' } as const
  plan.founded.push({
    id,
    ...name,
    code: 'VN',
    parentId: null,
    fromOn: SINCE_NATION,
    untilOn: FOREVER,
  })
  return id
}

/** One that stands there under the same name and has no code yet. */
function withoutCode(units: Iterable<UnitRow>, name: FullName, parentId: Id) {
  for (const unit of units)
    if (
      unit.code === null &&
      unit.parentId === parentId &&
      unit.level === name.level &&
      unit.kind === name.kind &&
      sameName(unit.name) === sameName(name.name)
    )
      return unit
  return undefined
}

interface Known {
  line: UnitLine
  name: FullName
  parentId: Id
  now: UnitRow
  later: readonly UnitRow[]
}

function change(plan: Plan, { onDay }: PlanOptions, { line, name, parentId, now, later }: Known) {
  const isSame = (one: UnitRow) =>
    one.kind === name.kind &&
    sameName(one.name) === sameName(name.name) &&
    one.parentId === parentId &&
    one.code === line.code
  if (isSame(now) || later.some(isSame)) {
    tell(plan, line, 'same', null)
    return
  }
  if (later.length > 0 || now.untilOn < FOREVER) {
    plan.errors.push({
      line: line.line,
      vi: `${unitWords(now)} đã thay đổi hoặc kết thúc sau ngày hiệu lực của danh mục; lịch sử sau đó không sửa.`,
      en: `${unitWords(now)} changed or ended after the day of the list; what came later is not rewritten.`,
    })
    return
  }
  const next = { ...now, ...name, code: line.code, parentId, fromOn: onDay }
  if (now.fromOn === onDay) plan.corrected.push(next)
  else {
    plan.closed.push({ id: now.id, fromOn: now.fromOn, untilOn: addDays(onDay, -1) })
    plan.followed.push(next)
  }
  if (sameName(now.name) !== sameName(name.name)) tell(plan, line, 'rename', unitWords(now))
  if (now.kind !== name.kind) tell(plan, line, 'change_kind', unitWords(now))
  if (now.code !== line.code) tell(plan, line, 'change_code', now.code)
  if (now.parentId !== parentId) tell(plan, line, 'move', null)
}

interface Ending {
  standing: ReadonlyMap<Id, UnitRow>
  named: ReadonlySet<Id>
  lines: readonly UnitLine[]
}

/** Units of the list's levels in the provinces that it lists, but which it does not name. */
function endOthers(plan: Plan, { onDay }: PlanOptions, { standing, named, lines }: Ending) {
  const levels = new Set(lines.map(({ level }) => level))
  const provinces = new Set(lines.map(({ parentCode }) => parentCode))
  for (const unit of standing.values()) {
    if (unit.level === 'nation' || !levels.has(unit.level) || named.has(unit.id)) continue
    const province = provinceOf(standing, unit.id)
    const isListed = unit.level === 'province' || provinces.has(province?.code ?? '')
    if (!isListed) continue
    const what = { line: null, unit: unitWords(unit), code: unit.code }
    if (unit.fromOn >= onDay || unit.untilOn < FOREVER) {
      plan.unclear.push({
        line: null,
        vi: `${unitWords(unit)} không có trong danh mục nhưng bắt đầu cùng ngày hoặc đã định ngày kết thúc: giữ nguyên.`,
        en: `${unitWords(unit)} is not in the list, but begins on its day or has an end already: it stays.`,
      })
      continue
    }
    plan.closed.push({ id: unit.id, fromOn: unit.fromOn, untilOn: addDays(onDay, -1) })
    plan.changes.push({ ...what, action: 'end', was: null })
  }
}

function tell(plan: Plan, line: UnitLine, action: UnitImportAction, was: string | null) {
  plan.changes.push({ line: line.line, action, unit: line.name, code: line.code, was })
}

function noKind({ line, name, level }: UnitLine) {
  return {
    line,
    vi: `“${name}” không bắt đầu bằng loại đơn vị của cấp này (${level}).`,
    en: `"${name}" does not begin with a kind of this level (${level}).`,
  }
}

function noParent({ line, level, parentCode }: UnitLine, found: ReadonlyMap<string, unknown>) {
  if (level === 'province' || (parentCode && found.has(`${level} ${parentCode}`)))
    return {
      line,
      vi: `Đơn vị không thể trực thuộc đơn vị cùng cấp hoặc cấp dưới (mã ${parentCode}).`,
      en: `A unit cannot stand below one of its own or a lower level (code ${parentCode}).`,
    }
  return {
    line,
    vi: `Không có đơn vị cấp trên mã ${parentCode ?? '(trống)'} vào ngày hiệu lực.`,
    en: `There is no unit above with code ${parentCode ?? '(empty)'} on the day of the list.`,
  }
}
