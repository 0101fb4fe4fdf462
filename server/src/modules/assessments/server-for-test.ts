import type { Assessment } from '@hopluc/shared/assessments'
import type { CriteriaSet, CriteriaWrite } from '@hopluc/shared/criteria'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { createApp } from '../../app.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn, type TestPerson } from '../../testing/organisation.ts'

const band = (code: string, name: string, from: number) => ({
  code,
  name,
  from,
  isFair: from >= 65,
  isEffective: from >= 50,
})

/** Forty points by revenue, sixty by hand. */
export const CONTENT: Omit<CriteriaWrite, 'version'> = {
  name: 'Bộ tiêu chí tỉnh A',
  basis: 'Quyết định của UBND tỉnh A',
  note: null,
  fromYear: 2025,
  untilYear: null,
  kinds: ['cooperative'],
  sectors: [],
  criteria: [
    {
      key: '1',
      above: null,
      name: 'Doanh thu',
      max: 40,
      rule: {
        by: 'steps',
        value: '[H10]',
        steps: [
          { from: 500, points: 20 },
          { from: 2000, points: 40 },
        ],
      },
    },
    {
      key: '2',
      above: null,
      name: 'Quản trị',
      max: 60,
      rule: { by: 'hand', evidence: 'Biên bản' },
    },
  ],
  bands: [
    band('good', 'Tốt', 80),
    band('fair', 'Khá', 65),
    band('average', 'Trung bình', 50),
    band('weak', 'Yếu', 0),
  ],
  exclusions: [
    {
      key: 'new',
      words: 'Hoạt động chưa đủ 12 tháng',
      rule: [{ by: 'compare', value: '[age_months]', op: '<', to: '12' }],
      band: null,
    },
    { key: 'fined', words: 'Bị xử phạt hành chính', rule: null, band: 'weak' },
  ],
}

export const ROUND = {
  year: 2025,
  name: 'Đánh giá, xếp loại HTX năm 2025',
  selfUntilOn: '2026-03-20',
  communeUntilOn: '2026-03-31',
  untilOn: '2026-04-10',
  appealDays: 10,
}

/**
 * Two provinces on 10/03/2026. In the first commune of A HTX Minh Phát, which signs in itself, with a
 * revenue of 1.200 million, and HTX Minh Tân, a month old at the end of 2025; in the first of B another.
 */
export async function anAssessingServer() {
  const { app: db, owner } = await aDatabase()
  const jobs = {
    enqueue: async () => '',
    enqueueSystem: async () => undefined,
    start: async () => undefined,
    drain: async () => 0,
    stop: async () => undefined,
  }
  const clock = { now: new Date('2026-03-10T03:00:00Z') }
  const app = createApp({ db, now: () => clock.now, jobs, isDemo: false, secureCookies: false })
  const { a, b } = await anOrganisation(owner)
  await sql`insert into periods (kind, from_on, until_on) values ('year', '2025-01-01', '2025-12-31')
    on conflict do nothing`.execute(owner)

  const anEntity = async (unitId: Id, agencyId: Id | null, name: string, from: string) => {
    const id = newId()
    await sql`insert into entities (id, kind, name, from_on, agency_id)
      values (${id}, 'cooperative', ${name}, ${from}::date, ${agencyId})`.execute(owner)
    await sql`insert into entity_places (entity_id, from_on, unit_id)
      values (${id}, ${from}::date, ${unitId})`.execute(owner)
    await sql`insert into entity_versions (entity_id, from_on, name, kind, lines, commodities)
      values (${id}, ${from}::date, ${name}, 'cooperative', '{0111}', '{}')`.execute(owner)
    await sql`insert into entity_events (id, entity_id, kind, on_day, recorded_by)
      values (gen_random_uuid(), ${id}, 'registered', ${from}::date, ${id})`.execute(owner)
    await sql`select refresh_entity_spans(array[${id}]::uuid[])`.execute(owner)
    return id
  }
  const [east] = a.communes
  const entityId = await anEntity(east.unitId, a.cooperativeId, 'HTX Minh Phát', '2018-01-01')
  const youngId = await anEntity(east.unitId, null, 'HTX Minh Tân', '2025-12-01')
  await anEntity(b.communes[0].unitId, null, 'HTX Minh Lộc', '2018-01-01')
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source, stated_by)
    select ${east.unitId}, ${entityId}, i.id, 2025, p.id, 1200, 'stated', '{}', ${entityId}
    from indicators i, periods p where i.code = 'H10' and p.kind = 'year' and p.from_on = '2025-01-01'`.execute(
    owner,
  )

  const inject = async (person: TestPerson, more: object, headers: object = {}) =>
    app.inject({ ...more, headers: { ...(await signIn(app, person.username)), ...headers } })
  const ask = async (person: TestPerson, path: string) =>
    (await inject(person, { url: `/api${path}` })).json()
  const send = (person: TestPerson, path: string, payload: object, headers: object = {}) =>
    inject(person, { method: 'POST', url: `/api${path}`, payload }, headers)
  const put = (person: TestPerson, path: string, payload: object) =>
    inject(person, { method: 'PUT', url: `/api${path}`, payload })
  const done = async <T>(answer: ReturnType<typeof send>): Promise<T> => {
    const { statusCode, body } = await answer
    if (statusCode >= 300) throw new Error(body)
    return JSON.parse(body)
  }

  const EMPTY = '01980000-0000-7000-8000-0000000005a3'
  const copied = (by = a.standing, unitId = a.unitId, more: object = {}) =>
    send(by, '/criteria-sets', {
      copyOf: EMPTY,
      unitId,
      name: CONTENT.name,
      fromYear: 2025,
      isEdition: false,
      ...more,
    })
  /** An issued set of province A. */
  const anIssuedSet = async (content: object = {}, more: object = {}): Promise<CriteriaSet> => {
    const { id, version } = await done<CriteriaSet>(copied(a.standing, a.unitId, more))
    await done(put(a.standing, `/criteria-sets/${id}`, { ...CONTENT, ...content, version }))
    return done(send(a.standing, `/criteria-sets/${id}/issue`, { version: version + 1 }))
  }
  const aRound = async (by = a.standing, unitId = a.unitId) => {
    const set = await anIssuedSet()
    const round = await done<{ id: Id; version: number }>(
      send(by, '/assessment-rounds', { ...ROUND, unitId, setId: set.id }),
    )
    const { items } = await ask(by, `/assessments?round=${round.id}`)
    const of = (name: string): Id =>
      items.find((one: Assessment) => one.entity.name === name)?.id ?? ''
    return { ...round, set, phat: of('HTX Minh Phát'), tan: of('HTX Minh Tân') }
  }
  return {
    owner,
    clock,
    a,
    b,
    entityId,
    youngId,
    ask,
    send,
    put,
    done,
    copied,
    anIssuedSet,
    aRound,
    deed: (person: TestPerson, id: Id, body: object) =>
      send(person, `/assessments/${id}/deeds`, body),
    begin: async () => {
      clock.now = new Date('2026-03-10T03:00:00Z')
      await sql`truncate assessments, assessment_rounds, audit_entries, notices, idempotency_keys cascade`.execute(
        owner,
      )
      await sql`delete from criteria_sets where unit_id is not null`.execute(owner)
      await sql`delete from figures where entity_id = '00000000-0000-0000-0000-000000000000'`.execute(
        owner,
      )
    },
    /** Everything that a write leaves behind, counted. */
    counted: async () => {
      const { rows } = await sql<object>`select
        (select coalesce(sum(version), 0)::int from criteria_sets) as sets,
        (select coalesce(sum(version), 0)::int from assessment_rounds) as rounds,
        (select coalesce(sum(version), 0)::int from assessments) as assessments,
        (select count(*)::int from assessment_steps) as steps,
        (select count(*)::int from figures) as figures,
        (select count(*)::int from audit_entries) as deeds`.execute(owner)
      return rows[0]
    },
    /** What the first commune of A has as figures of 2025. */
    figures: async () => {
      const { rows } = await sql<{ code: string; value: number; from: string }>`
        select i.code, f.value::int as value, f.source ->> 'from' as "from" from figures f
        join indicators i on i.id = f.indicator_id
        where f.unit_id = ${east.unitId} and f.is_last and i.code in ('H4', 'H4k', 'H4x') order by i.code`.execute(
        owner,
      )
      return rows
    },
    events: async () =>
      (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
        ({ event }) => event,
      ),
  }
}
