import type { Role } from '@hopluc/shared/session'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import type { Telling } from '../notices/index.ts'
import { rowsOf } from '../units/index.ts'
import { lastMonthOfQuarter } from './domain.ts'

/** What a night that was missed is made good by; what was told before is not told again. */
const BACK_DAYS = 5
/** An instalment is announced so many days ahead. */
const AHEAD_DAYS = 7

interface Row {
  kind: Telling['kind']
  subjectKind: Telling['subjectKind']
  subjectId: Id | null
  agencyId: Id
  title: string
  dueOn: PlainDate | null
  days: number | null
  dedupe: string
}

const OWN: readonly Role[] = ['cooperative']

const tellingOf =
  (roles?: readonly Role[]) =>
  ({ agencyId, kind, subjectKind, subjectId, title, dueOn, days, dedupe }: Row): Telling => ({
    to: { agencyIds: [agencyId], ...(roles && { roles }) },
    kind,
    subjectKind,
    subjectId,
    params: { title, dueOn, ...(days !== null && { days }) },
    dedupe: `${kind}:${dedupe}`,
  })

/** Cooperatives that sign in: asked to score, given back, rated, answered on appeal. */
export async function assessed(db: Reader, today: PlainDate): Promise<Telling[]> {
  const since = addDays(today, -BACK_DAYS)
  const rows = await rowsOf(
    db,
    sql<Row>`select t.*, 'assessment' as "subjectKind", t.title, null::int as days from (
      select 'assessment.asked' as kind, a.id as "subjectId", e.agency_id as "agencyId", r.name as title,
        r.self_until_on as "dueOn", a.id::text as dedupe
      from assessment_rounds r join assessments a on a.round_id = r.id and a.state = 'self'
        join entities e on e.id = a.entity_id and e.agency_id is not null
      where r.state = 'open' and r.opened_on between ${since}::date and ${today}::date
      union all
      select 'assessment.returned', a.id, e.agency_id, r.name, r.self_until_on, a.id || ':' || s.seq
      from assessment_steps s join assessments a on a.id = s.assessment_id and a.state = 'self'
        join assessment_rounds r on r.id = a.round_id and r.state = 'open'
        join entities e on e.id = a.entity_id and e.agency_id is not null
      where s.action = 'send_back' and s.on_day between ${since}::date and ${today}::date
      union all
      select 'assessment.rated', a.id, e.agency_id, r.name, r.appeal_until_on, a.id::text
      from assessment_rounds r join assessments a on a.round_id = r.id
        join entities e on e.id = a.entity_id and e.agency_id is not null
      where r.published_on between ${since}::date and ${today}::date
      union all
      select 'assessment.appeal_answered', a.id, e.agency_id, r.name, null, a.id || ':' || s.seq
      from assessment_steps s join assessments a on a.id = s.assessment_id
        join assessment_rounds r on r.id = a.round_id
        join entities e on e.id = a.entity_id and e.agency_id is not null
      where s.action = 'decide' and s.on_day between ${since}::date and ${today}::date) t
    order by t.dedupe`,
  )
  return rows.map(tellingOf(OWN))
}

/** Communes: to score in a round, once each; and again what the province gave back. */
export async function scoring(db: Reader, today: PlainDate): Promise<Telling[]> {
  const since = addDays(today, -BACK_DAYS)
  const rows = await rowsOf(
    db,
    sql<Row>`select t.*, null::int as days from (
      select distinct 'assessment.to_score' as kind, 'assessment_round' as "subjectKind", r.id as "subjectId",
        v.agency_id as "agencyId", r.name as title, r.commune_until_on as "dueOn",
        r.id || ':' || a.unit_id as dedupe
      from assessment_rounds r join assessments a on a.round_id = r.id and a.state in ('self', 'board', 'commune')
        join agency_versions v on v.unit_id = a.unit_id and v.kind = 'people_committee'
          and ${today}::date between v.from_on and v.until_on
      where r.state = 'open' and r.opened_on between ${since}::date and ${today}::date
      union all
      select 'assessment.returned', 'assessment', a.id, v.agency_id, r.name || ': ' || e.name, r.commune_until_on,
        a.id || ':' || s.seq
      from assessment_steps s join assessments a on a.id = s.assessment_id and a.state = 'commune'
        join assessment_rounds r on r.id = a.round_id and r.state = 'open'
        join entities e on e.id = a.entity_id
        join agency_versions v on v.unit_id = a.unit_id and v.kind = 'people_committee'
          and ${today}::date between v.from_on and v.until_on
      where s.action = 'send_back' and s.on_day between ${since}::date and ${today}::date) t
    order by t.dedupe`,
  )
  return rows.map(tellingOf())
}

/** Borrowers a week before an instalment and once it is late; then whoever runs the fund as well. */
export async function instalments(db: Reader, today: PlainDate): Promise<Telling[]> {
  const dues = (column: 'e.agency_id' | 'f.agency_id', from: PlainDate, until: PlainDate) =>
    rowsOf(
      db,
      sql<Row>`select case when d.due_on < ${today}::date then 'loan.overdue' else 'loan.due' end as kind,
          'loan' as "subjectKind", l.id as "subjectId", ${sql.raw(column)} as "agencyId",
          e.name || ': ' || l.purpose as title, d.due_on as "dueOn", ${today}::date - d.due_on as days,
          l.id || ':' || d.due_on as dedupe
        from loan_dues d join loans l on l.id = d.loan_id and l.state = 'running'
          join loan_funds f on f.id = l.fund_id join entities e on e.id = l.entity_id
        where d.settled_on is null and d.due_on between ${from}::date and ${until}::date
          and ${sql.raw(column)} is not null
        order by d.due_on, l.id`,
    )
  const late = addDays(today, -BACK_DAYS)
  const borrowers = await dues('e.agency_id', late, addDays(today, AHEAD_DAYS))
  const lenders = await dues('f.agency_id', late, addDays(today, -1))
  return [
    ...borrowers.map(tellingOf(OWN)),
    ...lenders.map(tellingOf(['officer', 'leader', 'standing'])),
  ]
}

/** In the last month of a quarter: communes with cooperatives that have no meeting with them in it. */
export async function dialogues(db: Reader, today: PlainDate): Promise<Telling[]> {
  const quarter = lastMonthOfQuarter(today)
  if (!quarter) return []
  const { fromOn, untilOn, words } = quarter
  const rows = await rowsOf(
    db,
    sql<Row>`select 'dialogue.due' as kind, 'dialogue' as "subjectKind", null::uuid as "subjectId",
        v.agency_id as "agencyId", ${words} as title, ${untilOn}::date as "dueOn", null::int as days,
        v.agency_id || ':' || ${fromOn} as dedupe
      from agency_versions v join unit_versions u on u.unit_id = v.unit_id and u.level = 'commune'
        and ${today}::date between u.from_on and u.until_on
      where v.kind = 'people_committee' and ${today}::date between v.from_on and v.until_on
        and exists (select from entity_places p where p.unit_id = v.unit_id
          and ${today}::date between p.from_on and p.until_on)
        and not exists (select from meetings m where m.kind = 'dialogue' and m.state <> 'cancelled'
          and m.agency_unit_id = v.unit_id and m.held_on between ${fromOn}::date and ${untilOn}::date)
      order by v.agency_id`,
  )
  return rows.map(tellingOf())
}
