import type {
  FormulaAnswer,
  FormulaTry,
  Indicator,
  IndicatorChange,
  IndicatorList,
  NewIndicator,
} from '@hopluc/shared/indicators'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { checkFormula } from './checks.ts'
import { codesOf, parseFormula } from './formula.ts'
import { mayKeep } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

/** The catalogue. */
export function list(context: Context): Promise<IndicatorList> {
  return context.read(async (db) => ({
    items: await store.listIndicators(db),
    mayChange: mayKeep(context.actor) && (await store.keepsCatalogue(db)),
  }))
}

/** What is wrong with a formula as one types it. */
export function tryFormula(context: Context, asked: FormulaTry): Promise<FormulaAnswer> {
  return context.read(async (db) =>
    checkFormula(asked.formula, asked.code, asked.measure, await store.listIndicators(db)),
  )
}

async function assertKeeps(tx: Tx, { actor }: Context): Promise<void> {
  assertAllowed(mayKeep(actor) && (await store.keepsCatalogue(tx)))
}

function assertFits(
  { code, measure, formula, origin }: Pick<Indicator, 'code' | 'measure' | 'formula' | 'origin'>,
  known: readonly Indicator[],
): void {
  if ((origin === 'formula') !== (formula !== null)) throw refusals.noFormula()
  if (formula === null) return
  const { problems } = checkFormula(formula, code, measure, known)
  if (problems.length > 0) throw refusals.badFormula(problems)
}

/** Formulas of others that name a code; those that have gone out of use need nothing. */
const usedBy = (code: string, known: readonly Indicator[]) =>
  known
    .filter((one) => one.isActive && one.code !== code && one.formula !== null)
    .filter((one) => codesOf(parseFormula(one.formula ?? '')).includes(code))
    .map((one) => one.code)

/**
 * Changes names, definition, formula; what stood before is kept.
 * @throws AppError `indicators.changed`, `indicators.bad_formula`, `indicators.still_used`
 */
export function change(context: Context, id: Id, edit: IndicatorChange): Promise<Indicator> {
  const { actor } = context
  const { version, ...parts } = edit
  return context.write(async (tx) => {
    await assertKeeps(tx, context)
    const known = await store.listIndicators(tx)
    const before = known.find((one) => one.id === id)
    if (!before) throw refusals.indicatorNotFound()
    const given = Object.fromEntries(
      Object.entries(parts).filter(([, value]) => value !== undefined),
    )
    const after: Indicator = { ...before, ...given }
    assertFits(after, known)
    const users = after.isActive ? [] : usedBy(after.code, known)
    if (before.isActive && users.length > 0) throw refusals.stillUsed(users)
    if (!(await store.change(tx, actor.accountId, after, version)))
      throw refusals.indicatorChanged()
    await store.keepVersion(tx, actor.accountId, before)
    await audit.record(tx, actor, 'indicators.keep', id, {
      before: saidOf(before),
      after: saidOf(after),
    })
    return get(tx, id)
  })
}

/** @throws AppError `indicators.code_taken`, `indicators.bad_formula` */
export function enter(context: Context, entry: NewIndicator): Promise<Indicator> {
  const { actor } = context
  return context.write(async (tx) => {
    await assertKeeps(tx, context)
    const known = await store.listIndicators(tx)
    if (known.some(({ code }) => code.toLowerCase() === entry.code.toLowerCase()))
      throw refusals.codeTaken(entry.code)
    assertFits(entry, known)
    await store.add(tx, actor.accountId, entry)
    await audit.record(tx, actor, 'indicators.keep', entry.id, { after: entry })
    return get(tx, entry.id)
  })
}

async function get(tx: Tx, id: Id): Promise<Indicator> {
  const found = (await store.listIndicators(tx)).find((one) => one.id === id)
  if (!found) throw refusals.indicatorNotFound()
  return found
}

const saidOf = ({
  name,
  nameEn,
  measure,
  definition,
  owner,
  formula,
  decimals,
  isActive,
}: Indicator) => ({ name, nameEn, measure, definition, owner, formula, decimals, isActive })
