import { FormDefinition, type NewForm, type ReportForm } from '@hopluc/shared/report-forms'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { agencyNamed, BY_NAME, rowsOf } from '../units/index.ts'
import type { KnownIndicator } from './domain.ts'
import { formChanged, formNotFound } from './refusals.ts'

export type FormRow = Omit<ReportForm, 'mayChange'> & { isOwn: boolean }

/** Forms of the own agencies, and those by which the reader is asked or sees others asked. */
export function listForms(db: Reader, day: PlainDate, id?: Id): Promise<FormRow[]> {
  return rowsOf(
    db,
    sql<FormRow>`select f.id, f.code, f.name, ${agencyNamed(sql`f.owner_id`, sql`${day}::date`)} as owner,
        v.no, v.is_frozen as "isFrozen", f.is_retired as "isRetired", f.is_demo as "isDemo", f.version,
        (select count(*)::int from rounds r where r.form_id = f.id) as rounds,
        f.owner_id in (select acting_agencies()) as "isOwn"
      from report_forms f cross join lateral (select w.no, w.is_frozen from report_form_versions w
        where w.form_id = f.id order by w.no desc limit 1) v
      where ${id ? sql`f.id = ${id}` : sql`true`}
      order by f.is_retired, f.code ${BY_NAME}, f.id`,
  )
}

export async function getForm(db: Reader, id: Id, day: PlainDate): Promise<FormRow> {
  const [form] = await listForms(db, day, id)
  if (!form) throw formNotFound()
  return form
}

export interface VersionRow {
  no: number
  definition: FormDefinition
  isFrozen: boolean
  note: string | null
  byWords: string
  madeAt: string
}

/** The newest first. */
export async function listVersions(db: Reader, id: Id): Promise<VersionRow[]> {
  const rows = await db
    .selectFrom('report_form_versions')
    .select(['no', 'definition', 'is_frozen', 'note', 'by_words', 'made_at'])
    .where('form_id', '=', id)
    .orderBy('no', 'desc')
    .execute()
  return rows.map(({ no, definition, is_frozen: isFrozen, note, by_words: byWords, made_at }) => ({
    no,
    definition: FormDefinition.parse(definition),
    isFrozen,
    note,
    byWords,
    madeAt: made_at.toISOString(),
  }))
}

/** Indicators by code, those no longer in use left out. */
export async function knownIndicators(db: Reader): Promise<Map<string, KnownIndicator>> {
  const rows = await rowsOf(
    db,
    sql<KnownIndicator>`select code, adds_up as "addsUp", origin, dims from indicators where is_active`,
  )
  return new Map(rows.map((row) => [row.code, row]))
}

export async function lock(tx: Tx, id: Id, version: number): Promise<void> {
  const row = await tx
    .selectFrom('report_forms')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw formNotFound()
  if (row.version !== version) throw formChanged()
}

export interface Maker {
  accountId: Id
  byWords: string
  now: Date
}

export async function insert(
  tx: Tx,
  id: Id,
  ownerId: Id,
  form: NewForm,
  maker: Maker,
): Promise<void> {
  await tx
    .insertInto('report_forms')
    .values({ id, owner_id: ownerId, code: form.code, name: form.name })
    .execute()
  await insertVersion(tx, id, 1, form, maker)
}

export async function insertVersion(
  tx: Tx,
  id: Id,
  no: number,
  { definition, note }: Pick<NewForm, 'definition' | 'note'>,
  { accountId, byWords, now }: Maker,
): Promise<void> {
  await tx
    .insertInto('report_form_versions')
    .values({
      form_id: id,
      no,
      definition: JSON.stringify(definition),
      note,
      made_by: accountId,
      by_words: byWords,
      made_at: now,
    })
    .execute()
}

export async function changeVersion(
  tx: Tx,
  id: Id,
  no: number,
  { definition, note }: Pick<NewForm, 'definition' | 'note'>,
  { accountId, byWords, now }: Maker,
): Promise<void> {
  await tx
    .updateTable('report_form_versions')
    .set({
      definition: JSON.stringify(definition),
      note,
      made_by: accountId,
      by_words: byWords,
      made_at: now,
    })
    .where('form_id', '=', id)
    .where('no', '=', no)
    .execute()
}

export async function change(
  tx: Tx,
  id: Id,
  to: { code?: string; name?: string; is_retired?: boolean },
): Promise<void> {
  await tx
    .updateTable('report_forms')
    .set({ ...to, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** A round uses it from now on. */
export async function freeze(tx: Tx, id: Id, no: number): Promise<void> {
  await tx
    .updateTable('report_form_versions')
    .set({ is_frozen: true })
    .where('form_id', '=', id)
    .where('no', '=', no)
    .where('is_frozen', '=', false)
    .execute()
}
