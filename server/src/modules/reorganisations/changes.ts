import type {
  ChangesQuery,
  OrganisationChanges,
  UnitHolding,
} from '@hopluc/shared/organisation-changes'
import type { UnitGroup } from '@hopluc/shared/reorganisations'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import type { ExcelColumn, ExcelRow } from '../../platform/excel.ts'
import { AppError } from '../../platform/errors.ts'
import * as store from './changes-store.ts'
import { heldOf, sum, survey } from './survey.ts'

/** Beyond so many, what they hold is counted for the page alone and not in all. */
const COUNTED = 400

/**
 * What became of the units of a branch between two days: newer units beside those they came from,
 * with what they hold now, as far as the acting person reaches.
 */
export function changes(context: Context, query: ChangesQuery): Promise<OrganisationChanges> {
  const asOf = query.asOf ?? context.today
  const against = query.against ?? addDays(asOf, -1)
  return context.read(async (db) => {
    if (against > asOf) throw turned()
    const rows = await store.listPassages(db, { asOf, against, under: query.under ?? null })
    const groups = groupsOf(rows)
    const start = query.cursor ? groups.findIndex(({ id }) => query.cursor?.endsWith(id)) + 1 : 0
    const page = groups.slice(start, start + query.limit)
    const surveyed = groups.length <= COUNTED ? groups : page
    const { byUnit } = await survey(
      db,
      surveyed.flatMap(({ id, from }) => [id, ...from.map((one) => one.id)]),
      asOf,
    )
    const counted = (group: UnitGroup) => ({
      ...group,
      counts: sum([group.id, ...group.from.map(({ id }) => id)].map((id) => byUnit.get(id))),
    })
    const last = groups.length > start + query.limit ? page.at(-1) : undefined
    return {
      asOf,
      against,
      under: query.under ? await store.findSide(db, query.under, [asOf, against]) : null,
      acts: await store.listActs(db),
      unitsBefore: new Set(rows.map(({ from }) => from.id)).size,
      unitsAfter: new Set(rows.flatMap(({ to }) => to?.id ?? [])).size,
      levels: await store.countLevels(db, { asOf, against, under: query.under ?? null }),
      nation: query.under ? await nationAround(db, query.under, { asOf, against }) : null,
      counts: groups.length <= COUNTED ? sum(groups.map((group) => counted(group).counts)) : {},
      items: page.map(counted),
      next: last ? `_${last.id}` : null,
    }
  })
}

async function nationAround(db: Reader, under: Id, days: { asOf: PlainDate; against: PlainDate }) {
  const id = await store.findNation(db, days.asOf)
  return id && id !== under
    ? { id, levels: await store.countLevels(db, { ...days, under: null }) }
    : null
}

/** The table of conversion: one line for each older unit. */
export const CONVERSION: readonly ExcelColumn[] = [
  { header: 'Mã cũ', key: 'oldCode', width: 10, kind: 'text' },
  { header: 'Đơn vị cũ', key: 'oldName', width: 30, kind: 'text' },
  { header: 'Trực thuộc', key: 'oldUnder', width: 30, kind: 'text' },
  { header: 'Cách sắp xếp', key: 'how', width: 16, kind: 'text' },
  { header: 'Tỷ lệ', key: 'share', width: 10, kind: 'percent' },
  { header: 'Mã mới', key: 'newCode', width: 10, kind: 'text' },
  { header: 'Đơn vị mới', key: 'newName', width: 30, kind: 'text' },
  { header: 'Trực thuộc', key: 'newUnder', width: 30, kind: 'text' },
  { header: 'Từ ngày', key: 'onDay', width: 12, kind: 'date' },
  { header: 'Văn bản', key: 'act', width: 40, kind: 'text' },
]

export function conversion(context: Context, query: ChangesQuery): Promise<ExcelRow[]> {
  const asOf = query.asOf ?? context.today
  const against = query.against ?? addDays(asOf, -1)
  return context.read(async (db) => {
    const rows = await store.listPassages(db, { asOf, against, under: query.under ?? null })
    return rows.map(({ from, to, onDay, act }) => ({
      oldCode: from.code,
      oldName: `${from.kind} ${from.name}`,
      oldUnder: from.under,
      how: from.isWhole ? 'Toàn bộ' : 'Một phần',
      share: from.share,
      newCode: to?.code,
      newName: to ? `${to.kind} ${to.name}` : '',
      newUnder: to?.under,
      onDay,
      act,
    }))
  })
}

/** Nội dung bàn giao: what a unit holds on the day, and from whom its agencies took over. */
export function holding(context: Context, id: Id, asOf?: PlainDate): Promise<UnitHolding> {
  const day = asOf ?? context.today
  return context.read(async (db) => {
    const unit = await store.findSide(db, id, [day])
    if (!unit) throw noSuchUnit()
    const before = await store.listPredecessors(db, id, day)
    const { total } = await survey(db, [id, ...before], day)
    return {
      unit,
      held: heldOf(total),
      agencies: await store.listAgencyPassages(db, id, before, day),
      todo: await todoOf(db, id, before, day),
    }
  })
}

/** What nobody answers for: agencies that ended with open tasks, a unit without a committee. */
async function todoOf(
  db: Reader,
  id: Id,
  before: readonly Id[],
  day: PlainDate,
): Promise<UnitHolding['todo']> {
  const left = await store.listLeft(db, [id, ...before], day)
  const todo: UnitHolding['todo'] = left.map(({ agencyId, name, tasks }) => ({
    code: 'left_tasks',
    vi: `${name} kết thúc: ${tasks} nhiệm vụ chưa có nơi nhận`,
    en: `${name} ended: ${tasks} tasks wait for somebody to take them`,
    count: tasks,
    subjectId: agencyId,
  }))
  const { isCommune, hasCommittee } = await store.committeeOf(db, id, day)
  if (isCommune && !hasCommittee)
    todo.push({
      code: 'no_committee',
      vi: 'Chưa lập Ban Chỉ đạo; nơi không bắt buộc thì phân công lãnh đạo phụ trách',
      en: 'No committee; where none is required, a leader in charge is named',
      count: 1,
      subjectId: id,
    })
  return todo
}

function groupsOf(rows: readonly store.Passage[]): UnitGroup[] {
  const groups = Map.groupBy(rows, ({ to, from }) => to?.id ?? from.id)
  return [...groups].map(([id, some]) => ({
    id,
    to: some[0]?.to ?? null,
    isFounded: some[0]?.isFounded ?? false,
    from: some.map(({ from }) => from),
    counts: {},
  }))
}

function turned() {
  return new AppError('rule', 'reorganisations.days_turned', {
    vi: 'Ngày so sánh phải trước ngày đang xem.',
    en: 'The day to compare with has to be the earlier one.',
  })
}

function noSuchUnit() {
  return new AppError('not_found', 'units.not_found', {
    vi: 'Không tìm thấy đơn vị này vào ngày đang xem.',
    en: 'There is no such unit on this day.',
  })
}
