import type { AuditEntry, AuditQuery } from '@hopluc/shared/audit'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/db.ts'

export interface AuditRow {
  id: string
  event: string
  subjectId: string
  subject: AuditEntry['subject']
  by: AuditEntry['by']
  role: string | null
  address: string | null
  sessionId: string | null
  document: AuditEntry['document']
  recordedAt: Date
  payload: string | null
  isSealed: boolean
}

/**
 * Last first; ids are in order of time. Without a subject, the deeds of the agencies one answers for;
 * row security would also leave those on records one reads, which only a record's own page asks for.
 */
export function list(
  db: Reader,
  { subject, account, event, from, until, limit, cursor }: AuditQuery,
  isAdmin: boolean,
): Promise<AuditRow[]> {
  const where: RawBuilder<unknown>[] = [sql`true`]
  if (subject) where.push(sql`e.subject_id = ${subject}`)
  else if (!isAdmin)
    where.push(sql`(e.account_id = (select account_id from acting)
      or e.agency_id in (select agency_id from visible_agencies))`)
  if (account) where.push(sql`e.account_id = ${account}`)
  if (event)
    where.push(event.includes('.') ? sql`e.event = ${event}` : sql`e.event like ${`${event}.%`}`)
  if (from)
    where.push(sql`e.recorded_at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
  if (until)
    where.push(sql`e.recorded_at < (${until}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
  if (cursor) where.push(sql`e.id < ${cursor.slice(cursor.lastIndexOf('_') + 1)}`)
  return db
    .selectFrom(
      sql<AuditRow>`(
        select e.id, e.event, e.subject_id as "subjectId", e.recorded_at as "recordedAt",
          e.recorded_at < coalesce(audit_oldest_unsealed(), 'infinity') as "isSealed", p.payload,
          e.role, e.address, e.session_id as "sessionId",
          (select json_build_object('id', d.id, 'name', concat_ws(' ', d.symbol, d.abstract))
            from documents d where d.id = e.document_id) as document,
          json_build_object('accountId', e.account_id, 'name', coalesce(a.name, '?'), 'post', o.title) as by,
          coalesce(
            (select json_build_object('kind', 'task', 'name', t.title) from tasks t where t.id = e.subject_id),
            (select json_build_object('kind', 'document', 'name', concat_ws(' ', d.symbol, d.abstract))
              from documents d where d.id = e.subject_id),
            (select json_build_object('kind', 'meeting', 'name', m.title) from meetings m where m.id = e.subject_id),
            (select json_build_object('kind', 'reading', 'name', r.title) from readings r where r.id = e.subject_id),
            (select json_build_object('kind', 'account', 'name', c.name) from accounts c where c.id = e.subject_id),
            (select json_build_object('kind',
                case v.kind when 'steering_committee' then 'committee' else 'agency' end, 'name', v.short_name)
              from agency_versions v where v.agency_id = e.subject_id order by v.from_on desc limit 1),
            (select json_build_object('kind', 'unit', 'name', u.kind || ' ' || u.name)
              from unit_versions u where u.unit_id = e.subject_id order by u.from_on desc limit 1)
          ) as subject
        from (select * from audit_entries e where ${sql.join(where, sql` and `)}
          order by e.id desc limit ${limit + 1}) e
        left join audit_payloads p on p.agency_id = e.agency_id and p.entry_id = e.id
        left join accounts a on a.id = e.account_id
        left join posts o on o.id = e.post_id
        order by e.id desc)`.as('found'),
    )
    .selectAll('found')
    .execute()
}
