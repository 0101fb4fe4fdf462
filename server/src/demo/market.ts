import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { enter } from '../modules/market/index.ts'
import { type Actor, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { agencyId } from './id.ts'
import { accountId, postId } from './organisation.ts'

const WEEKS = 8
const PLACE = 'Bình quân trên địa bàn'

/** Eight weeks of prices as an Alliance and a Department saw them; made up, and marked so. */
export async function layOutMarket(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const enterFor = async (
    who: readonly [string, Actor['role'], string, Id | null],
    prices: readonly (readonly [commodity: string, first: number, step: number])[],
  ) => {
    const [username, role, agency, committeeId] = who
    const actor = {
      accountId: accountId(username),
      postId: postId(username),
      role,
      agencyId: agencyId(agency),
      committeeId,
      byWords: username,
    }
    for (let week = WEEKS; week > 0; week -= 1) {
      const onDay = addDays(today, -7 * week + 3)
      const context = createContext(owner, actor, today, new Date(`${today}T02:00:00Z`))
      const source = 'Cơ quan theo dõi (minh họa)'
      const at = { place: PLACE, measure: 'kg', source, seen: null }
      await enter(context, {
        onDay,
        lines: prices.map(([commodity, first, step]) => ({
          ...at,
          commodity,
          // up and down a little round a line
          price: first + step * (WEEKS - week) + ((week * 7) % 3) * Math.abs(step),
        })),
      })
    }
  }
  await enterFor(
    ['alliance', 'officer', 'hy-lmhtx', null],
    [
      ['rau', 12_000, 150],
      ['ngao', 21_000, -200],
    ],
  )
  await enterFor(
    ['standing', 'standing', 'ct-stc', agencyId('ct-bcd')],
    [
      ['lua', 7_100, 40],
      ['sau-rieng', 62_000, 900],
      ['vu-sua', 31_000, -250],
    ],
  )
  await sql`update market_prices set is_demo = true`.execute(owner)
}
