import { type CooperativeLaw, type EntityEventKind, hasCheckDigit } from '@hopluc/shared/entities'
import { addDays, FOREVER, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { demoId } from './id.ts'
import { accountId, agencyId, unitId } from './organisation.ts'
import { type DemoEntity, KE_SACH_ENTITIES } from './registry-data.ts'
import { THAI_BINH_ENTITIES } from './registry-thai-binh.ts'
import { LAST_DAY_BEFORE, REORGANISED_ON } from './units.ts'

export const entityId = (key: string) => demoId(`entity:${key}`)

const ALL = [...KE_SACH_ENTITIES, ...THAI_BINH_ENTITIES]
const MILLION = 1_000_000
const CHUNK = 500

/**
 * The register of the demo. Before the reorganisation of 2025, when asked: the places of before have no
 * end. `today` bounds the yearly congresses.
 */
export async function loadRegistry(tx: Tx, today: PlainDate, { isBefore = false } = {}) {
  await sql`set local hopluc.spans = 'later'`.execute(tx)
  const keeper = accountId('standing')
  const known = ALL.filter(({ foundedOn }) => foundedOn <= today)
  const entities = known.map(({ key, name, kind, foundedOn, agency, members }) => ({
    id: entityId(key),
    kind,
    name,
    from_on: foundedOn,
    is_demo: true,
    agency_id: agency && !isBefore ? agencyId(agency) : null,
    updated_by: keeper,
    updated_at: new Date(`${addDays(today, -(members % 45))}T08:00:00+07:00`),
  }))
  const versions = known.flatMap((one) => versionsOf(one, isBefore))
  const places = known.flatMap((one) => placesOf(one, isBefore))
  const events = known.flatMap((one) => eventsOf(one, today, isBefore))
  for (const part of chunks(entities)) await tx.insertInto('entities').values(part).execute()
  for (const part of chunks(versions)) await tx.insertInto('entity_versions').values(part).execute()
  for (const part of chunks(places)) await tx.insertInto('entity_places').values(part).execute()
  for (const part of chunks(events))
    await tx
      .insertInto('entity_events')
      .values(part.map((event) => ({ ...event, recorded_by: keeper })))
      .execute()
  await sql`select refresh_entity_spans(array(select id from entities))`.execute(tx)
  await sql`set local hopluc.spans = ''`.execute(tx)
}

/** The code with the tenth digit that fits; where none does, of the number after it. */
function withCheckDigit(code: string): string {
  const first = code.slice(0, 9)
  const fits = Array.from({ length: 10 }, (_, digit) => `${first}${digit}`).find(hasCheckDigit)
  return fits ?? withCheckDigit(String(Number(first) + 1).padStart(9, '0'))
}

const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) =>
    rows.slice(at * CHUNK, (at + 1) * CHUNK),
  )

/** The law of a founding; what is older than the law of 2012 was re-registered under it by mid-2016. */
function lawOf({ foundedOn, kind }: DemoEntity): CooperativeLaw | null {
  if (kind === 'group') return null
  return foundedOn < '2013-07-01' ? '2003' : '2012'
}

function versionsOf(one: DemoEntity, isBefore: boolean) {
  const turns = new Map<PlainDate, { law?: CooperativeLaw; capital?: number }>()
  const turn = (on: PlainDate, change: { law?: CooperativeLaw; capital?: number }) =>
    turns.set(on, { ...turns.get(on), ...change })
  const first = lawOf(one)
  if (first) turn(one.foundedOn, { law: first })
  if (first === '2003') turn('2016-05-30', { law: '2012' })
  if (one.convertedOn && !isBefore) turn(one.convertedOn, { law: '2023' })
  for (const [on, capital] of one.capital) turn(on, { capital })
  const days = [...turns.keys()].toSorted()
  let now: { law?: CooperativeLaw; capital?: number } = {}
  return days.map((from_on, index) => {
    now = { ...now, ...turns.get(from_on) }
    const next = days[index + 1]
    const source = { from: 'certificate', on: from_on, documentId: null, note: null }
    return {
      entity_id: entityId(one.key),
      from_on,
      until_on: next ? addDays(next, -1) : FOREVER,
      name: one.name,
      kind: one.kind,
      code: one.code ? withCheckDigit(one.code) : null,
      law: now.law ?? null,
      governance: one.kind === 'group' ? null : one.members >= 30 ? 'full' : 'reduced',
      phone: one.phone ?? null,
      lines: [...one.lines],
      commodities: [...one.commodities],
      charter_capital: now.capital === undefined ? null : now.capital * MILLION,
      official_members: one.members,
      workers: one.workers ?? null,
      representative: one.representative ?? null,
      sources: JSON.stringify({ name: source, code: source, charterCapital: source }),
    }
  })
}

function placesOf(
  { key, units: [before, after], foundedOn, address }: DemoEntity,
  isBefore: boolean,
) {
  const place = { entity_id: entityId(key), address: address ?? null }
  if (isBefore || foundedOn >= REORGANISED_ON)
    return [
      {
        ...place,
        from_on: foundedOn,
        until_on: FOREVER,
        unit_id: unitId(isBefore ? before : after),
      },
    ]
  return [
    { ...place, from_on: foundedOn, until_on: LAST_DAY_BEFORE, unit_id: unitId(before) },
    { ...place, from_on: REORGANISED_ON, until_on: FOREVER, unit_id: unitId(after) },
  ]
}

function eventsOf(one: DemoEntity, today: PlainDate, isBefore: boolean) {
  const event = (
    kind: EntityEventKind,
    on_day: PlainDate,
    more: {
      decision_no?: string
      until_on?: PlainDate
      details?: object
      decided_by?: string
    } = {},
  ) => ({
    id: demoId(`entity-event:${one.key}:${kind}:${on_day}`),
    entity_id: entityId(one.key),
    kind,
    on_day,
    until_on: more.until_on ?? null,
    details: JSON.stringify(more.details ?? {}),
    decided_by: more.decided_by ?? null,
    decision_no: more.decision_no ?? null,
  })
  const end = one.events?.find(([kind]) => kind === 'dissolved')?.[1] ?? FOREVER
  const lastYear = Math.min(one.lastCongress ?? 9999, Number(today.slice(0, 4)))
  const firstYear = Math.max(Number(one.foundedOn.slice(0, 4)) + 1, 2018)
  const years = one.kind === 'group' ? 0 : Math.max(0, lastYear - firstYear + 1)
  const day = `0${1 + (one.members % 5)}-1${one.members % 9}`
  const law = lawOf(one)
  return [
    event('registered', one.foundedOn),
    ...(law === '2003' ? [event('law_changed', '2016-05-30', { details: { law: '2012' } })] : []),
    ...(one.convertedOn && !isBefore
      ? [event('law_changed', one.convertedOn, { details: { law: '2023' } })]
      : []),
    ...Array.from({ length: years }, (_, index) => `${firstYear + index}-${day}`)
      .filter((on) => on <= today && on < end)
      .map((on, index) =>
        event('congress', on, {
          details: { congress: index % 5 === 4 ? 'term' : 'yearly' },
          decided_by: 'Đại hội thành viên',
        }),
      ),
    ...(one.events ?? [])
      .filter(([, on]) => on <= today)
      .map(([kind, on, words, until]) =>
        event(kind, on, {
          ...(words ? { decision_no: words } : {}),
          ...(until ? { until_on: until } : {}),
        }),
      ),
  ]
}
