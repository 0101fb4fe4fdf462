import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { systemContext } from '../../platform/jobs-run.ts'
import { aServerWithEntities } from '../../testing/entities.ts'
import { dutyNoticesHandler } from './index.ts'

const { owner, jobsDb, clock, a, entityId, told, on } = await aServerWithEntities()
const [commune] = a.communes

beforeEach(async () => {
  await sql`truncate notices, loan_funds, assessment_rounds, criteria_sets cascade`.execute(owner)
})

/** As the jobs' role, under the system's account. */
const morning = (day: string) => {
  on(day)
  const system = systemContext({ jobsDb, now: () => clock.now })
  return dutyNoticesHandler.run({ payload: {}, context: undefined, system })
}

async function aLoan() {
  const [fundId, id] = [newId(), newId()]
  await sql`insert into loan_funds (id, agency_id, unit_id, name, own_percent, yearly_rate, late_percent, basis)
    values (${fundId}, ${a.standingAgencyId}, ${a.unitId}, 'Quỹ', 20, 8000, 150, 'months')`.execute(
    owner,
  )
  await sql`insert into loans (id, fund_id, entity_id, unit_id, purpose, project_total, own_capital, asked,
      requested_on, requested_agency_id, requested_by, requested_words, state, yearly_rate, late_percent, basis,
      method, months, every_months, grace_months, approved)
    values (${id}, ${fundId}, ${entityId}, ${commune.unitId}, 'Mua máy sấy', 100, 30, 60, '2026-01-05',
      ${a.standingAgencyId}, ${a.standing.actor.accountId}, 'Sở', 'running', 8000, 150, 'months', 'equal', 12, 3,
      0, 60)`.execute(owner)
  await sql`insert into loan_dues (loan_id, position, due_on, principal, interest)
    values (${id}, 0, '2026-04-10', 15, 1), (${id}, 1, '2026-07-10', 15, 1)`.execute(owner)
}

test('an instalment is announced a week ahead and told when late, also to the fund, once each', async () => {
  await aLoan()
  await morning('2026-04-02')
  expect(await told(a.cooperative)).toEqual([])
  for (const day of ['2026-04-03', '2026-04-06', '2026-04-10']) await morning(day)
  expect(await told(a.cooperative)).toEqual(['loan.due'])
  expect(await told(a.standing)).toEqual([])
  for (const day of ['2026-04-11', '2026-04-12', '2026-04-14']) await morning(day)
  expect(await told(a.cooperative)).toEqual(['loan.due', 'loan.overdue'])
  expect(await told(a.standing)).toEqual(['loan.overdue'])
  expect(await told(a.officer)).toEqual([])
})

async function aRound() {
  const [setId, roundId, id] = [newId(), newId(), newId()]
  await sql`insert into criteria_sets (id, series_id, edition, unit_id, name, from_year, kinds, state, issued_on)
    values (${setId}, ${setId}, 1, ${a.unitId}, 'Bộ', 2025, '{cooperative}', 'issued', '2026-01-01')`.execute(
    owner,
  )
  await sql`insert into assessment_rounds (id, unit_id, set_id, year, name, self_until_on, commune_until_on,
      until_on, appeal_days, opened_on, opened_agency_id, opened_by, opened_words)
    values (${roundId}, ${a.unitId}, ${setId}, 2025, 'Đánh giá 2025', '2026-02-20', '2026-02-25', '2026-02-28', 10,
      '2026-02-03', ${a.standingAgencyId}, ${a.standing.actor.accountId}, 'Sở')`.execute(owner)
  await sql`insert into assessments (id, round_id, entity_id, unit_id)
    values (${id}, ${roundId}, ${entityId}, ${commune.unitId})`.execute(owner)
  const step = (seq: number, action: string, day: string) =>
    sql`insert into assessment_steps (assessment_id, seq, action, level, on_day, agency_id, made_by, by_words, made_at)
      values (${id}, ${seq}, ${action}, 'commune', ${day}, ${commune.officeId},
        ${commune.officer.actor.accountId}, 'Xã', now())`.execute(owner)
  return { roundId, id, step }
}

test('of an assessment the cooperative hears each thing once, the commune that it is to score', async () => {
  const { roundId, id, step } = await aRound()
  await morning('2026-02-04')
  await morning('2026-02-05')
  expect(await told(a.cooperative)).toEqual(['assessment.asked'])
  expect(await told(commune.officer)).toEqual(['assessment.to_score'])
  await step(1, 'send_back', '2026-02-11')
  await morning('2026-02-12')
  await morning('2026-02-13')
  await sql`update assessments set state = 'decided' where id = ${id}`.execute(owner)
  await sql`update assessment_rounds set state = 'published', published_on = '2026-02-18',
    appeal_until_on = '2026-02-28' where id = ${roundId}`.execute(owner)
  await morning('2026-02-19')
  await step(2, 'decide', '2026-02-24')
  await morning('2026-02-25')
  await morning('2026-02-26')
  expect(await told(a.cooperative)).toEqual([
    'assessment.asked',
    'assessment.returned',
    'assessment.rated',
    'assessment.appeal_answered',
  ])
  expect(await told(commune.officer)).toEqual(['assessment.to_score'])
})

test('a commune that has not met its cooperatives hears it in the last month of the quarter, once', async () => {
  await morning('2026-02-27')
  expect(await told(commune.officer)).toEqual([])
  await morning('2026-03-02')
  await morning('2026-03-20')
  expect(await told(commune.officer)).toEqual(['dialogue.due'])
  expect(await told(a.communes[1].officer)).toEqual([])
  await sql`insert into meetings (id, kind, title, agency_id, agency_unit_id, held_on, state, created_by)
    values (${newId()}, 'dialogue', 'Gặp mặt', ${commune.committeeId}, ${commune.unitId}, '2026-06-20', 'planned',
      ${commune.officer.actor.accountId})`.execute(owner)
  await morning('2026-06-05')
  expect(await told(commune.officer)).toEqual(['dialogue.due'])
})
