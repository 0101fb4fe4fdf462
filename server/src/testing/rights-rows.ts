import { ReorganisationPlan } from '@hopluc/shared/reorganisations'
import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { createHash, randomUUIDv7 as newId } from 'node:crypto'
import { seal } from '../platform/audit.ts'
import type { Schema } from '../platform/db.ts'
import { systemContext } from '../platform/jobs-run.ts'
import { assessmentRows } from './rights-rows-assessments.ts'
import { difficultyRows } from './rights-rows-difficulties.ts'
import { reportRows } from './rights-rows-reports.ts'
import { returnRows } from './rights-rows-returns.ts'
import { registryRows } from './rights-rows-registry.ts'
import { registryYearRows } from './rights-rows-registry-years.ts'

const NO_CHOICE = JSON.stringify({ lines: [], ruleIds: [] })
const NO_PLAN = JSON.stringify(ReorganisationPlan.parse({}))

type Values = Record<string, unknown>

/**
 * Puts a row of the demo's people into each table that the demo itself leaves empty, so that a test can
 * tell "not shown" from "not there". A new table without a row here fails the test of the catalogue.
 */
export async function fillEmptyTables(owner: Kysely<Schema>, jobs: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<Record<string, Id>>`select
    (select id from accounts where username = 'standing') as standing,
    (select id from accounts where username = 'admin') as admin,
    (select coalesce(v.acts_for_id, v.agency_id) from posts p join accounts a on a.id = p.account_id
      join agency_versions v on v.agency_id = p.agency_id and v.until_on = '9999-12-31'
      where a.username = 'commune' order by p.from_on desc limit 1) as commune,
    (select v.unit_id from posts p join accounts a on a.id = p.account_id
      join agency_versions v on v.agency_id = p.agency_id where a.username = 'commune'
      order by p.from_on desc limit 1) as "communeUnit",
    (select p.agency_id from posts p join accounts a on a.id = p.account_id where a.username = 'alliance'
      order by p.from_on desc limit 1) as alliance,
    (select v.unit_id from posts p join accounts a on a.id = p.account_id
      join agency_versions v on v.agency_id = p.agency_id where a.username = 'alliance'
      order by p.from_on desc, v.from_on desc limit 1) as "allianceUnit",
    (select p.id from posts p join accounts a on a.id = p.account_id where a.username = 'standing'
      order by p.from_on desc limit 1) as post,
    (select p.agency_id from posts p join accounts a on a.id = p.account_id where a.username = 'standing'
      order by p.from_on desc limit 1) as agency,
    (select p.committee_id from posts p join accounts a on a.id = p.account_id where a.username = 'standing'
      order by p.from_on desc limit 1) as committee,
    (select t.id from tasks t where t.is_given and t.lead_id = (
        select agency_id from posts p join accounts a on a.id = p.account_id
        where a.username = 'department' order by p.from_on desc limit 1) order by id limit 1) as task,
    (select p.agency_id from posts p join accounts a on a.id = p.account_id where a.username = 'department'
      order by p.from_on desc limit 1) as department`.execute(owner)
  const known = rows[0]
  if (!known) throw new Error('the demo has no standing officer')
  const { standing, post, agency, committee, task, department } = known
  const one = async (table: string, column: string) =>
    (
      await sql<{ id: Id }>`select ${sql.ref(column)} as id from ${sql.table(table)}
        where owner_id = ${committee} or owner_id = ${agency} limit 1`.execute(owner)
    ).rows[0]?.id
  const document = await one('documents', 'id')
  const own = { account_id: standing }
  const content = Buffer.from('Mật danh')
  const hash = createHash('sha256').update(content).digest()
  const [file, entity, round, indicator, reorganisation, purge] = Array.from({ length: 6 }, () =>
    newId(),
  )
  const meeting = await sql<{
    id: Id
  }>`select id from meetings where agency_id in (${committee}, ${agency}) limit 1`.execute(owner)
  const unit = await sql<{
    id: Id
  }>`select unit_id as id from agency_versions where agency_id = ${agency} limit 1`.execute(owner)
  const meetingId = meeting.rows[0]?.id
  const unitId = unit.rows[0]?.id
  const secret = { ...own, hash, expires_at: '2099-01-01' }
  const other = createHash('sha256').update(hash).digest()
  const seen = { ...own, post_id: post, opened_at: '2026-03-10', last_seen_at: '2026-03-10' }
  const FILL: [string, Values][] = [
    ['account_identities', { ...own, provider: 'vneid' }],
    ['api_tokens', { ...secret, post_id: post, is_read_only: true }],
    ['api_tokens', { ...secret, hash: other, post_id: post, is_read_only: true }],
    ['totp_secrets', { ...own }],
    ['passkeys', { ...own, public_key: hash }],
    ['passkey_challenges', { ...own, expires_at: '2099-01-01' }],
    ['recovery_codes', { ...own, hash }],
    ['sign_in_steps', { ...secret, way: 'password' }],
    ['sign_in_links', { ...secret, code_hash: hash, made_by: standing }],
    ['sign_in_attempts', { kind: 'address' }],
    ['password_resets', { ...secret, made_by: standing }],
    ['sessions', { ...seen, hash }],
    ['sessions', { ...seen, hash: other }],
    ['idempotency_keys', { ...own, request_hash: hash }],
    ['jobs', { ...own, post_id: post, name: 'exports.sheet' }],
    ['jobs', { ...own, post_id: post, name: 'matters.archive' }],
    ['jobs', { account_id: known.admin, name: 'units.import' }],
    ['jobs', { ...own, post_id: post, name: 'entities.import' }],
    [
      'entity_import_mappings',
      { agency_id: agency, headers: ['Mật danh'], mapping: '[]', updated_by: standing },
    ],
    [
      'entity_imports',
      {
        agency_id: agency,
        file_name: 'Mật danh',
        source: 'import',
        counts: '{}',
        imported_by: standing,
      },
    ],
    [
      'notices',
      {
        account_id: standing,
        told_by: standing,
        kind: 'task.issued',
        subject_kind: 'task',
        subject_id: task,
      },
    ],
    ['request_counts', { ...own }],
    ['hand_overs', { ...own, agency_id: agency, made_by: standing, duties: '[]' }],
    ['file_blobs', { hash, size: content.length, media_type: 'text/plain' }],
    ['file_chunks', { hash, seq: 0, bytes: content }],
    [
      'files',
      {
        id: file,
        hash,
        size: content.length,
        created_by: standing,
        agency_id: agency,
        media_type: 'text/plain',
      },
    ],
    [
      'files',
      {
        hash,
        name: 'quản trị',
        size: content.length,
        created_by: known.admin,
        media_type: 'text/csv',
      },
    ],
    ['document_files', { document_id: document, file_id: file, part: 'main', position: 0 }],
    ['file_links', { file_id: file, subject_kind: 'document', subject_id: document }],
    ['document_numbers', { agency_id: committee, book: 'out', year: 2024, last: 1 }],
    ['meeting_files', { meeting_id: meetingId, file_id: file, position: 0 }],
    ['opinion_rounds', { id: round, task_id: task, created_by: standing, opened_on: '2026-03-01' }],
    ['opinions', { round_id: round, agency_id: department, answer: 'agree' }],
    [
      'self_reviews',
      { agency_id: department, quarter: '2026-Q1', task_id: task, verdict: 'valid' },
    ],
    ['task_comments', { task_id: task, account_id: standing }],
    ['task_dunnings', { task_id: task, rung: 'reminder' }],
    ['task_milestones', { task_id: task, position: 0 }],
    [
      'task_persons',
      { task_id: task, ...own, post_id: post, agency_id: agency, passed_by: standing },
    ],
    ['holidays', { is_off: true }],
    ['entities', { id: entity, kind: 'cooperative', agency_id: agency }],
    ['entity_places', { entity_id: entity, unit_id: unitId }],
    ['indicators', { id: indicator, adds_up: 'sum' }],
    [
      'indicator_versions',
      { indicator_id: sql`(select id from indicators limit 1)`, said: '{}', version: 1 },
    ],
    ['expected_reporters', { unit_id: unitId, period_id: sql`(select min(id) from periods)` }],
    [
      'figure_sums',
      {
        unit_id: unitId,
        period_id: 1,
        boundaries: 'then',
        indicator_id: indicator,
        breakdown_id: 0,
      },
    ],
    ['figure_sum_states', { unit_id: unitId, period_id: 1, boundaries: 'then' }],
    [
      'figures',
      {
        unit_id: unitId,
        indicator_id: indicator,
        year: 2025,
        period_id: 1,
        breakdown_id: 0,
        value: 1,
        state: 'stated',
        source: '{}',
        stated_by: standing,
        seq: 1,
      },
    ],
    ...registryRows({
      entity,
      unitId,
      standing,
      alliance: known.alliance,
      allianceUnit: known.allianceUnit,
    }),
    ...registryYearRows({ entity, unitId, standing, agency }),
    ...returnRows(standing),
    ...difficultyRows(file),
    ...assessmentRows(file, unitId),
    ...reportRows({ committee, unitId, standing, file }),
    [
      'reorganisations',
      { id: reorganisation, state: 'draft', plan: NO_PLAN, created_by: standing },
    ],
    [
      'reorganisation_effects',
      { reorganisation_id: reorganisation, seq: 1, subject_id: unitId, effect: '{}' },
    ],
    ['retention_rules', { kind: 'document', years: 10 }],
    ['purges', { id: purge, ground: 'secret', made_by: known.admin, chosen: NO_CHOICE }],
    [
      'purges',
      {
        ground: 'secret',
        made_by: known.admin,
        confirmed_by: known.admin,
        state: 'done',
        chosen: NO_CHOICE,
      },
    ],
    ['purge_items', { purge_id: purge, kind: 'document', position: 0 }],
    ['reorganisation_progress', { reorganisation_id: reorganisation, step: 0, steps: 1 }],
    [
      'committee_drafts',
      {
        document_id: document,
        committee_id: committee,
        proposal: JSON.stringify({ standingAgencyId: agency, leaving: [], joining: [] }),
      },
    ],
    ['committee_reminders', { body_id: committee, unit_id: unitId, lack: 'missing' }],
    ['duty_meetings', {}],
    [
      'duties',
      {
        body_id: known.commune,
        unit_id: known.communeUnit,
        holder_office: 'Mật danh',
        created_by: standing,
      },
    ],
    ['congresses', { alliance_id: known.alliance, until_on: '2030-12-31' }],
  ]
  const errors: string[] = []
  for (const [table, values] of FILL)
    await aRow(owner, table, values).catch((error: unknown) =>
      errors.push(`${table}: ${String(error)}`),
    )
  if (errors.length > 0) throw new Error(errors.join('\n'))
  await seal(systemContext({ jobsDb: jobs, now: () => new Date() }).write)
}

interface Column {
  name: string
  type: string
  target: string | null
  target_column: string | null
}

/** What has to be there and is not said is something of its type; of a key, any row there is. */
export async function aRow(owner: Kysely<Schema>, table: string, values: Values): Promise<void> {
  const { rows: columns } = await sql<Column>`
    select a.attname as name, format_type(a.atttypid, null) as type, f.confrelid::regclass::text as target,
      (select attname from pg_attribute where attrelid = f.confrelid and attnum = f.confkey[1]) as target_column
    from pg_attribute a
    left join pg_constraint f on f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum]
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
      and not a.atthasdef and a.attidentity = ''`.execute(owner)
  const row = { ...values }
  for (const { name, type, target, target_column } of columns)
    if (row[name] === undefined)
      row[name] =
        target && target_column
          ? sql`(select ${sql.ref(target_column)} from ${sql.table(target)} limit 1)`
          : SOMETHING[type]?.()
  const names = Object.keys(row)
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((one) => sql.ref(one)))})
    overriding system value
    values (${sql.join(names.map((one) => row[one]))})`.execute(owner)
}

const SOMETHING: Record<string, () => unknown> = {
  uuid: () => newId(),
  text: () => 'Mật danh',
  date: () => '2026-03-10',
  integer: () => 1,
  bigint: () => 1,
  smallint: () => 1,
  boolean: () => false,
  jsonb: () => '[]',
  bytea: () => Buffer.alloc(20),
  'timestamp with time zone': () => '2026-03-10',
}
