import {
  Debt,
  DebtBody,
  Debts,
  Settlement,
  SettlementBody,
  Settlements,
} from '@hopluc/shared/entity-parts-debts'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db.ts'
import { rowsOf } from '../../units/index.ts'
import { partNotFound, tooMuchSettled } from '../refusals.ts'
import type { Part } from '../rows/index.ts'
import { inWords, numberOf, textOf, warning } from '../words.ts'
import { ageOf } from './domain.ts'

/** What is owed to it and by it, what was settled and what stands on the day. */
export const debts: Part = {
  noun: 'debts',
  deed: 'debt',
  table: 'entity_debts',
  action: 'entity.keep_debts',
  body: DebtBody,
  item: Debt,
  list: Debts,
  order: sql`direction desc, arisen_on, id`,
  hidden: ['partyName'],
  more: sql`jsonb_build_object('settled', coalesce((select jsonb_agg(jsonb_build_object('on', s.on_day,
    'kind', s.kind, 'amount', s.amount)) from debt_settlements s where s.debt_id = t.id), '[]'))`,
  present: (row, { day }) => {
    const settled = (Array.isArray(row['settled']) ? row['settled'] : []).filter(
      (one: { on: string }) => one.on <= day,
    )
    const sum = (isWrittenOff: boolean) =>
      settled
        .filter((one: { kind: string }) => (one.kind === 'written_off') === isWrittenOff)
        .reduce((total: number, one: { amount: number }) => total + one.amount, 0)
    const [paid, writtenOff] = [sum(false), sum(true)]
    const left = (numberOf(row, 'amount') ?? 0) - paid - writtenOff
    const dueOn = textOf(row, 'dueOn')
    return {
      ...row,
      paid,
      writtenOff,
      left,
      age: ageOf(textOf(row, 'arisenOn') ?? day, day),
      isOverdue: left > 0 && dueOn !== null && dueOn < day,
    }
  },
  warn: (rows, reading) => {
    const old = rows
      .map((row) => debts.present(row, reading))
      .filter(
        (row) =>
          (numberOf(row, 'left') ?? 0) > 0 && row['age'] === 'from_3' && row['plan'] === null,
      )
    if (old.length === 0) return []
    const sum = old.reduce((total, row) => total + (numberOf(row, 'left') ?? 0), 0)
    return [
      warning(
        'debts.old',
        null,
        `${old.length} khoản nợ từ 3 năm trở lên (${inWords(sum)} đồng) chưa có phương án xử lý.`,
        `${old.length} debts of three years and more have no plan.`,
      ),
    ]
  },
  check: async (tx, _entityId, body, id) => {
    if (id === null) return
    const { settled } = await sumsOf(tx, id)
    if (settled > (numberOf(body, 'amount') ?? 0)) throw tooMuchSettled()
  },
}

/** What was paid, set off or written off; never more than is owed. */
export const settlements: Part = {
  noun: 'settlements',
  deed: 'settlement',
  table: 'debt_settlements',
  action: 'entity.keep_debts',
  body: SettlementBody,
  item: Settlement,
  list: Settlements,
  order: sql`on_day desc`,
  present: (row) => row,
  check: async (tx, entityId, body, id) => {
    const debtId = textOf(body, 'debtId')
    const debt = debtId === null ? undefined : await sumsOf(tx, debtId, id)
    if (debt?.entityId !== entityId) throw partNotFound()
    if (debt.settled + (numberOf(body, 'amount') ?? 0) > debt.amount) throw tooMuchSettled()
  },
}

/** The debt is locked: two settlements at once do not settle more than there is. */
async function sumsOf(tx: Tx, debtId: Id, but: Id | null = null) {
  await sql`select from entity_debts where id = ${debtId} for update`.execute(tx)
  const [row] = await rowsOf(
    tx,
    sql<{ entityId: Id | null; amount: number; settled: number }>`select
      (select entity_id from entity_debts where id = ${debtId}) as "entityId",
      coalesce((select amount from entity_debts where id = ${debtId}), 0)::float8 as amount,
      coalesce((select sum(amount) from debt_settlements where debt_id = ${debtId}
        and id is distinct from ${but}::uuid), 0)::float8 as settled`,
  )
  if (!row) throw partNotFound()
  return row
}
