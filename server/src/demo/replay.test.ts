import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { stateOf } from '../bench/reorg-state.ts'
import { aPerson, refresh } from '../testing/organisation.ts'
import { aReorganiser } from '../testing/reorganisations.ts'
import { agencyId, unitId } from './id.ts'
import { loadDemoBefore } from './index.ts'
import { DEMO_ACT, demoPlan } from './reorganisation.ts'
import { entityId } from './registry.ts'
import { KE_SACH_ENTITIES } from './registry-data.ts'
import { KE_SACH_COMMUNES, UNIT_SUCCESSIONS } from './units.ts'

const place = await aReorganiser('2025-07-01')
const { owner, ask, draw, look, apply, undo } = place
await loadDemoBefore(owner)

const communes = KE_SACH_COMMUNES.map(({ key }) => key)
const heirs = [
  ...new Set(UNIT_SUCCESSIONS.filter(([from]) => communes.includes(from)).map(([, to]) => to)),
]
/** An officer in each commune. */
for (const key of communes)
  await aPerson(owner, `can-bo.${key}`, {
    role: 'officer',
    agencyId: agencyId(`ubnd-${key}`),
    title: 'Công chức xã',
  })
await refresh(owner)
await sql`select refresh_unit_parts()`.execute(owner)

async function openByLead(): Promise<Map<string, number>> {
  const rows = await owner
    .selectFrom('tasks')
    .select(['lead_id', sql<number>`count(*)::int`.as('count')])
    .where('is_container', '=', false)
    .where(sql<boolean>`state->>'phase' not in ('confirmed', 'cancelled')`)
    .groupBy('lead_id')
    .execute()
  return new Map(rows.map(({ lead_id, count }) => [lead_id, count]))
}

test('the reorganisation of 2025 is replayed: Kế Sách’s open tasks, people and entities land', async () => {
  const before = await stateOf(owner)
  const open = await openByLead()
  const ofCommunes = communes.map((key) => open.get(agencyId(`ubnd-${key}`)) ?? 0)
  expect(ofCommunes.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20)

  const draft = await draw(demoPlan(), DEMO_ACT)
  const seen = await look(draft)
  expect(seen.errors).toEqual([])
  // what nobody succeeds is asked: the district has no successor of its own
  const questions = seen.questions.filter(({ isOpen }) => isOpen)
  expect(questions.every(({ choices }) => choices.length > 0)).toBe(true)
  const answers = Object.fromEntries(
    questions.map(({ key, choices }) => [key, choices[0]?.value ?? '']),
  )
  const put = await ask('admin', 'PUT', `/reorganisations/${draft.id}`, {
    ...DEMO_ACT,
    plan: { ...demoPlan(), answers },
    version: draft.version,
  })
  expect(put.statusCode).toBe(200)
  expect(await look(put.json())).toMatchObject({ canApply: true })
  const { id } = await apply(draft.id)

  const after = await openByLead()
  for (const heir of heirs) {
    const from = UNIT_SUCCESSIONS.filter(([, to]) => to === heir).map(([key]) => key)
    const sum = from.reduce((total, key) => total + (open.get(agencyId(`ubnd-${key}`)) ?? 0), 0)
    expect([heir, after.get(agencyId(`ubnd-${heir}`))]).toEqual([heir, sum])
  }
  for (const key of communes) expect(after.has(agencyId(`ubnd-${key}`))).toBe(false)
  const officers = await owner
    .selectFrom('posts')
    .innerJoin('accounts', 'accounts.id', 'account_id')
    .select(['username', 'agency_id'])
    .where('username', 'like', 'can-bo.%')
    .where('from_on', '=', DEMO_ACT.onDay)
    .execute()
  expect(officers).toHaveLength(communes.length)
  const homes = new Set(officers.map((row) => row.agency_id))
  expect(homes).toEqual(new Set(heirs.map((key) => agencyId(`ubnd-${key}`))))
  const places = await owner
    .selectFrom('entity_places')
    .select(['entity_id', 'unit_id'])
    .where('from_on', '=', DEMO_ACT.onDay)
    .execute()
  const named = new Set(KE_SACH_ENTITIES.slice(0, 12).map(({ key }) => entityId(key)))
  const landed = places.filter((row) => named.has(row.entity_id))
  expect(landed).toHaveLength(12)
  expect(new Set(landed.map((row) => row.unit_id)).size).toBe(4)
  expect(heirs.map(unitId)).toEqual(expect.arrayContaining(landed.map((row) => row.unit_id)))

  // the page of the organisation shows it, by the act's own day
  const changes = (
    await ask(
      'admin',
      'GET',
      `/organisation/changes?asOf=2025-07-01&under=${unitId('ke-sach-huyen')}`,
    )
  ).json()
  expect(changes).toMatchObject({ unitsBefore: communes.length + 1, unitsAfter: heirs.length })

  await undo(id)
  expect(await stateOf(owner)).toEqual(before)
})
