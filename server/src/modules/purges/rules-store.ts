import type { NewRetentionRule, RetentionRule } from '@hopluc/shared/purges'
import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

export type Rule = RetentionRule

const COLUMNS = sql`id, kind, paper_kind as "paperKind", years, basis, from_on as "fromOn", until_on as "untilOn"`

/** In force on a day. */
export function rulesOn(db: Reader, day: PlainDate): Promise<Rule[]> {
  return rowsOf(
    db,
    sql<Rule>`select ${COLUMNS} from retention_rules where ${day}::date between from_on and until_on
      order by kind, paper_kind nulls first`,
  )
}

/** All that hold today or later. */
export function listRules(db: Reader, day: PlainDate): Promise<Rule[]> {
  return rowsOf(
    db,
    sql<Rule>`select ${COLUMNS} from retention_rules where until_on >= ${day}::date
      order by kind, paper_kind nulls first, from_on`,
  )
}

/** The rule of this kind of paper, else that of all papers. */
export function ruleFor(
  rules: readonly Rule[],
  kind: string,
  paperKind: string | null,
): Rule | undefined {
  const own = rules.filter((rule) => rule.kind === kind)
  return (
    own.find((rule) => rule.paperKind !== null && rule.paperKind === paperKind) ??
    own.find((rule) => rule.paperKind === null)
  )
}

export async function addRule(tx: Tx, rule: NewRetentionRule): Promise<Id> {
  const id = randomUUIDv7()
  const { kind, years, basis } = rule
  await tx
    .insertInto('retention_rules')
    .values({ id, kind, years, basis, paper_kind: rule.paperKind, from_on: rule.fromOn })
    .execute()
  return id
}

/** Answers the rule as it was; undefined where no such rule is in force. */
export async function endRule(tx: Tx, id: Id, untilOn: PlainDate): Promise<Rule | undefined> {
  const [rule] = await rowsOf(
    tx,
    sql<Rule>`select ${COLUMNS} from retention_rules where id = ${id} and until_on = ${FOREVER}`,
  )
  if (!rule) return undefined
  if (untilOn < rule.fromOn) await tx.deleteFrom('retention_rules').where('id', '=', id).execute()
  else
    await tx
      .updateTable('retention_rules')
      .set({ until_on: untilOn })
      .where('id', '=', id)
      .execute()
  return rule
}
