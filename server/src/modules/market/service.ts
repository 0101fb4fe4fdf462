import type {
  MarketBoard,
  MarketEntry,
  MarketPricePage,
  MarketPriceQuery,
} from '@hopluc/shared/market'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { mayEnter } from './policy.ts'
import * as refusals from './refusals.ts'
import * as store from './store.ts'

export function list({ today, read }: Context, query: MarketPriceQuery): Promise<MarketPricePage> {
  return read((db) => store.list(db, query, today))
}

/** The latest prices of one's province, with how they went. */
export function board(context: Context): Promise<MarketBoard> {
  return context.read((db) => present(db, context))
}

async function present(db: Reader, { actor, today }: Context): Promise<MarketBoard> {
  return {
    items: await store.board(db, today),
    commodities: await store.commodities(db),
    mayEnter: mayEnter(actor),
  }
}

type Line = MarketEntry['lines'][number]
const keyOf = ({ commodity, place, measure }: Pick<Line, 'commodity' | 'place' | 'measure'>) =>
  `${commodity}, ${place}, ${measure}`

/**
 * Prices of a day in the name of one's own agency, all or none. What is there already as sent stays as it
 * is; what somebody else has entered since is not overwritten.
 */
export function enter(context: Context, { onDay, lines }: MarketEntry): Promise<MarketBoard> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(mayEnter(actor))
    if (onDay > today) throw refusals.notYet()
    const keys = lines.map(keyOf)
    const double = keys.find((key, at) => keys.indexOf(key) !== at)
    if (double !== undefined) throw refusals.twice(double)
    const known = new Set((await store.commodities(tx)).map(({ code }) => code))
    const odd = lines.find(({ commodity }) => !known.has(commodity))
    if (odd) throw refusals.unknownCommodity(odd.commodity)
    const { unit_id: unitId } = await tx
      .selectFrom('agency_versions')
      .select('unit_id')
      .where('agency_id', '=', actor.agencyId)
      .where('from_on', '<=', today)
      .where('until_on', '>=', today)
      .executeTakeFirstOrThrow(refusals.noAgency)
    const before = await store.lockDay(tx, actor.agencyId, onDay)
    const changed: Line[] = []
    for (const line of lines) {
      const there = before.find((one) => keyOf(one) === keyOf(line))
      if (there?.price === line.price && there.source === line.source) continue
      if ((there?.price ?? null) !== line.seen) throw refusals.changed(keyOf(line))
      if (there) await store.update(tx, there.id, line)
      else if (!(await store.insert(tx, line, { agencyId: actor.agencyId, unitId, onDay })))
        throw refusals.changed(keyOf(line))
      changed.push(line)
    }
    if (changed.length > 0)
      await audit.record(tx, actor, 'market.enter', actor.accountId, {
        onDay,
        before: before.map(({ id: _id, ...one }) => one),
        after: changed,
      })
    return present(tx, context)
  })
}
