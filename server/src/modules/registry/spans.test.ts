import { EntityEventKind, type EntityStatus } from '@hopluc/shared/entities'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import fc from 'fast-check'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { aDatabase } from '../../testing/database.ts'
import { aUnit } from '../../testing/organisation.ts'

vi.setConfig({ testTimeout: 120_000 })
const { owner } = await aDatabase()
const unitId = await aUnit(owner, { level: 'commune', kind: 'xã', name: 'Minh An' })
const START = '2024-01-01'
const DAYS = 40

/** As the rules say it, in the order in which the stronger covers the weaker; written apart from the database. */
const RULES: readonly [EntityStatus, EntityEventKind[], EntityEventKind[]][] = [
  ['ended', ['dissolved', 'bankrupt', 'absorbed', 'amalgamated', 'divided'], ['restored']],
  ['bankruptcy', ['bankruptcy_opened'], ['bankruptcy_closed']],
  ['dissolving', ['dissolving', 'certificate_revoked'], ['dissolving_revoked', 'restored']],
  ['tax_revoked', ['tax_revoked'], ['restored']],
  ['suspended', ['suspended'], ['resumed']],
  ['not_at_address', ['not_at_address'], ['at_address']],
  ['active', ['registered'], []],
  ['founding', ['canvassed', 'founders_found', 'conference_held', 'filed'], []],
]

interface Step {
  kind: EntityEventKind
  at: number
  length: number | null
  isVoided: boolean
}

/** The status on a day: the last word on each, the strongest that stands. */
function statusOn(steps: readonly (Step & { id: Id })[], at: number): EntityStatus | null {
  for (const [status, opens, closes] of RULES) {
    const words = steps
      .filter(({ kind, isVoided }) => !isVoided && (opens.includes(kind) || closes.includes(kind)))
      .filter((step) => step.at <= at)
      .toSorted(
        (a, b) =>
          a.at - b.at ||
          Number(closes.includes(a.kind)) - Number(closes.includes(b.kind)) ||
          (a.id < b.id ? -1 : 1),
      )
    const last = words.at(-1)
    if (last && opens.includes(last.kind) && (last.length === null || at <= last.at + last.length))
      return status
  }
  return null
}

const aStep = fc.record({
  kind: fc.constantFrom(...EntityEventKind.options),
  at: fc.nat(DAYS),
  length: fc.option(fc.nat(10), { nil: null }),
  isVoided: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0),
})

async function anEntity(steps: readonly (Step & { id: Id })[]): Promise<Id> {
  const id = newId()
  await owner
    .insertInto('entities')
    .values({ id, kind: 'cooperative', name: 'HTX', from_on: START })
    .execute()
  await owner
    .insertInto('entity_places')
    .values({ entity_id: id, unit_id: unitId, from_on: START })
    .execute()
  await owner
    .insertInto('entity_versions')
    .values({ entity_id: id, from_on: START, name: 'HTX Minh Phát', kind: 'cooperative' })
    .execute()
  if (steps.length > 0)
    await owner
      .insertInto('entity_events')
      .values(
        steps.map((step) => ({
          id: step.id,
          entity_id: id,
          kind: step.kind,
          on_day: addDays(START, step.at),
          until_on: step.length === null ? null : addDays(START, step.at + step.length),
          recorded_by: id,
          ...(step.isVoided && { voided_by: id, voided_at: new Date(), void_reason: 'nhầm' }),
        })),
      )
      .execute()
  return id
}

const spansOf = (id: Id) =>
  owner
    .selectFrom('entity_spans')
    .select(['from_on', 'until_on', 'status', 'unit_id', 'name'])
    .where('entity_id', '=', id)
    .orderBy('from_on')
    .execute()

test('whatever happens to it, each day has the status that a fold of its events gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 12 }), async (drawn) => {
      const steps = drawn.map((step) => ({ ...step, id: newId() }))
      const id = await anEntity(steps)
      const spans = await spansOf(id)
      for (let at = 0; at <= DAYS + 12; at += 1) {
        const day = addDays(START, at)
        const found = spans.filter((span) => span.from_on <= day && day <= span.until_on)
        expect(found.length).toBeLessThan(2)
        expect(found[0]?.status ?? null).toBe(statusOn(steps, at))
      }
      await sql`select refresh_entity_spans(array[${id}]::uuid[])`.execute(owner)
      expect(await spansOf(id)).toEqual(spans)
    }),
    { numRuns: 120 },
  )
})

const registered = () => ({
  id: newId(),
  kind: 'registered' as const,
  at: 0,
  length: null,
  isVoided: false,
})

test('a reorganisation moves what holds; the days before stay where they were', async () => {
  const id = await anEntity([registered()])
  const heirId = await aUnit(owner, { level: 'commune', kind: 'xã', name: 'Minh Mới' })
  const before: PlainDate = '2024-06-30'
  await owner
    .updateTable('entity_places')
    .set({ until_on: before })
    .where('entity_id', '=', id)
    .execute()
  expect((await spansOf(id)).map(({ until_on: until }) => until)).toEqual([before])
  await owner
    .insertInto('entity_places')
    .values({ entity_id: id, unit_id: heirId, from_on: '2024-07-01' })
    .execute()
  expect(await spansOf(id)).toMatchObject([
    { from_on: START, until_on: before, unit_id: unitId },
    { from_on: '2024-07-01', until_on: '9999-12-31', unit_id: heirId },
  ])
})

test('the name that holds last stands on the record; who asks for later refreshes once', async () => {
  const id = await anEntity([registered()])
  await owner.transaction().execute(async (tx) => {
    await sql`set local hopluc.spans = 'later'`.execute(tx)
    await tx
      .updateTable('entity_versions')
      .set({ until_on: '2024-02-29' })
      .where('entity_id', '=', id)
      .execute()
    await tx
      .insertInto('entity_versions')
      .values({
        entity_id: id,
        from_on: '2024-03-01',
        name: 'HTX Minh Tiến',
        kind: 'cooperative',
        lines: ['0893'],
      })
      .execute()
    const rows = await tx
      .selectFrom('entity_spans')
      .select('name')
      .where('entity_id', '=', id)
      .execute()
    expect(rows).toEqual([{ name: 'HTX Minh Phát' }])
    await sql`select refresh_entity_spans(array[${id}]::uuid[])`.execute(tx)
  })
  expect((await spansOf(id)).map(({ name }) => name)).toEqual(['HTX Minh Phát', 'HTX Minh Tiến'])
  const span = await owner
    .selectFrom('entity_spans')
    .select(['field', 'sector', 'words'])
    .where('entity_id', '=', id)
    .where('from_on', '=', '2024-03-01')
    .executeTakeFirst()
  expect(span).toEqual({ field: 'agriculture', sector: 'agriculture', words: 'htx minh tien' })
  const row = await owner
    .selectFrom('entities')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst()
  expect(row?.name).toBe('HTX Minh Tiến')
})
