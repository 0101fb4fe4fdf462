import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Id } from '@hopluc/shared/values'
import { presentPlan } from '../modules/plans/index.ts'
import { rowsOf } from '../modules/units/index.ts'
import { aDatabase } from '../testing/database.ts'
import { peopleOn } from './acting.ts'
import { rateAndPublish } from './assessments.ts'
import { demoId } from './id.ts'
import { loadDemo } from './index.ts'
import { agencyId } from './organisation.ts'

const { owner } = await aDatabase()
const TODAY = '2026-11-23'
await loadDemo(owner, TODAY)

test('an officer of today sees the committee of the district that was merged', async () => {
  const seen = await owner
    .selectFrom('scope_agencies')
    .innerJoin('accounts', 'accounts.id', 'account_id')
    .select('agency_id')
    .where('username', '=', 'standing')
    .execute()
  const ids = seen.map((row) => row.agency_id)
  expect(ids).toEqual(expect.arrayContaining([agencyId('ct-bcd'), agencyId('ks-bcd')]))
  expect(ids).not.toContain(agencyId('tb-lmhtx'))
})

/** Statuses of the tasks that stand by themselves, as the lists count them. */
async function counts(issuer: string, day: string) {
  const { rows } = await sql<{ status: string; count: number }>`
    select s.status, count(*)::int as count from task_spans s join tasks t on t.id = s.task_id
    where t.issuer_id = ${agencyId(issuer)} and t.parent_id is null
      and ${day}::date between s.from_on and s.until_on
    group by s.status`.execute(owner)
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

test('Kế Sách on 12/07/2021 stands as its story tells', async () => {
  expect(await counts('ks-bcd', '2021-07-12')).toEqual({
    done_in_time: 9,
    due_soon: 4,
    in_term: 4,
    not_taken_up: 2,
    overdue: 6,
    standing: 3,
    waiting_confirmation: 1,
  })
})

test('the present has tasks late, due soon and waiting', async () => {
  const now = await counts('ct-bcd', TODAY)
  for (const status of ['overdue', 'due_soon', 'waiting_confirmation', 'not_taken_up', 'standing'])
    expect(now[status]).toBeGreaterThan(0)
})

test('only bodies that are made up are late', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct v.short_name as name from task_spans s join tasks t on t.id = s.task_id
      join agency_versions v on v.agency_id = s.lead_id
    where s.status = 'overdue' and not t.is_container
      and (t.issuer_id = ${agencyId('ks-bcd')} and s.from_on <= '2025-06-30'
        or t.issuer_id = ${agencyId('ct-bcd')} and s.from_on <= ${TODAY}::date)`.execute(owner)
  expect(rows.filter(({ name }) => !/Minh/.test(name))).toEqual([])
})

test('nothing of the past is open today', async () => {
  for (const past of ['ks-bcd', 'nt-bcd', 'qn-vp']) {
    const { done_in_time: inTime = 0, done_late: late = 0, ...open } = await counts(past, TODAY)
    expect(open).toEqual({})
    expect(inTime + late).toBeGreaterThan(3)
  }
})

test('a text waits for review, and a draft notice waits for the chair', async () => {
  const readings = await owner.selectFrom('readings').select('state').orderBy('state').execute()
  expect(readings.map(({ state }) => state)).toEqual(['confirmed', 'open'])
  const drafts = await owner
    .selectFrom('directives')
    .innerJoin('documents', 'documents.id', 'notice_id')
    .select(['directives.due_on', 'documents.state'])
    .where('documents.state', '=', 'submitted')
    .execute()
  expect(drafts).toHaveLength(4)
  expect(drafts.filter(({ due_on: dueOn }) => dueOn === null)).toHaveLength(1)
})

test('the committee has issued one report of six months and drafts the next, each made by the app', async () => {
  const { rows } = await sql<{ state: string; seq: number; figures: number; printed: number }>`
    select d.state, r.made_seq as seq, m.figures, (select count(*)::int from report_figures f
      where f.report_id = r.document_id and f.seq = r.made_seq and f.value is not null) as printed
    from reports r join documents d on d.id = r.document_id
    join report_makes m on m.report_id = r.document_id and m.seq = r.made_seq
    where r.is_demo order by d.state`.execute(owner)
  expect(rows.map(({ state, seq }) => ({ state, seq }))).toEqual([
    { state: 'draft', seq: 1 },
    { state: 'issued', seq: 2 },
  ])
  for (const { figures, printed } of rows) {
    expect(figures).toBeGreaterThan(40)
    expect(printed).toBeGreaterThan(10)
  }
})

test('the target of effective cooperatives moves when the round of the year is published', async () => {
  const on = peopleOn(owner, TODAY)
  const [round] = await rowsOf(
    owner,
    sql<{ id: Id; version: number; own: Id }>`select r.id, r.version, a.id as own
      from assessment_rounds r join assessments a on a.round_id = r.id
      join entities e on e.id = a.entity_id and e.name = 'HTX Lộc Mãi'
      where r.is_demo and r.state <> 'published'`,
  )
  if (!round) throw new Error('the demo has no open round')
  const target = async () => {
    const at = on.standing(10)
    const plan = await at.read((db) => presentPlan(db, at, demoId('plan:can-tho')))
    const row = plan.rows.find(({ words }) => words.includes('HTX hoạt động hiệu quả'))
    return { on: row?.figuresOn, ...row?.readings[0] }
  }
  expect(await target()).toMatchObject({ on: '2025-06-30', value: 70, part: 7, whole: 10 })
  await rateAndPublish(on, { ...round, since: -20 })
  const after = await target()
  expect(after.on).toBe('2025-12-31')
  expect(after.whole).toBeGreaterThan(10)
  expect(after.value).toBeCloseTo((Number(after.part) / Number(after.whole)) * 100, 1)
  expect(after.value).not.toBe(70)
})
