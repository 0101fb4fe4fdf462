import type { RestingOn } from '@hopluc/shared/reorganisations'
import type { Id } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import { changedSince, keyOf, listHoldings, type Row, type TableName } from '../holdings/index.ts'
import * as effectsStore from './effects-store.ts'
import * as store from './store.ts'

/** Made from other tables, or taken back by their own module. */
const DERIVED = [
  'unit_ancestry.ancestor_id',
  'unit_ancestry.descendant_id',
  'task_spans.lead_id',
  'task_parties.agency_id',
  'tasks.lead_id',
  'sessions.post_id',
]

const WORDS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  agencies: ['cơ quan', 'agencies'],
  agency_names: ['tên gọi khác của cơ quan', 'other names of agencies'],
  agency_successions: ['quan hệ kế thừa cơ quan', 'successions of agencies'],
  agency_versions: ['thay đổi của cơ quan', 'changes of agencies'],
  committee_members: ['thành viên Ban Chỉ đạo', 'members of committees'],
  committee_versions: ['quyết định về Ban Chỉ đạo', 'decisions on committees'],
  directives: ['nội dung chỉ đạo', 'directives'],
  document_numbers: ['số văn bản đã lấy', 'numbers taken for papers'],
  documents: ['văn bản', 'documents'],
  duties: ['người phụ trách địa bàn', 'duties'],
  entity_places: ['địa bàn của HTX, THT', 'places of entities'],
  inspections: ['cuộc kiểm tra', 'inspections'],
  meeting_attendees: ['giấy mời họp', 'invitations to meetings'],
  meetings: ['cuộc họp', 'meetings'],
  opinions: ['ý kiến góp ý', 'opinions'],
  posts: ['chức vụ', 'posts'],
  programme_items: ['việc trong chương trình công tác', 'items of programmes'],
  readings: ['văn bản đang trích nhiệm vụ', 'texts under review'],
  settings: ['mẫu thông báo', 'templates'],
  task_events: ['sự kiện của nhiệm vụ', 'events of tasks'],
  task_numbers: ['số nhiệm vụ đã lấy', 'numbers taken for tasks'],
  task_persons: ['người được giao nhiệm vụ', 'persons with tasks'],
  tasks: ['nhiệm vụ', 'tasks'],
  unit_successions: ['quan hệ kế thừa đơn vị', 'successions of units'],
  unit_versions: ['thay đổi của đơn vị hành chính', 'changes of units'],
  units: ['thay đổi của đơn vị hành chính', 'changes of units'],
}

/** An act of the past whose effects nobody kept. */
const RECORDED: RestingOn = {
  module: 'reorganisations',
  count: 1,
  vi: 'Việc sắp xếp này được ghi lại về sau, không có dữ liệu để hoàn lại',
  en: 'This act was recorded afterwards: there is nothing to take back',
}

/** All that an undo would pull the ground from under. */
export async function listRests(
  db: Reader,
  record: store.ReorganisationRecord,
  effects: readonly effectsStore.KeptEffect[],
): Promise<RestingOn[]> {
  if (effects.length === 0) return [RECORDED]
  const rows = lastByRow(effects)
  const founded = {
    unitIds: insertedIds(effects, 'units'),
    agencyIds: insertedIds(effects, 'agencies'),
    postIds: insertedIds(effects, 'posts'),
  }
  const rests: RestingOn[] = []
  for (const [table, after] of rows) {
    const count = await changedSince(db, table, after)
    if (count > 0) rests.push(said(table, count, 'đã thay đổi sau đó', 'changed since'))
  }
  for (const [kind, ids] of [
    ['units', founded.unitIds],
    ['agencies', founded.agencyIds],
    ['posts', founded.postIds],
  ] as const)
    for (const { table, column, rows: count } of await store.referencesTo(db, kind, ids)) {
      if (DERIVED.includes(`${table}.${column}`)) continue
      const own = countOwn(rows, table, column, new Set(ids))
      if (count > own) rests.push(said(table, count - own, 'mới', 'new'))
    }
  for (const { module, restsOn } of listHoldings()) {
    const entries = effects.flatMap(({ module: of, subjectId, effect }) =>
      of === module && 'own' in effect ? [{ subjectId, data: effect.own }] : [],
    )
    const found = await restsOn?.(db, {
      entries,
      founded,
      appliedAt: record.appliedAt ?? new Date(0),
    })
    rests.push(...(found ?? []).map((one) => ({ module, ...one })))
  }
  return rests
}

function said(table: string, count: number, vi: string, en: string): RestingOn {
  const [viName, enName] = WORDS[table] ?? [table, table]
  return { module: table, count, vi: `${count} ${viName} ${vi}`, en: `${count} ${enName} ${en}` }
}

function insertedIds(effects: readonly effectsStore.KeptEffect[], table: TableName): Id[] {
  return effects.flatMap(({ effect }) =>
    'table' in effect && effect.table === table && effect.before === null && effect.after
      ? [String(effect.after['id'])]
      : [],
  )
}

/** Each row as the act left it; rows it took away are no more. */
function lastByRow(effects: readonly effectsStore.KeptEffect[]): Map<TableName, Row[]> {
  const byTable = new Map<TableName, Map<string, Row>>()
  for (const { effect } of effects) {
    if (!('table' in effect)) continue
    const { table, before, after } = effect
    const rows = byTable.get(table) ?? new Map<string, Row>()
    byTable.set(table, rows)
    const row = after ?? before ?? {}
    const key = keyOf(table, row)
    if (after) rows.set(key, after)
    else rows.delete(key)
  }
  return new Map([...byTable].map(([table, rows]) => [table, [...rows.values()]]))
}

/** Rows of the act itself that name what it founded. */
function countOwn(
  rows: ReadonlyMap<string, readonly Row[]>,
  table: string,
  column: string,
  ids: ReadonlySet<Id>,
): number {
  return (rows.get(table) ?? []).filter((row) => ids.has(String(row[column]))).length
}
