import { FormDefinition } from '@hopluc/shared/report-forms'
import { Correction } from '@hopluc/shared/returns'
import type { CheckState, Deadline, ReturnState } from '@hopluc/shared/rounds'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { agencyNamed, rowsOf } from '../units/index.ts'
import { returnChanged, returnNotFound } from './refusals.ts'

/** A return with its round, and how the acting post stands to it. */
export interface Head {
  id: Id
  unitId: Id
  agencyId: Id
  receiverId: Id
  checkerId: Id | null
  roundId: Id
  formId: Id
  formNo: number
  formCode: string
  formName: string
  periodId: number
  roundTitle: string
  state: ReturnState
  checkState: CheckState | null
  dueOn: PlainDate
  checkDueOn: PlainDate | null
  opensOn: PlainDate
  cutoffOn: PlainDate
  estimateOn: PlainDate
  deadlines: Omit<Deadline, 'isDayOff'>[]
  paper: string | null
  correction: Correction | null
  presentedWords: string | null
  sentWords: string | null
  sentAt: string | null
  acceptedAt: string | null
  remindedOn: PlainDate | null
  isDemo: boolean
  version: number
  needsApproval: boolean
  hasRemarks: boolean
  isOwn: boolean
  isReceiver: boolean
  isChecker: boolean
  /** Rounds below flow into this one. */
  hasBelow: boolean
}

const instant = (column: string) => sql`to_jsonb(${sql.ref(column)}) #>> '{}'`

const HEAD = (id: Id, day: PlainDate) => sql<Head>`${PLANNED_ONCE}
  select r.id, r.unit_id as "unitId", r.agency_id as "agencyId", r.receiver_id as "receiverId",
    r.checker_id as "checkerId", r.round_id as "roundId", r.form_id as "formId", r.form_no as "formNo",
    r.form_code as "formCode", r.form_name as "formName", r.period_id as "periodId", r.round_title as "roundTitle",
    r.state, r.check_state as "checkState", r.due_on as "dueOn", r.check_due_on as "checkDueOn",
    r.opens_on as "opensOn", r.cutoff_on as "cutoffOn", r.estimate_on as "estimateOn", r.deadlines, r.paper,
    r.correction, r.presented_words as "presentedWords", r.sent_words as "sentWords",
    ${instant('r.sent_at')} as "sentAt", ${instant('r.accepted_at')} as "acceptedAt",
    r.reminded_on as "remindedOn", r.is_demo as "isDemo", r.version,
    coalesce((select v.needs_approval from agency_versions v where v.agency_id = r.agency_id
      order by (${day}::date between v.from_on and v.until_on) desc, v.from_on desc limit 1), false) as "needsApproval",
    exists (select from return_remarks m where m.unit_id = r.unit_id and m.return_id = r.id and not m.is_answered)
      as "hasRemarks",
    r.is_own as "isOwn", r.is_receiver as "isReceiver", r.is_checker as "isChecker", r.has_below as "hasBelow"
  from return_heads r where r.id = ${id}`

/** @throws AppError `returns.not_found` */
export async function getHead(db: Reader, id: Id, day: PlainDate): Promise<Head> {
  const [head] = await rowsOf(db, HEAD(id, day))
  if (!head) throw returnNotFound()
  return { ...head, correction: head.correction && Correction.parse(head.correction) }
}

/**
 * Holds the return for this transaction, of the unit that fills it or the one that received it. A
 * `version` that was not seen is a conflict; without one whoever comes second waits and goes on.
 */
export async function lock(tx: Tx, id: Id, version?: number): Promise<boolean> {
  const row = await tx
    .selectFrom('returns')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .modifyEnd(PLANNED_ONCE)
    .executeTakeFirst()
  if (row && version !== undefined && row.version !== version) throw returnChanged()
  return row !== undefined
}

/** Frozen when a round uses it: read once. */
const definitions = new Map<string, FormDefinition>()
const MOST_KEPT = 200

export async function definitionOf(
  db: Reader,
  { formId, formNo }: Pick<Head, 'formId' | 'formNo'>,
): Promise<FormDefinition> {
  const key = `${formId} ${formNo}`
  const kept = definitions.get(key)
  if (kept) return kept
  const row = await db
    .selectFrom('report_form_versions')
    .select(['definition', 'is_frozen'])
    .where('form_id', '=', formId)
    .where('no', '=', formNo)
    .executeTakeFirst()
  if (!row) throw returnNotFound()
  const definition = FormDefinition.parse(row.definition)
  if (definitions.size >= MOST_KEPT) definitions.clear()
  if (row.is_frozen) definitions.set(key, definition)
  return definition
}

export interface HeadNames {
  unit: UnitName
  under: string | null
  agency: Named
  receiver: Named
  checker: Named | null
}

/** How the unit, the agencies and what lies above are called. */
export function namesIn(head: Head, day: PlainDate) {
  const on = sql`${day}::date`
  return sql<HeadNames>`select json_build_object('id', u.unit_id, 'level', u.level, 'kind', u.kind, 'name', u.name) as unit,
        (select p.kind || ' ' || p.name from unit_versions p where p.unit_id = u.parent_id and p.level <> 'nation'
          order by (${on} between p.from_on and p.until_on) desc, p.from_on desc limit 1) as under,
        ${agencyNamed(sql`${head.agencyId}::uuid`, on)} as agency,
        ${agencyNamed(sql`${head.receiverId}::uuid`, on)} as receiver,
        ${agencyNamed(sql`${head.checkerId}::uuid`, on)} as checker
      from unit_versions u where u.unit_id = ${head.unitId}
      order by (${head.cutoffOn}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1`
}

export async function namesOf(db: Reader, head: Head, day: PlainDate): Promise<HeadNames> {
  const [row] = await rowsOf(db, namesIn(head, day))
  if (!row) throw returnNotFound()
  return row
}
