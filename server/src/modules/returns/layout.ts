import {
  type BreakdownParts,
  type ColumnKind,
  ENTERED,
  type FormDefinition,
  type FormGrid,
  type FormIndicator,
} from '@hopluc/shared/report-forms'
import {
  cellKey,
  type CellPlace,
  type GridColumn,
  type GridRow,
  type ReturnGrid,
  type ReturnSection,
  UNIT_ROW,
} from '@hopluc/shared/returns'
import type { Id, PlainDate } from '@hopluc/shared/values'

export interface LaidIndicator {
  id: Id
  code: string
  name: string
  measure: string
  addsUp: string
  decimals: number
  origin: string
}

export interface EntityRow {
  id: Id
  name: string
  kind: GridRow['entityKind']
  detail: string | null
  hasAccount: boolean
  invitedOn: PlainDate | null
}

export interface LayoutInput {
  definition: FormDefinition
  indicators: ReadonlyMap<string, LaidIndicator>
  /** Of all kinds that the grids want, in the order in which they stand. */
  entities: readonly EntityRow[]
  /** How many groups (THT) the unit has. */
  groups: number
  /** Ids of breakdowns by `partsKey`. */
  breakdowns: ReadonlyMap<string, number>
  cutoffOn: PlainDate
  estimateOn: PlainDate
}

/** Where a cell stands and what may stand in it; what it holds is another matter. */
export interface Slot extends CellPlace {
  section: string
  rowKey: string
  columnKey: string
  code: string
  breakdown: BreakdownParts
  as: 'done' | 'estimate'
  isWhole: boolean
  isFlow: boolean
  isMean: boolean
  mayBeNegative: boolean
  isRequired: boolean
  isReadOnly: boolean
  /** Of a mean: the cell that holds its denominator. */
  weightKey: string | null
}

export interface Layout {
  sections: ReturnSection[]
  slots: Slot[]
  /** Slots by `cellKey`. */
  byKey: ReadonlyMap<string, Slot>
}

/** A breakdown in one order of its parts, as a key. */
export function partsKey(parts: Readonly<Record<string, string>>): string {
  const entries = Object.entries(parts)
  if (entries.length < 2) return JSON.stringify(parts) // asked of every cell
  return JSON.stringify(
    Object.fromEntries(entries.toSorted(([one], [other]) => one.localeCompare(other))),
  )
}

export const ESTIMATE = { as: 'estimate' } as const

/** With ước merged in. */
export const partsAs = (parts: BreakdownParts, as: 'done' | 'estimate'): BreakdownParts =>
  as === 'estimate' ? { ...parts, ...ESTIMATE } : parts

/** All breakdowns that a form uses, with and without ước. */
export function breakdownsOf({ sections }: FormDefinition): BreakdownParts[] {
  const all = sections.flatMap((section) =>
    section.kind === 'grid'
      ? section.indicators.flatMap(({ breakdown }) => [breakdown, partsAs(breakdown, 'estimate')])
      : [],
  )
  return [...new Map(all.map((parts) => [partsKey(parts), parts])).values()]
}

/** All codes that a form names. */
export function codesOf({ sections }: FormDefinition): string[] {
  const codes = sections.flatMap((section) =>
    section.kind === 'grid'
      ? section.indicators.flatMap((one) => [
          one.code,
          ...(one.weightCode ? [one.weightCode] : []),
          ...(one.groupCode ? [one.groupCode] : []),
        ])
      : [],
  )
  return [...new Set(codes)]
}

const ORDER: readonly ColumnKind[] = ['previous', 'same_period', 'plan', 'done', 'estimate']
const short = (day: PlainDate) => `${day.slice(8)}/${day.slice(5, 7)}`

function headOf(as: ColumnKind, { cutoffOn, estimateOn }: LayoutInput): string {
  if (as === 'previous') return 'Kỳ trước'
  if (as === 'same_period') return 'Cùng kỳ'
  if (as === 'plan') return 'Kế hoạch'
  return as === 'done' ? `Đến ${short(cutoffOn)}` : `Ước ${short(estimateOn)}`
}

/** The pages of a return from its form: rows, columns, and a slot for every cell that is entered. */
export function layoutOf(input: LayoutInput): Layout {
  const slots: Slot[] = []
  const sections = input.definition.sections.map((section): ReturnSection => {
    if (section.kind === 'notes') return section
    if (section.kind === 'questions')
      return {
        ...section,
        questions: section.questions.map((one) => ({ ...one, key: `${section.key}.${one.key}` })),
      }
    return section.rows === 'entities'
      ? entityGrid(section, input, slots)
      : indicatorGrid(section, input, slots)
  })
  return { sections, slots, byKey: new Map(slots.map((slot) => [cellKey(slot), slot])) }
}

const keyOfIndicator = ({ code, breakdown }: FormIndicator) =>
  Object.keys(breakdown).length === 0 ? code : `${code}${partsKey(breakdown)}`
const sorted = (columns: readonly ColumnKind[]) => ORDER.filter((one) => columns.includes(one))
const isEnteredKind = (as: ColumnKind): as is 'done' | 'estimate' => ENTERED.includes(as)

function entityGrid(grid: FormGrid, input: LayoutInput, slots: Slot[]): ReturnGrid {
  const columns = grid.indicators.flatMap((one): GridColumn[] => {
    const indicator = input.indicators.get(one.code)
    if (!indicator) return []
    const key = keyOfIndicator(one)
    const own = sorted(one.columns)
    const entered = own.filter((as) => isEnteredKind(as))
    return own.map((as) => ({
      key: `${key}:${as}`,
      group: `${one.label ?? indicator.name}, ${indicator.measure}`,
      name: headOf(as, input),
      as,
      isEntered: isEnteredKind(as) && !one.isReadOnly,
      of: isEnteredKind(as) ? null : `${key}:${entered[0] ?? 'done'}`,
      total: indicator.addsUp === 'mean' ? 'mean' : indicator.addsUp === 'ratio' ? 'none' : 'sum',
      weightColumn:
        indicator.addsUp === 'mean' && one.weightCode
          ? `${one.weightCode}:${isEnteredKind(as) ? as : (entered[0] ?? 'done')}`
          : null,
    }))
  })
  const entities = input.entities.filter(({ kind }) => kind && grid.entityKinds.includes(kind))
  const rows: GridRow[] = entities.map(({ id, name, kind, detail, hasAccount, invitedOn }) => ({
    key: id,
    kind: 'entity',
    id,
    name,
    detail,
    entityKind: kind,
    hasAccount,
    invitedOn,
  }))
  if (grid.hasGroupLine)
    rows.push({
      key: 'groups',
      kind: 'groups',
      id: UNIT_ROW,
      name: input.groups === 0 ? 'Tổ hợp tác' : `${input.groups} tổ hợp tác`,
      detail: input.groups === 0 ? 'không có trong danh sách' : 'gộp dòng',
      entityKind: 'group',
      hasAccount: false,
      invitedOn: null,
    })
  for (const row of rows)
    for (const one of grid.indicators)
      for (const as of sorted(one.columns).filter((kind) => isEnteredKind(kind)))
        addSlot(slots, input, {
          section: grid.key,
          row,
          one,
          as,
          columnOf: keyOfIndicator(one),
          grid,
        })
  return { kind: 'grid', key: grid.key, title: grid.title, rows, columns, hasTotal: true }
}

function indicatorGrid(grid: FormGrid, input: LayoutInput, slots: Slot[]): ReturnGrid {
  const kinds = sorted([...new Set(grid.indicators.flatMap(({ columns }) => columns))])
  const entered = kinds.filter((as) => isEnteredKind(as))
  const columns = kinds.map((as): GridColumn => ({
    key: as,
    group: null,
    name: headOf(as, input),
    as,
    isEntered: isEnteredKind(as),
    of: isEnteredKind(as) ? null : (entered[0] ?? null),
    total: 'none',
    weightColumn: null,
  }))
  const rows = grid.indicators.flatMap((one): GridRow[] => {
    const indicator = input.indicators.get(one.code)
    if (!indicator) return []
    const row: GridRow = {
      key: keyOfIndicator(one),
      kind: 'indicator',
      id: UNIT_ROW,
      name: one.label ?? indicator.name,
      detail: indicator.measure,
      entityKind: null,
      hasAccount: false,
      invitedOn: null,
    }
    for (const as of sorted(one.columns).filter((kind) => isEnteredKind(kind)))
      addSlot(slots, input, { section: grid.key, row, one, as, columnOf: null, grid })
    return [row]
  })
  return { kind: 'grid', key: grid.key, title: grid.title, rows, columns, hasTotal: false }
}

/** Persons, cooperatives and the like are counted; money and areas are measured. */
const MEASURED = /đồng|%|ha$|tấn|m2/

interface SlotOf {
  section: string
  row: GridRow
  one: FormIndicator
  as: 'done' | 'estimate'
  columnOf: string | null
  grid: FormGrid
}

function addSlot(slots: Slot[], input: LayoutInput, wanted: SlotOf): void {
  const { section, row, one, as, columnOf, grid } = wanted
  const isGroups = row.kind === 'groups'
  const indicator = input.indicators.get((isGroups ? one.groupCode : one.code) ?? '')
  const breakdownId = input.breakdowns.get(partsKey(partsAs(one.breakdown, as)))
  if (!indicator || breakdownId === undefined) return
  const isMean = indicator.addsUp === 'mean'
  slots.push({
    row: row.id,
    indicatorId: indicator.id,
    breakdownId,
    section,
    rowKey: row.key,
    columnKey: columnOf === null ? as : `${columnOf}:${as}`,
    // a check names the cooperatives' code for the groups' line too
    code: one.code,
    breakdown: one.breakdown,
    as,
    isWhole: indicator.decimals === 0 && !MEASURED.test(indicator.measure),
    isFlow: indicator.addsUp === 'sum',
    isMean,
    mayBeNegative: one.mayBeNegative,
    isRequired: one.isRequired,
    isReadOnly: one.isReadOnly,
    weightKey: isMean ? weightOf(input, wanted, grid) : null,
  })
}

function weightOf(input: LayoutInput, { row, one, as }: SlotOf, grid: FormGrid): string | null {
  const weight = grid.indicators.find(
    ({ code, breakdown }) => code === one.weightCode && Object.keys(breakdown).length === 0,
  )
  const code = row.kind === 'groups' ? weight?.groupCode : weight?.code
  const indicator = code ? input.indicators.get(code) : undefined
  const side = weight?.columns.includes(as) ? as : 'done'
  const breakdownId = input.breakdowns.get(partsKey(partsAs({}, side)))
  if (!indicator || breakdownId === undefined) return null
  return cellKey({ row: row.id, indicatorId: indicator.id, breakdownId })
}
