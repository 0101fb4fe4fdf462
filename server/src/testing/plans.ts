import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { createApp } from '../app.ts'
import { aDatabase } from './database.ts'
import { anOrganisation, signIn, type TestPerson } from './organisation.ts'

/** Two provinces, a few cooperatives and figures; and the words in which tests speak to the program. */
export async function aPlanServer() {
  const { app: db, owner } = await aDatabase()
  const jobs = {
    enqueue: async () => '',
    enqueueSystem: async () => undefined,
    start: async () => undefined,
    drain: async () => 0,
    stop: async () => undefined,
  }
  const now = () => new Date('2026-03-10T03:00:00Z')
  const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })
  const { a, b, nationId, ministryId } = await anOrganisation(owner)
  const [east, west] = a.communes

  async function ask(person: TestPerson, path: string) {
    return app.inject({ url: `/api${path}`, headers: await signIn(app, person.username) })
  }
  async function send(
    person: TestPerson,
    path: string,
    payload: object,
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'POST',
  ) {
    const headers = await signIn(app, person.username)
    return app.inject({ method, url: `/api${path}`, headers, payload })
  }
  const deeds = async () =>
    (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
      ({ event }) => event,
    )

  /** A cooperative of the commune, registered on the day. */
  async function aCooperative(unitId: Id, name: string, on: string): Promise<Id> {
    const id = newId()
    await owner
      .insertInto('entities')
      .values({ id, kind: 'cooperative', name, from_on: on })
      .execute()
    await owner
      .insertInto('entity_places')
      .values({ entity_id: id, from_on: on, unit_id: unitId })
      .execute()
    await owner
      .insertInto('entity_versions')
      .values({ entity_id: id, from_on: on, name, kind: 'cooperative' })
      .execute()
    const event = {
      id: newId(),
      entity_id: id,
      kind: 'registered',
      on_day: on,
      recorded_by: newId(),
    }
    await owner.insertInto('entity_events').values(event).execute()
    return id
  }
  const oldOne = await aCooperative(east.unitId, 'HTX Minh Phát', '2020-05-05')
  await aCooperative(east.unitId, 'HTX Minh Khang', '2026-02-02')
  await aCooperative(b.communes[0].unitId, 'HTX Minh Bình', '2026-02-02')

  async function aFigure(unitId: Id, code: string, value: number, entityId?: Id) {
    await sql`insert into periods (kind, from_on, until_on) values ('half', '2025-07-01', '2025-12-31')
      on conflict do nothing`.execute(owner)
    await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source, stated_by, stated_at)
      select ${unitId}, coalesce(${entityId ?? null}::uuid, '00000000-0000-0000-0000-000000000000'), i.id, 2025, p.id,
        ${value}, 'published', '{}', ${newId()}, '2026-01-05'
      from indicators i, periods p where i.code = ${code} and p.kind = 'half' and p.from_on = '2025-07-01'`.execute(
      owner,
    )
  }
  for (const [unit, rated, effective, fair] of [
    [east.unitId, 6, 4, 3],
    [west.unitId, 5, 3, 1],
  ] as const) {
    await aFigure(unit, 'H4x', rated)
    await aFigure(unit, 'H4', effective)
    await aFigure(unit, 'H4k', fair)
  }

  const PLAN = {
    bodyId: a.committeeId,
    kind: 'period',
    unitId: a.unitId,
    title: 'Kế hoạch phát triển kinh tế tập thể 2026 – 2030',
    fromOn: '2026-01-01',
    untilOn: '2030-12-31',
    registerBy: '2026-06-30',
  }
  const atLeast = (value: number, as = 'number') => ({
    as,
    bounds: [{ year: null, bound: { op: 'at_least', value } }],
  })
  const FOUNDED = {
    words: 'Thành lập mới từ 5 HTX trở lên',
    measure: 'HTX',
    expression: atLeast(5),
    counted: { by: 'register', rule: 'founded' },
    isRegistered: true,
  }
  const figure = (code: string) => ({ by: 'figure', code })
  const FAIR = {
    words: 'Trong đó, 50% hiệu quả khá trở lên',
    measure: '%',
    expression: atLeast(50, 'share'),
    counted: {
      by: 'share',
      part: figure('H4k'),
      wholes: [
        { label: 'HTX hiệu quả', of: figure('H4') },
        { label: 'HTX được xếp loại', of: figure('H4x') },
      ],
    },
  }

  async function aPlan(state: 'draft' | 'registering' | 'issued' = 'draft') {
    const made = (await send(a.standing, '/plans', PLAN)).json()
    const add = async (target: object, planVersion: number) =>
      (await send(a.standing, `/plans/${made.id}/targets`, { ...target, planVersion })).json()
        .target
    const founded = await add(FOUNDED, 1)
    const fair = await add(FAIR, 2)
    const deed = (person: TestPerson, action: string, version: number, more = {}) =>
      send(person, `/plans/${made.id}/deeds`, { action, version, ...more })
    if (state !== 'draft') await deed(a.standing, 'open', 3)
    if (state === 'issued') {
      await deed(a.standing, 'submit', 4)
      await deed(a.chair, 'issue', 5, { number: '12/KH-UBND', issuedOn: '2026-03-09' })
    }
    await sql`truncate audit_entries cascade`.execute(owner)
    return { id: String(made.id), founded: String(founded.id), fair: String(fair.id), deed }
  }
  const plan = async (id: string, person = a.standing) => (await ask(person, `/plans/${id}`)).json()
  const empty = () =>
    sql`truncate target_tasks, target_subjects, target_registrations, target_allotments, targets, plans,
      audit_entries cascade`.execute(owner)
  return {
    owner,
    a,
    b,
    nationId,
    ministryId,
    ask,
    send,
    deeds,
    aPlan,
    plan,
    empty,
    oldOne,
    PLAN,
    FOUNDED,
    atLeast,
  }
}
