import type { PlainDate } from '@hopluc/shared/values'
import type { Tx } from '../platform/db.ts'
import { agencyId, demoId, unitId } from './id.ts'
import { accountId } from './organisation.ts'

const TRAINING = '01980000-0000-7000-8000-0000000000e1'
const MARKET = '01980000-0000-7000-8000-0000000000e5'
const BUILDING = '01980000-0000-7000-8000-0000000000e6'

/** Made up: what the commune and a department need, million đồng, this year and next. */
const NEEDS: readonly (readonly [string, string, string, number, number])[] = [
  ['ubnd-an-lac-thon', 'commune', TRAINING, 45, 60],
  ['ubnd-an-lac-thon', 'commune', BUILDING, 800, 1200],
  ['ct-snnmt', 'department', TRAINING, 620, 700],
  ['ct-snnmt', 'department', MARKET, 150, 200],
]
const FUNDS: readonly (readonly [string, string | null, number])[] = [
  [TRAINING, null, 700],
  [BUILDING, null, 1000],
  [TRAINING, 'ubnd-an-lac-thon', 50],
]

/** The round of next year: laid open, some have said what they need. */
export async function loadNextYear(
  tx: Tx,
  year: number,
  day: (days: number) => PlainDate,
): Promise<void> {
  await loadAdjusted(tx, day(-20))
  const planId = demoId('plan:can-tho-next')
  const plan = {
    id: planId,
    body_id: agencyId('ct-bcd'),
    unit_id: unitId('can-tho'),
    kind: 'year',
    title: `Kế hoạch phát triển kinh tế tập thể năm ${year}`,
    from_on: `${year}-01-01`,
    until_on: `${year}-12-31`,
    state: 'registering',
    register_by: day(25),
    opened_on: day(-10),
    version: 2,
    is_demo: true,
    created_by: accountId('standing'),
  }
  await tx.insertInto('plans').values(plan).execute()
  const bound = { op: 'at_least', value: 12 }
  await tx
    .insertInto('targets')
    .values({
      id: demoId('target:next-founded'),
      plan_id: planId,
      position: 0,
      words: 'Thành lập mới từ 12 HTX trở lên',
      measure: 'HTX',
      expression: JSON.stringify({ as: 'number', bounds: [{ year: null, bound }] }),
      counted: JSON.stringify({ by: 'figure', code: 'H2' }),
      is_registered: true,
      is_demo: true,
    })
    .execute()
  const policies = [TRAINING, MARKET, BUILDING].map((id, position) => ({
    plan_id: planId,
    policy_id: id,
    position,
  }))
  await tx.insertInto('plan_policies').values(policies).execute()
  const own = {
    id: demoId('policy:young'),
    body_id: agencyId('ct-bcd'),
    name: 'Đưa cán bộ trẻ về làm việc tại HTX (minh họa)',
    position: 100,
  }
  await tx.insertInto('support_policies').values(own).execute()
  const needs = NEEDS.map(([agency, by, policy, now, next]) => ({
    plan_id: planId,
    agency_id: agencyId(agency),
    policy_id: policy,
    on_day: day(-3),
    this_year: String(now),
    amount: String(next),
    stated_by: accountId(by),
    stated_words: 'Cán bộ đầu mối (minh họa)',
    stated_at: new Date(`${day(-3)}T03:00:00Z`),
    is_demo: true,
  }))
  await tx.insertInto('plan_needs').values(needs).execute()
  const funds = FUNDS.map(([policy, agency, amount]) => ({
    plan_id: planId,
    policy_id: policy,
    agency_id: agency && agencyId(agency),
    on_day: day(-1),
    amount: String(amount),
  }))
  await tx.insertInto('plan_funds').values(funds).execute()
}

/** The plan of today once aimed at less. */
async function loadAdjusted(tx: Tx, on: PlainDate): Promise<void> {
  const target = demoId('target:ct-founded')
  const paper = '388/KH-UBND (minh họa)'
  const bound = { op: 'at_least', value: 5 }
  await tx
    .insertInto('target_wordings')
    .values({
      id: demoId('wording:ct-founded'),
      target_id: target,
      changed_on: on,
      changed_at: new Date(`${on}T03:00:00Z`),
      changed_by: accountId('chair'),
      changed_words: 'Trưởng Ban Chỉ đạo (minh họa)',
      paper,
      note: 'Các xã đăng ký nhiều hơn mức dự kiến',
      words: 'Thành lập mới từ 5 HTX trở lên',
      measure: 'HTX',
      expression: JSON.stringify({ as: 'number', bounds: [{ year: null, bound }] }),
    })
    .execute()
  await tx.updateTable('targets').set({ adjusted: paper }).where('id', '=', target).execute()
}
