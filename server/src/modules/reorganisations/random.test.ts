import fc from 'fast-check'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { expect, test } from 'vitest'
import { stateOf } from '../../bench/reorg-state.ts'
import { createContext } from '../../platform/context.ts'
import { aPerson, refresh, type TestPerson } from '../../testing/organisation.ts'
import { anAgency, aUnit } from '../../testing/organisation-parts.ts'
import { aReorganiser, type PlanInput } from '../../testing/reorganisations.ts'

const place = await aReorganiser('2026-06-30')
const { owner, db, draw, look, apply, undo, ask, clock } = place
const organisation = await place.setUp()

/** A province with communes, each with its authority, an officer, an entity, a task and a figure. */
async function aProvinceOf(count: number) {
  const provinceId = await aUnit(owner, {
    level: 'province',
    kind: 'tỉnh',
    name: `Minh ${newId().slice(-6)}`,
    parentId: organisation.nationId,
  })
  const boardId = await anAgency(owner, {
    unitId: provinceId,
    kind: 'steering_committee',
    name: 'Ban Chỉ đạo',
    shortName: 'BCĐ',
  })
  const mark = newId().slice(-10)
  const standing = await aPerson(owner, `s${mark}`, {
    role: 'standing',
    agencyId: boardId,
    committeeId: boardId,
    title: 'Thường trực',
  })
  await refresh(owner)
  const communes: Commune[] = []
  for (let at = 0; at < count; at += 1)
    communes.push(await aCommune(provinceId, boardId, `${mark}${at}`))
  await refresh(owner)
  await sql`select refresh_unit_parts()`.execute(owner)
  for (const { agencyId } of communes) {
    const given = await ask(standing.username, 'POST', '/tasks', {
      issuerId: boardId,
      title: 'Rà soát',
      leadIds: [agencyId],
      dueOn: '2026-09-20',
      dueSource: 'document',
      start: { by: 'paper', number: '1/TB-BCĐ', signedOn: '2026-01-05' },
    })
    expect(given.json()).toMatchObject({ id: expect.any(String) })
  }
  return { provinceId, boardId, standing, communes }
}

interface Commune {
  unitId: string
  agencyId: string
  officer: TestPerson
}

async function aCommune(parentId: string, boardId: string, mark: string): Promise<Commune> {
  const unitId = await aUnit(owner, { level: 'commune', kind: 'xã', name: mark, parentId })
  const agencyId = await anAgency(owner, {
    unitId,
    kind: 'people_committee',
    name: `UBND xã ${mark}`,
    shortName: 'UBND xã',
  })
  const officer = await aPerson(owner, `c${mark}`, {
    role: 'officer',
    agencyId,
    title: 'Công chức',
  })
  const id = newId()
  await owner
    .insertInto('entities')
    .values({ id, kind: 'group', name: 'THT Minh', from_on: '2020-01-01' })
    .execute()
  await owner
    .insertInto('entity_places')
    .values({ entity_id: id, unit_id: unitId, from_on: '2020-01-01' })
    .execute()
  await owner
    .insertInto('figures')
    .values({
      unit_id: unitId,
      indicator_id: indicatorId,
      year: 2025,
      period_id: periodId,
      value: '100',
      state: 'stated',
      source: '{}',
      stated_by: officer.accountId,
    })
    .execute()
  return { unitId, agencyId, officer }
}

const indicatorId = newId()
await owner
  .insertInto('indicators')
  .values({ id: indicatorId, code: 'thu', name: 'Thử', measure: 'người', adds_up: 'sum' })
  .execute()
const { id: periodId } = await owner
  .insertInto('periods')
  .values({ kind: 'year', from_on: '2025-01-01', until_on: '2025-12-31' })
  .returning('id')
  .executeTakeFirstOrThrow()

/** What an act does to each commune: it joins the group of that number, or stays as it is. */
const Act = fc.record({
  day: fc.integer({ min: 0, max: 150 }),
  groups: fc.array(fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }), {
    minLength: 3,
    maxLength: 5,
  }),
  renames: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
})

const FIRST = Date.parse('2026-01-10')
const dayOf = (offset: number) => new Date(FIRST + offset * 86_400_000).toISOString().slice(0, 10)

function planOf(
  communes: readonly Commune[],
  { groups, renames }: { groups: readonly (number | null)[]; renames: readonly boolean[] },
  provinceId: string,
): NonNullable<PlanInput> {
  const members = Map.groupBy(
    communes.flatMap((commune, at) => (groups[at] == null ? [] : [{ commune, group: groups[at] }])),
    ({ group }) => group,
  )
  const heirs = [...members].map(([, some]) => ({
    unitId: newId(),
    agencyId: newId(),
    from: some.map(({ commune }) => commune),
  }))
  return {
    units: {
      founded: heirs.map(({ unitId }, at) => ({
        id: unitId,
        level: 'commune',
        kind: 'xã',
        name: `Mới ${at}`,
        parentId: provinceId,
      })),
      ended: heirs.flatMap(({ from }) => from.map(({ unitId }) => unitId)),
      successions: heirs.flatMap(({ unitId: toId, from }) =>
        from.map(({ unitId: fromId }) => ({ fromId, toId })),
      ),
      changed: communes.flatMap(({ unitId }, at) =>
        groups[at] == null && renames[at] ? [{ id: unitId, kind: 'phường' }] : [],
      ),
    },
    agencies: {
      founded: heirs.map(({ unitId, agencyId }, at) => ({
        id: agencyId,
        unitId,
        kind: 'people_committee',
        name: `UBND xã Mới ${at}`,
        shortName: 'UBND xã',
      })),
    },
  }
}

/** Everything open has one place that exists today, and nobody sees more than before. */
async function assertWhole(home: Awaited<ReturnType<typeof aProvinceOf>>, day: string) {
  const { rows } = await sql<{ orphans: number }>`
    with agency as (select agency_id from agency_versions where ${day}::date between from_on and until_on),
      unit as (select unit_id from unit_versions where ${day}::date between from_on and until_on)
    select (select count(*) from tasks where state->>'phase' not in ('confirmed', 'cancelled')
        and lead_id not in (select agency_id from agency))
      + (select count(*) from entities e where (select count(*) from entity_places p
        where p.entity_id = e.id and ${day}::date between p.from_on and p.until_on
          and p.unit_id in (select unit_id from unit)) <> 1)
      + (select count(*) from accounts a where a.is_active and not exists (select from posts p
        where p.account_id = a.id and ${day}::date between p.from_on and p.until_on
          and p.agency_id in (select agency_id from agency)))
      + (select count(*) from (select account_id, agency_id, role from posts
        where ${day}::date between from_on and until_on group by 1, 2, 3 having count(*) > 1) twice)
      as orphans`.execute(owner)
  expect(Number(rows[0]?.orphans)).toBe(0)
  // every figure once, on today's boundaries
  const { rows: sums } = await sql<{ value: number }>`
    select coalesce(sum(f.value * p.share), 0)::float as value
    from unit_parts p join figures f on f.unit_id = p.origin_id and f.is_last
    join unit_versions v on v.unit_id = p.unit_id and v.level = 'commune'
      and ${day}::date between v.from_on and v.until_on and v.parent_id = ${home.provinceId}
    where ${day}::date between p.from_on and p.until_on`.execute(owner)
  expect(sums[0]?.value).toBe(100 * home.communes.length)
}

/** Ids of tasks, entities and figures' units that somebody sees under row security. */
async function seenBy({ actor }: TestPerson, day: string): Promise<string[]> {
  return createContext(db, actor, day, clock.now).read(async (reader) => {
    const [tasks, places, figures] = [
      await reader.selectFrom('tasks').select('id').execute(),
      await reader.selectFrom('entity_places').select('entity_id as id').execute(),
      await reader.selectFrom('figures').select('unit_id as id').execute(),
    ]
    return [...tasks, ...places, ...figures].map(({ id }) => id).toSorted()
  })
}

test('random acts on random days orphan nothing, count nothing twice, show nothing outside', async () => {
  const stranger = organisation.b.communes[0].officer
  await fc.assert(
    fc.asyncProperty(Act, Act, async (first, second) => {
      const home = await aProvinceOf(first.groups.length)
      const today = '2026-06-30'
      const outside = await seenBy(stranger, today)
      const overview = (await seenBy(home.standing, today)).length
      const before = await stateOf(owner)
      const plan = planOf(home.communes, first, home.provinceId)
      const isEmpty = first.groups.every((group, at) => group === null && !first.renames[at])
      if (isEmpty) return
      const draft = await draw(plan, { onDay: dayOf(first.day) })
      const seen = await look(draft)
      expect(seen.errors).toEqual([])
      expect(seen.canApply).toBe(true)
      await apply(draft.id)
      await assertWhole(home, today)
      expect(await seenBy(stranger, today)).toEqual(outside)
      // the successor's officer reads what the predecessor had, the committee all it had
      expect((await seenBy(home.standing, today)).length).toBeGreaterThanOrEqual(overview)

      // a second act on what the first one made; then both are taken back, last first
      const left = (plan.units?.founded ?? []).map(({ id: unitId }, at) => {
        const agencyId = plan.agencies?.founded?.[at]?.id ?? ''
        const officer = home.communes[0]?.officer ?? stranger
        return { unitId, agencyId, officer }
      })
      const later = dayOf(Math.min(170, first.day + second.day + 1))
      const next = planOf(left, second, home.provinceId)
      const middle = await stateOf(owner)
      /** On what the first one made; it stands in the way of taking that back, and is taken back itself. */
      const andAnother = async (following: NonNullable<PlanInput>, onDay: string) => {
        const another = await draw(following, { onDay })
        expect((await look(another)).errors).toEqual([])
        await apply(another.id)
        await assertWhole(home, today)
        expect(await seenBy(stranger, today)).toEqual(outside)
        // the first cannot go while the second rests on it
        const { version } = (await ask('admin', 'GET', `/reorganisations/${draft.id}`)).json()
        const refused = await ask('admin', 'POST', `/reorganisations/${draft.id}/undo`, { version })
        expect(refused.json()).toMatchObject({ code: 'reorganisations.rested_on' })
        await undo(another.id)
        expect(await stateOf(owner)).toEqual(middle)
      }
      if ((next.units?.ended ?? []).length > 0 && later <= today) await andAnother(next, later)
      await undo(draft.id)
      expect(await stateOf(owner)).toEqual(before)
    }),
    { numRuns: 8, seed: 20250701, endOnFailure: true },
  )
}, 300_000)

/** By the shares the act states, or with none. */
const percents = fc.option(fc.integer({ min: 1, max: 99 }), { nil: null, freq: 1 })

test('random splits, with shares or without, leave nothing without a place and are put back', async () => {
  const stranger = organisation.b.communes[0].officer
  await fc.assert(
    fc.asyncProperty(Act, percents, async ({ day }, percent) => {
      const home = await aProvinceOf(2)
      const [split] = home.communes
      const outside = await seenBy(stranger, '2026-06-30')
      const before = await stateOf(owner)
      const { units, agencies } = planOf(
        home.communes,
        { groups: [0, 1], renames: [] },
        home.provinceId,
      )
      const fromId = split?.unitId ?? ''
      const shares = percent === null ? [null, null] : [percent / 100, (100 - percent) / 100]
      const successions = (units?.founded ?? []).map(({ id: toId }, at) => {
        return { fromId, toId, isWhole: false, share: shares[at] ?? null }
      })
      const plan = { units: { ...units, ended: [fromId], successions }, agencies }
      const onDay = dayOf(day)
      const answers: Record<string, string> = {}
      // each answer may raise the next question
      for (let round = 0; round < 5; round += 1) {
        const { questions } = await look(await draw({ ...plan, answers }, { onDay }))
        for (const { key, input, choices, isOpen } of questions)
          if (isOpen) answers[key] = input === 'share' ? 'unknown' : (choices[0]?.value ?? '')
      }
      const draft = await draw({ ...plan, answers }, { onDay })
      expect(await look(draft)).toMatchObject({ errors: [], canApply: true })
      await apply(draft.id)
      if (percent !== null) await assertWhole(home, '2026-06-30')
      expect(await seenBy(stranger, '2026-06-30')).toEqual(outside)
      await undo(draft.id)
      expect(await stateOf(owner)).toEqual(before)
    }),
    { numRuns: 6, seed: 20250701, endOnFailure: true },
  )
}, 300_000)
