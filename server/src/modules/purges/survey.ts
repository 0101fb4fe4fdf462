import { PAPER_KIND_NAMES, PaperKind } from '@hopluc/shared/documents'
import type { Kept, NewPurge, PurgeKind } from '@hopluc/shared/purges'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { GONE, keptUntil, readLine } from './domain.ts'
import { type Rule, ruleFor, rulesOn } from './rules-store.ts'
import { type Reach, reach } from './store.ts'

/** What one line or rule names, before it is decided. */
export interface Surveyed {
  kind: PurgeKind
  recordId: Id | null
  label: string
  issuer: string | null
  onDay: PlainDate | null
  takes: Record<string, number>
  kept: Kept | null
  keptUntil: PlainDate | null
}

interface Found {
  kind: PurgeKind
  id: Id
  paperKind: string | null
  symbol: string | null
  issuer: string | null
  onDay: PlainDate | null
  /** Its period runs from here: what is not over has none. */
  since: PlainDate | null
  isGone: boolean
}

/** At most so many records go under one decision by age; the rest under the next. */
export const MOST_BY_AGE = 500

/** What a decision would destroy and what not, and why; as the system, who reads every record. */
export async function survey(
  db: Reader,
  { lines, ruleIds, ground }: Pick<NewPurge, 'lines' | 'ruleIds' | 'ground'>,
  today: PlainDate,
): Promise<Surveyed[]> {
  const rules = await rulesOn(db, today)
  const items: Surveyed[] = []
  const known = new Set<Id>()
  const add = async (found: Found) => {
    if (known.has(found.id)) return
    known.add(found.id)
    items.push(await judged(db, found, ground, rules, today))
  }
  for (const line of lines) {
    const named = await findNamed(db, line)
    if (named.length === 0) items.push(stays(line, 'not_found'))
    else if (new Set(named.map(({ onDay }) => onDay)).size > 1) items.push(stays(line, 'several'))
    else for (const one of named) await add(one)
  }
  for (const rule of rules.filter(({ id }) => ruleIds.includes(id)))
    for (const one of await findOld(db, rule, rules, today)) await add(one)
  return items
}

const stays = (label: string, kept: Kept): Surveyed => ({
  kind: 'document',
  recordId: null,
  label,
  issuer: null,
  onDay: null,
  takes: {},
  kept,
  keptUntil: null,
})

async function judged(
  db: Reader,
  found: Found,
  ground: NewPurge['ground'],
  rules: readonly Rule[],
  today: PlainDate,
): Promise<Surveyed> {
  const all = await reach(db, found.kind, found.id, ground)
  const counts = Object.entries(all ?? {}).map(([name, ids]) => [name, ids.length] as const)
  const rule = ruleFor(rules, found.kind, found.paperKind)
  const until = rule && found.since ? keptUntil(found.since, rule.years) : null
  const why = async (): Promise<Kept | null> => {
    if (found.isGone) return 'destroyed_before'
    if (ground !== 'expired' || !all) return null
    if (found.since === null) return 'not_issued'
    if (until !== null && until >= today) return 'too_young'
    if (await hasOpen(db, all.tasks, today)) return 'open_tasks'
    return (await isBound(db, found, all, rules, today)) ? 'bound' : null
  }
  const kept = await why()
  return {
    kind: found.kind,
    recordId: found.id,
    label: labelOf(found),
    issuer: found.issuer,
    onDay: found.onDay,
    takes: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    kept,
    keptUntil: kept === 'too_young' ? until : null,
  }
}

/** The record as it stands when it is its turn: a day has passed, tasks may have been given since. */
export async function judgeAgain(
  db: Reader,
  { kind, recordId }: { kind: PurgeKind; recordId: Id },
  ground: NewPurge['ground'],
  today: PlainDate,
): Promise<Surveyed | undefined> {
  const [found] = await rowsOf(db, sql<Found>`${FOUND[kind]} where r.id = ${recordId}`)
  return found && judged(db, found, ground, await rulesOn(db, today), today)
}

/**
 * Whether something that would go along is still to be kept by its own rule. Other papers need a rule
 * that lets them go; tasks, and what was written of a meeting, follow where they have none.
 */
async function isBound(
  db: Reader,
  { kind, id }: Found,
  { documents, tasks, files }: Reach,
  rules: readonly Rule[],
  today: PlainDate,
): Promise<boolean> {
  if (kind === 'file') return !files.includes(id)
  const papers = await rowsOf(
    db,
    sql<Found>`${FOUND.document} where r.id = any (${documents}::uuid[])`,
  )
  const given = await rowsOf(db, sql<Found>`${FOUND.task} where r.id = any (${tasks}::uuid[])`)
  return [...papers, ...given].some((one) => {
    if (one.id === id || one.isGone) return false
    const follows = one.kind === 'task' || (kind === 'meeting' && isOfMeeting(one))
    const rule = ruleFor(rules, one.kind, one.paperKind)
    if (one.since === null || !rule) return !follows
    return keptUntil(one.since, rule.years) >= today
  })
}

/** Invitations and minutes. */
const isOfMeeting = ({ paperKind }: Found) => paperKind === 'GM' || paperKind === 'BB'

/** Number and day alone: the words are what is to be destroyed. */
function labelOf({ kind, paperKind, symbol, onDay }: Found): string {
  const day = onDay ? ` ngày ${onDay.split('-').toReversed().join('/')}` : ''
  if (kind === 'meeting') return `Cuộc họp${day}`
  if (kind === 'task') return `Nhiệm vụ ${symbol ?? ''}`
  if (kind === 'reading') return `Bản trích nhiệm vụ${day}`
  if (kind === 'file') return `Tệp nhận${day}`
  const name = PaperKind.safeParse(paperKind)
  return `${name.success ? PAPER_KIND_NAMES[name.data] : 'Văn bản'} ${symbol ?? 'không số'}${day}`
}

const NAME = (agency: RawBuilder<unknown>) => sql`(select v.name from agency_versions v
  where v.agency_id = ${agency} order by v.from_on desc limit 1)`

const BEGUN = sql`(r.created_at at time zone 'Asia/Ho_Chi_Minh')::date`

/** Only what is over has a day from which its period runs. */
const FOUND: Readonly<Record<PurgeKind, RawBuilder<unknown>>> = {
  document: sql`select 'document' as kind, r.id, r.kind as "paperKind", r.symbol, r.issuer_name as issuer,
    r.issued_on as "onDay", case when r.state in ('issued', 'replaced', 'expired')
      then coalesce(r.issued_on, r.arrived_on) end as since, starts_with(r.abstract, ${GONE}) as "isGone"
    from documents r`,
  meeting: sql`select 'meeting' as kind, r.id, null as "paperKind", null as symbol,
    ${NAME(sql`r.agency_id`)} as issuer, r.held_on as "onDay",
    case when r.state in ('held', 'concluded', 'cancelled') then r.held_on end as since,
    starts_with(r.title, ${GONE}) as "isGone" from meetings r`,
  task: sql`select 'task' as kind, r.id, null as "paperKind", concat(r.number,
      case when r.part_no <> '' then '.' || r.part_no end, '/', r.year) as symbol,
    ${NAME(sql`r.issuer_id`)} as issuer, null::date as "onDay",
    (select max(s.from_on) from task_spans s where s.task_id = r.id
      and s.status in ('done_in_time', 'done_late', 'cancelled') and s.until_on = '9999-12-31') as since,
    starts_with(r.title, ${GONE}) as "isGone" from tasks r`,
  reading: sql`select 'reading' as kind, r.id, null as "paperKind", null as symbol,
    ${NAME(sql`r.owner_id`)} as issuer, ${BEGUN} as "onDay", ${BEGUN} as since,
    false as "isGone" from readings r`,
  file: sql`select 'file' as kind, r.id, null as "paperKind", null as symbol, null as issuer,
    ${BEGUN} as "onDay", ${BEGUN} as since, false as "isGone" from files r`,
}

/** A paper may stand in several registers: all of them are meant. */
function findNamed(db: Reader, typed: string): Promise<Found[]> {
  const line = readLine(typed)
  if (line.by === 'address')
    return rowsOf(db, sql<Found>`${FOUND[line.kind]} where r.id = ${line.id}`)
  const day = line.on === null ? sql`` : sql`and r.issued_on = ${line.on}`
  return rowsOf(
    db,
    sql<Found>`${FOUND.document} where r.symbol_key = symbol_key(${line.symbol})
      and r.symbol_key <> '' ${day} order by r.id limit 50`,
  )
}

/** Oldest first. */
function findOld(
  db: Reader,
  rule: Rule,
  rules: readonly Rule[],
  today: PlainDate,
): Promise<Found[]> {
  const others = rules.flatMap(({ kind, paperKind }) => (kind === 'document' && paperKind) || [])
  const which =
    rule.kind !== 'document'
      ? rule.kind === 'task'
        ? sql`r.parent_id is null`
        : sql`true`
      : rule.paperKind === null
        ? sql`r.kind <> all (${others}::text[])`
        : sql`r.kind = ${rule.paperKind}`
  return rowsOf(
    db,
    sql<Found>`select * from (${FOUND[rule.kind]} where ${which}) old
      where since + make_interval(years => ${rule.years}) < ${today}::date and not "isGone"
      order by since, id limit ${MOST_BY_AGE}`,
  )
}

async function hasOpen(db: Reader, tasks: readonly Id[], day: PlainDate): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select task_id as id from task_spans where task_id = any (${[...tasks]}::uuid[])
      and ${day}::date between from_on and until_on
      and status not in ('drafted', 'done_in_time', 'done_late', 'cancelled') limit 1`,
  )
  return rows.length > 0
}
