import { GOVERNANCE_WORDS, KIND_WORDS, LAW_WORDS, statusWordsOf } from '@hopluc/shared/entity-words'
import type { ImportField } from '@hopluc/shared/entity-import'
import { EntityQuery } from '@hopluc/shared/entity-lists'
import { CooperativeLaw, type EntityKind, EntityStatus } from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import type { ExcelColumn, ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { listEntities } from '../registry/index.ts'
import { rowsOf } from '../units/index.ts'
import { COLUMNS, FIELDS, type Figure, isFigure } from './columns.ts'
import { SHEET } from './template.ts'

export const FULL_LIST = 'entities_full'
/** Not read back: it only says of made-up records what they are. */
const NOTE: ExcelColumn = { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' }
const ALL = [...SHEET, NOTE]

declareList({
  name: FULL_LIST,
  query: EntityQuery,
  title: 'Danh sách HTX, THT đầy đủ',
  sheetName: 'HTX, THT',
  personal: ['entity_versions.representative'],
  columns: ALL,
  rows: page,
})

/** A page of the list with every column of the sheet that can be imported again. */
async function page(context: Context, query: EntityQuery) {
  const { items, next } = await listEntities(context, { ...query, totals: false })
  const day = query.asOf ?? context.today
  const rows = await context.read((db) =>
    details(
      db,
      items.map(({ id }) => id),
      day,
    ),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    items: items.flatMap(({ id, kind, status }) => {
      const row = byId.get(id)
      return row ? [asRow(row, kind, status)] : []
    }),
    next,
  }
}

type Said = Exclude<ImportField, 'id' | 'kind' | 'status' | 'district' | 'fromOn' | Figure>
interface Detail extends Record<Said, string | number | null> {
  id: Id
  isDemo: boolean
  figures: Record<string, number | null>
}

function asRow(
  { figures, isDemo, ...row }: Detail,
  kind: EntityKind,
  status: EntityStatus,
): ExcelRow {
  const governance =
    row.governance === 'full' || row.governance === 'reduced' ? row.governance : null
  const own = FIELDS.filter(isFigure).map((field): [string, number | null] => {
    const value = figures[field] ?? null
    const isMoney = COLUMNS[field].kind === 'money'
    return [field, value === null || !isMoney ? value : Math.round(value * 1_000_000)]
  })
  return {
    ...row,
    ...Object.fromEntries(own),
    kind: KIND_WORDS[kind].vi,
    status: statusWordsOf(kind, status).vi,
    law: row.law && LAW_WORDS[CooperativeLaw.parse(row.law)].vi,
    governance: governance && GOVERNANCE_WORDS[governance].vi,
    note: isDemo ? 'Số liệu minh họa' : null,
  }
}

function details(db: Reader, ids: readonly Id[], day: PlainDate): Promise<Detail[]> {
  const codes = FIELDS.filter(isFigure)
  return rowsOf(
    db,
    sql<Detail>`select v.entity_id as id, v.name, v.code, v.short_name as "shortName",
        v.foreign_name as "foreignName", upper(left(c.kind, 1)) || substr(c.kind, 2) || ' ' || c.name as commune, c.code as "communeCode",
        (select upper(left(u.kind, 1)) || substr(u.kind, 2) || ' ' || u.name from unit_versions u
          where u.unit_id = t.ancestor_id and ${day}::date between u.from_on and u.until_on) as province,
        p.address, p.lat::float8 as lat, p.lon::float8 as lon, f.on_day as "foundedOn",
        f.decision_no as "certificateNo", f.decided_on as "certificateOn", f.decided_by as "certificateBy",
        b.on_day as "statusOn", b.decision_no as "statusDecisionNo", v.law, v.governance,
        array_to_string(v.lines, '; ') as lines,
        (select string_agg(coalesce(m.name, one), '; ' order by at)
          from unnest(v.commodities) with ordinality as o (one, at) left join commodities m on m.code = one) as commodities,
        v.charter_capital as "charterCapital", v.official_members as "officialMembers",
        v.linked_members as "linkedMembers", v.other_members as "otherMembers", v.workers,
        v.representative, v.phone, v.email, v.website, y.year as "figuresYear", e.is_demo as "isDemo",
        coalesce(y.figures, '{}') as figures
      from entity_versions v join entities e on e.id = v.entity_id
      join entity_places p on p.entity_id = v.entity_id and ${day}::date between p.from_on and p.until_on
      left join unit_versions c on c.unit_id = p.unit_id and ${day}::date between c.from_on and c.until_on
      left join lateral (select a.ancestor_id from unit_ancestry a join unit_versions u on u.unit_id = a.ancestor_id
        and u.level = 'province' and ${day}::date between u.from_on and u.until_on
        where a.descendant_id = p.unit_id and ${day}::date between a.from_on and a.until_on limit 1) t on true
      left join lateral (select on_day, decision_no, decided_on, decided_by from entity_events
        where entity_id = v.entity_id and kind = 'registered' and voided_at is null limit 1) f on true
      left join lateral (select g.on_day, g.decision_no from entity_spans s join status_rules r on r.status = s.status and r.opens
          and r.event <> 'registered'
        join entity_events g on g.entity_id = s.entity_id and g.kind = r.event and g.voided_at is null
          and g.on_day <= ${day}::date
        where s.entity_id = v.entity_id and ${day}::date between s.from_on and s.until_on
        order by g.on_day desc limit 1) b on true
      left join lateral (select q.year, json_object_agg(i.code, q.value::float8) as figures
        from figures q join indicators i on i.id = q.indicator_id join periods w on w.id = q.period_id
        where q.entity_id = v.entity_id and q.is_last and q.breakdown_id = 0 and w.kind = 'year'
          and w.from_on <= ${day}::date and i.code = any (${codes}::text[])
        group by q.year order by q.year desc limit 1) y on true
      where v.entity_id = any (${[...ids]}::uuid[]) and ${day}::date between v.from_on and v.until_on`,
  )
}
