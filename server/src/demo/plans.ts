import type { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { Tx } from '../platform/db.ts'
import { daysFrom } from './days.ts'
import { agencyId, demoId, unitId } from './id.ts'
import { accountId } from './organisation.ts'
import { documentId } from './papers.ts'
import {
  canThoTargets,
  type DemoTarget,
  KE_SACH_PLAN,
  KE_SACH_TARGETS,
  type Said,
} from './plans-data.ts'
import { loadNextYear } from './plans-next-year.ts'
import { CERTIFICATES, KE_SACH_RATED, KE_SACH_WORKS } from './plans-figures.ts'
import { entityId } from './registry.ts'
import { KE_SACH_ENTITIES } from './registry-data.ts'
import { taskId } from './tasks.ts'
import { REORGANISED_ON } from './units.ts'

const planId = (key: string) => demoId(`plan:${key}`)
const targetId = (key: string) => demoId(`target:${key}`)

/** Kế Sách's plan to 2025 in the document's words, and a plan of today that moves with the year. */
export async function loadPlans(tx: Tx, today: PlainDate): Promise<void> {
  await loadPaper(tx)
  await loadCertificates(tx, today)
  await loadRatings(tx, ['2021-01-01', '2021-06-30'], '2021-06-16')
  await loadRatings(tx, firstHalfBefore(today), daysFrom(today)(-30))
  await loadWorks(tx)
  const year = Number(today.slice(0, 4))
  const day = daysFrom(today)
  await loadPlan(tx, {
    key: 'ke-sach',
    body: 'ks-bcd',
    unit: 'ke-sach-huyen',
    title: 'Bảng chỉ tiêu phát triển kinh tế tập thể huyện Kế Sách đến năm 2025',
    fromOn: '2021-01-01',
    untilOn: '2025-12-31',
    document: 'kh-11',
    number: '11/KH-UBND',
    openedOn: '2021-02-25',
    issuedOn: '2021-03-15',
    registerBy: '2021-12-31',
    by: 'ks.standing',
    targets: KE_SACH_TARGETS,
    saidOn: '2021-06-14',
  })
  await loadPlan(tx, {
    key: 'can-tho',
    body: 'ct-bcd',
    unit: 'can-tho',
    title: `Chỉ tiêu phát triển kinh tế tập thể thành phố Cần Thơ giai đoạn ${year} – ${year + 4}`,
    fromOn: `${year}-01-01`,
    untilOn: `${year + 4}-12-31`,
    document: 'kh-210',
    number: '210/KH-UBND',
    openedOn: day(-90),
    issuedOn: day(-55),
    registerBy: day(20),
    by: 'standing',
    targets: canThoTargets(year),
    saidOn: day(-30),
  })
  await loadNextYear(tx, year + 1, day)
  await tx
    .insertInto('target_tasks')
    .values(
      ['ks-founded', 'ks-ocop', 'ks-hightech'].map((key) => ({
        target_id: targetId(key),
        task_id: taskId('ks-bcd', key === 'ks-founded' ? 2 : 3),
        kind: 'action',
        asked_words: 'Trần Thị Hạnh, Phòng TC - KH',
        on_day: '2021-03-15',
      })),
    )
    .execute()
}

async function loadPaper(tx: Tx): Promise<void> {
  await tx
    .insertInto('documents')
    .values({
      id: documentId('kh-11'),
      owner_id: agencyId('ks-tckh'),
      owner_unit_id: unitId('ke-sach-huyen'),
      direction: 'outgoing',
      kind: 'KH',
      number: 11,
      symbol: '11/KH-UBND',
      issued_on: '2021-03-15',
      issuer_id: agencyId('ks-ubnd'),
      issuer_name: 'UBND huyện Kế Sách',
      signer_name: 'Lê Hoàng Phong',
      signer_title: 'Phó Chủ tịch UBND huyện',
      abstract: 'Triển khai Kế hoạch số 07-KH/HU, giai đoạn 2021 - 2025',
      state: 'issued',
      text: KE_SACH_PLAN,
      text_hash: createHash('sha256').update(KE_SACH_PLAN).digest(),
      created_by: accountId('ks.standing'),
    })
    .execute()
  const link = { from_id: documentId('kh-11'), to_id: documentId('kh-07'), relation: 'rests_on' }
  await tx.insertInto('document_links').values(link).execute()
}

async function loadCertificates(tx: Tx, today: PlainDate): Promise<void> {
  const rows = CERTIFICATES.filter(([, , from]) => from <= today).map(
    ([name, kind, from, until]) => ({
      id: demoId(`certificate:${name}:${kind}:${from}`),
      entity_id: entityId(name),
      kind,
      stars: kind === 'ocop' ? 3 : null,
      number: `${kind === 'ocop' ? 'OCOP' : 'CNC'}-${from.slice(0, 4)} (minh họa)`,
      issued_by: 'Cơ quan công nhận (minh họa)',
      issued_on: from,
      valid_until: until,
      is_demo: true,
      updated_by: accountId('standing'),
    }),
  )
  await tx.insertInto('entity_certificates').values(rows).execute()
}

/** Of the year before: older than what the round of that year will say, so that the target moves with it. */
function firstHalfBefore(today: PlainDate): [PlainDate, PlainDate] {
  const year = Number(today.slice(0, 4)) - 1
  return [`${year}-01-01`, `${year}-06-30`]
}

/** As cooperatives that were still there were rated in a half-year. */
async function loadRatings(
  tx: Tx,
  [fromOn, untilOn]: [PlainDate, PlainDate],
  statedOn: PlainDate,
): Promise<void> {
  const half = { kind: 'half', from_on: fromOn, until_on: untilOn }
  await tx
    .insertInto('periods')
    .values(half)
    .onConflict((on) => on.columns(['kind', 'from_on']).doNothing())
    .execute()
  const isToday = fromOn >= REORGANISED_ON
  const there = KE_SACH_ENTITIES.filter(
    ({ events }) => !events?.some(([kind, on]) => kind === 'dissolved' && on <= untilOn),
  )
  const units = new Map(there.map(({ key, units: places }) => [key, places[isToday ? 1 : 0]]))
  const cells = KE_SACH_RATED.filter(([name]) => units.has(name)).flatMap(
    ([name, effective, fair]) =>
      Object.entries({ H4x: 1, H4: effective, H4k: fair }).map(([code, value]) => ({
        unit: unitId(units.get(name) ?? ''),
        entity: entityId(name),
        code,
        value,
      })),
  )
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source,
      stated_by, stated_at)
    select c.unit, c.entity, i.id, ${Number(fromOn.slice(0, 4))}, p.id, c.value, 'published',
      '{"from": "entity", "note": null, "isDemo": true}', ${accountId('standing')}, ${statedOn}
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c (unit uuid, entity uuid, code text, value numeric)
    join indicators i on i.code = c.code
    join periods p on p.kind = 'half' and p.from_on = ${fromOn}`.execute(tx)
}

async function loadWorks(tx: Tx): Promise<void> {
  const rows = KE_SACH_WORKS.map(([kind, unit, name, done]) => {
    const isThere = KE_SACH_ENTITIES.some(({ key }) => key === name)
    const candidate = kind === 'found' && !done
    return {
      id: demoId(`work:${name}:2021:${kind}`),
      unit_id: unitId(unit),
      year: 2021,
      kind,
      entity_id: isThere && !candidate ? entityId(name) : null,
      candidate_name: kind === 'found' ? name : null,
      state: done ? 'done' : 'planned',
      event_id: done ? demoId(`entity-event:${name}:${done}`) : null,
      due_on: '2021-12-31',
      is_demo: true,
      updated_by: accountId('standing'),
    }
  })
  await tx.insertInto('commune_works').values(rows).execute()
}

interface DemoPlan {
  key: string
  body: string
  unit: string
  title: string
  fromOn: PlainDate
  untilOn: PlainDate
  document: string
  number: string
  openedOn: PlainDate
  issuedOn: PlainDate
  registerBy: PlainDate
  by: string
  targets: readonly DemoTarget[]
  saidOn: PlainDate
}

async function loadPlan(tx: Tx, plan: DemoPlan): Promise<void> {
  await tx
    .insertInto('plans')
    .values({
      id: planId(plan.key),
      body_id: agencyId(plan.body),
      unit_id: unitId(plan.unit),
      kind: 'period',
      title: plan.title,
      from_on: plan.fromOn,
      until_on: plan.untilOn,
      state: 'issued',
      document_id: documentId(plan.document),
      register_by: plan.registerBy,
      opened_on: plan.openedOn,
      submitted_on: plan.openedOn,
      number: plan.number,
      issued_on: plan.issuedOn,
      version: 4,
      is_demo: true,
      created_by: accountId(plan.by),
    })
    .execute()
  await tx
    .insertInto('targets')
    .values(
      plan.targets.map((target, position) => ({
        id: targetId(target.key),
        plan_id: planId(plan.key),
        parent_id: target.above ? targetId(target.above) : null,
        position,
        words: target.words,
        quote: target.quote || null,
        measure: target.measure,
        expression: JSON.stringify({
          as: target.as ?? 'number',
          bounds: [{ year: null, bound: target.bound }],
        }),
        counted: JSON.stringify(target.counted),
        is_registered: target.said !== undefined,
        lead_id: target.lead ? agencyId(target.lead) : null,
        is_demo: true,
      })),
    )
    .execute()
  const allotted = plan.targets.flatMap(({ key, allotted: given = {} }) =>
    Object.entries(given).map(([unit, amount]) => ({
      target_id: targetId(key),
      unit_id: unitId(unit),
      on_day: plan.issuedOn,
      amount: String(amount),
    })),
  )
  if (allotted.length > 0) await tx.insertInto('target_allotments').values(allotted).execute()
  for (const target of plan.targets) await loadSaid(tx, plan, target.key, target.said ?? [])
}

async function loadSaid(
  tx: Tx,
  { saidOn, by }: DemoPlan,
  key: string,
  said: readonly Said[],
): Promise<void> {
  if (said.length === 0) return
  const idOf = (unit: string) => demoId(`registration:${key}:${unit}`)
  await tx
    .insertInto('target_registrations')
    .values(
      said.map(([unit, amount]) => ({
        id: idOf(unit),
        target_id: targetId(key),
        unit_id: unitId(unit),
        on_day: saidOn,
        amount: String(amount),
        registered_by: accountId(by),
        registered_words: 'UBND xã, thị trấn (minh họa)',
        registered_at: new Date(`${saidOn}T02:00:00Z`),
        is_demo: true,
      })),
    )
    .execute()
  const subjects = said.flatMap(([unit, , named = []]) =>
    named.map(([name, expectedOn, entity], position) => ({
      id: demoId(`registered:${key}:${unit}:${name}`),
      registration_id: idOf(unit),
      entity_id: entity ? entityId(entity) : null,
      name,
      expected_on: expectedOn,
      position,
    })),
  )
  if (subjects.length > 0) await tx.insertInto('target_subjects').values(subjects).execute()
}
