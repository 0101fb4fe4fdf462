import { FOREVER, type Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import {
  type Asked,
  declareHolding,
  readRows,
  type ResolvedPlan,
  type Row,
} from '../holdings/index.ts'

const PREFIX = 'notice.template.'
const NONE = 'none'

/** A body's own wording of notices: the successor goes on with it, unless it has its own. */
declareHolding({
  module: 'templates',
  order: 90,
  words: { vi: 'Mẫu thông báo', en: 'Templates' },
  kinds: [{ kind: 'templates', vi: 'Mẫu thông báo riêng', en: 'Own templates', manner: 'moves' }],
  count: async (db, { agencyIds, day }) => {
    const rows = await db
      .selectFrom('settings')
      .select('name')
      .where('name', 'in', agencyIds.length > 0 ? agencyIds.map((id) => PREFIX + id) : [NONE])
      .where('from_on', '<=', day)
      .where('until_on', '>=', day)
      .execute()
    return rows.map(({ name }) => ({
      kind: 'templates',
      unitId: null,
      agencyId: name.slice(PREFIX.length),
      count: 1,
    }))
  },
  questions: async (db, plan) => {
    const found = await listPassing(db, plan)
    return [...found].flatMap(([toId, rows]) =>
      rows.length > 1 ? [questionOf(toId, rows, plan)] : [],
    )
  },
  move: async (tx, { plan }, effects) => {
    const found = await listPassing(tx, plan)
    const rows = [...found].flatMap(([toId, from]): Row[] => {
      const said = plan.answers[`template:${toId}`]
      const one = from.length === 1 ? from[0] : from.find((row) => agencyOf(row) === said)
      if (!one) return []
      const days = { from_on: plan.onDay, until_on: FOREVER }
      return [{ ...one, ...days, name: PREFIX + toId, version: 1 }]
    })
    await effects.insert('settings', rows, agencyOf)
  },
})

const agencyOf = (row: Row) => String(row['name']).slice(PREFIX.length)

/** Templates of ended agencies, by the successor that has none of its own. */
async function listPassing(db: Reader, plan: ResolvedPlan): Promise<Map<Id, Row[]>> {
  const { ended, successions } = plan.agencies
  const ids = [...ended, ...successions.map(({ toId }) => toId)]
  const rows = await readRows(
    db,
    'settings',
    sql`t.name = any (${ids.map((id) => PREFIX + id)}::text[]) and t.until_on >= ${plan.onDay}`,
  )
  const found = new Map<Id, Row[]>()
  for (const { fromId, toId } of successions) {
    if (!ended.includes(fromId) || rows.some((row) => agencyOf(row) === toId)) continue
    const own = rows.find((row) => agencyOf(row) === fromId)
    if (own) found.set(toId, [...(found.get(toId) ?? []), own])
  }
  return found
}

function questionOf(toId: Id, rows: readonly Row[], plan: ResolvedPlan): Asked {
  const nameOf = (id: Id) => plan.names.agencies.get(id)?.name ?? id
  return {
    key: `template:${toId}`,
    vi: `${nameOf(toId)} dùng mẫu thông báo của cơ quan nào?`,
    en: `Whose template of notices does ${nameOf(toId)} go on with?`,
    subject: { kind: 'setting', id: toId, name: nameOf(toId) },
    input: 'choice',
    choices: [
      ...rows.map((row) => {
        const id = agencyOf(row)
        return { value: id, vi: nameOf(id), en: nameOf(id) }
      }),
      { value: NONE, vi: 'Mẫu chung của loại cơ quan', en: 'The common one of its kind' },
    ],
    usual: NONE,
  }
}
