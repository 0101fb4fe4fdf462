import type { EditResult, TextEdit } from '@hopluc/shared/return-deeds'
import { type CellPlace, type ReturnText } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { rowsOf } from '../units/index.ts'
import type { Writer, Written } from './edits.ts'
import type { Head } from './head-store.ts'

type Place = Pick<Head, 'unitId' | 'id'>

/** What was answered to this number before. */
export async function findAnswer(
  db: Reader,
  { unitId, id }: Place,
  { client, n }: Writer,
): Promise<EditResult[] | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ answer: EditResult[] }>`${PLANNED_ONCE} select answer from return_clients
      where unit_id = ${unitId} and return_id = ${id} and client = ${client} and n = ${n}`,
  )
  return row?.answer
}

/** Keys of cells and texts of which a later number of the same browser has said something. */
export async function laterKeys(
  db: Reader,
  { unitId, id }: Place,
  { client, n }: Writer,
): Promise<Set<string>> {
  const rows = await rowsOf(
    db,
    sql<{ key: string }>`${PLANNED_ONCE} select distinct one ->> 'key' as key from return_clients,
        jsonb_array_elements(answer) one
      where unit_id = ${unitId} and return_id = ${id} and client = ${client} and n > ${n}
        and one ->> 'status' in ('applied', 'superseded')`,
  )
  return new Set(rows.map(({ key }) => key))
}

export async function keepAnswer(
  tx: Tx,
  { unitId, id }: Place,
  { client, n }: Writer,
  answer: readonly EditResult[],
  now: Date,
): Promise<void> {
  await tx
    .insertInto('return_clients')
    .values({
      unit_id: unitId,
      return_id: id,
      client,
      n,
      answer: JSON.stringify(answer),
      taken_at: now,
    })
    .modifyEnd(PLANNED_ONCE)
    .execute()
}

export interface Maker {
  accountId: Id
  byWords: string
  now: Date
}

/** Cells that differ, in one statement; each gets its next version. */
export async function writeCells(
  tx: Tx,
  { unitId, id }: Place,
  cells: readonly (CellPlace & Written & { weight?: number | null })[],
  writer: Writer | null,
  { accountId, byWords, now }: Maker,
): Promise<void> {
  if (cells.length === 0) return
  await sql`${PLANNED_ONCE} insert into return_cells as held (unit_id, return_id, entity_id, indicator_id, breakdown_id, version,
      value, is_none, is_same, source, reason, client, n, stated_by, by_words, stated_at)
    select ${unitId}, ${id}, c.row, c."indicatorId", c."breakdownId", 1, c.value, c."isNone", c."isSame", c.source,
      c.reason, ${writer?.client ?? null}::uuid, ${writer?.n ?? null}::int, ${accountId}, ${byWords}, ${now}
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c (row uuid, "indicatorId" uuid, "breakdownId" int,
      value numeric, "isNone" boolean, "isSame" boolean, source text, reason text)
    on conflict (unit_id, return_id, entity_id, indicator_id, breakdown_id) do update
    set version = held.version + 1, value = excluded.value, is_none = excluded.is_none, is_same = excluded.is_same,
      source = excluded.source, reason = excluded.reason, client = excluded.client, n = excluded.n,
      stated_by = excluded.stated_by, by_words = excluded.by_words, stated_at = excluded.stated_at`.execute(
    tx,
  )
}

/** Remarks to cells that have changed or say why are answered. */
export async function answerRemarks(
  tx: Tx,
  { unitId, id }: Place,
  cells: readonly CellPlace[],
): Promise<void> {
  await sql`update return_remarks m set is_answered = true
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c (row uuid, "indicatorId" uuid, "breakdownId" int)
    where m.unit_id = ${unitId} and m.return_id = ${id} and not m.is_answered and m.entity_id = c.row
      and m.indicator_id = c."indicatorId" and m.breakdown_id = c."breakdownId"`.execute(tx)
}

export type TextRow = ReturnText & { client: Id | null; n: number | null }

export const textsIn = ({
  unitId,
  id,
}: Place) => sql<TextRow>`select key, text, version, by_words as "byWords", to_jsonb(stated_at) #>> '{}' as at, client, n
      from return_texts where unit_id = ${unitId} and return_id = ${id}`

export const listTexts = (db: Reader, place: Place): Promise<TextRow[]> =>
  rowsOf(db, textsIn(place))

export async function writeTexts(
  tx: Tx,
  { unitId, id }: Place,
  texts: readonly Pick<TextEdit, 'key' | 'text'>[],
  { client, n }: Writer,
  { accountId, byWords, now }: Maker,
): Promise<void> {
  if (texts.length === 0) return
  await sql`insert into return_texts as held (unit_id, return_id, key, text, client, n, stated_by, by_words, stated_at)
    select ${unitId}, ${id}, t.key, t.text, ${client}, ${n}, ${accountId}, ${byWords}, ${now}
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as t (key text, text text)
    on conflict (unit_id, return_id, key) do update
    set version = held.version + 1, text = excluded.text, client = excluded.client, n = excluded.n,
      stated_by = excluded.stated_by, by_words = excluded.by_words, stated_at = excluded.stated_at`.execute(
    tx,
  )
}

/**
 * Before it leaves: a mean gets the denominator that its row says, or one where there is none; what the
 * register counts is written down as it was counted.
 */
export async function settleWeights(
  tx: Tx,
  { unitId, id }: Place,
  weights: readonly (CellPlace & { weight: number })[],
): Promise<void> {
  if (weights.length === 0) return
  await sql`${PLANNED_ONCE} update return_cells held set weight = c.weight
    from jsonb_to_recordset(${JSON.stringify(weights)}::jsonb) as c (row uuid, "indicatorId" uuid, "breakdownId" int,
      weight numeric)
    where held.unit_id = ${unitId} and held.return_id = ${id} and held.entity_id = c.row
      and held.indicator_id = c."indicatorId" and held.breakdown_id = c."breakdownId"
      and held.weight is distinct from c.weight`.execute(tx)
}
