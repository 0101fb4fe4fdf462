import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import {
  type Asked,
  declareHolding,
  follow,
  readRows,
  type ResolvedPlan,
  type Row,
} from '../holdings/index.ts'

const KIND = { kind: 'entities', vi: 'HTX, tổ hợp tác', en: 'Co-operatives and groups' } as const

/** An entity keeps its id through every merger: its place is a version. */
declareHolding({
  module: 'registry',
  order: 45,
  words: { vi: 'Danh sách HTX, THT', en: 'Register of co-operatives' },
  kinds: [{ ...KIND, manner: 'keeps_id' }],
  count: async (db, { unitIds, day }) => {
    const rows = await db
      .selectFrom('entity_places')
      .select(['unit_id', sql<number>`count(distinct entity_id)::int`.as('count')])
      .where(sql<boolean>`unit_id = any (${[...unitIds]}::uuid[])`)
      .where('from_on', '<=', day)
      .where('until_on', '>=', day)
      .groupBy('unit_id')
      .execute()
    return rows.map(({ unit_id, count }) => ({
      kind: KIND.kind,
      unitId: unit_id,
      agencyId: null,
      count,
    }))
  },
  questions: async (db, plan) => {
    const unclear = plan.units.ended.filter((id) => heirsOf(id, plan).length !== 1)
    if (unclear.length === 0) return []
    const rows = await db
      .selectFrom('entity_places')
      .select(['unit_id', sql<number>`count(distinct entity_id)::int`.as('count')])
      .where(sql<boolean>`unit_id = any (${unclear}::uuid[])`)
      .where('until_on', '>=', plan.onDay)
      .groupBy('unit_id')
      .execute()
    return rows.map(({ unit_id, count }) => questionOf(unit_id, count, plan))
  },
  move: async (tx, { plan, reorganisationId }, effects) => {
    const single = await readRows(
      tx,
      'entity_places',
      sql`t.unit_id = any (${[...plan.units.ended]}::uuid[]) and t.until_on >= ${plan.onDay}`,
    )
    const to = new Map<Id, Id>()
    for (const row of single) {
      const [entityId, unitId] = [entityOf(row), unitOf(row)]
      const heirs = heirsOf(unitId, plan)
      const said = plan.answers[`entity:${entityId}`] ?? plan.answers[`entities:${unitId}`]
      const heir = heirs.length === 1 ? heirs[0] : said
      if (heir) to.set(entityId, heir)
    }
    const after = await follow(tx, effects, {
      table: 'entity_places',
      of: 'entity_id',
      ids: [...to.keys()],
      onDay: plan.onDay,
      lastDay: plan.lastDay,
      next: (row) => ({
        ...row,
        unit_id: to.get(entityOf(row)),
        reorganisation_id: reorganisationId,
      }),
    })
    for (const [unitId, places] of Map.groupBy(after, unitOf))
      effects.report({
        what: { vi: 'HTX, tổ hợp tác giữ mã số, đổi địa bàn', en: 'Entities keep their id' },
        subject: plan.names.units.get(unitId) ?? unitId,
        from: null,
        to: plan.names.units.get(unitId) ?? unitId,
        count: places.length,
        unitIds: [unitId],
        agencyIds: [],
      })
  },
})

const entityOf = (row: Row) => String(row['entity_id'])
const unitOf = (row: Row) => String(row['unit_id'])

function heirsOf(id: Id, { units }: ResolvedPlan): Id[] {
  return units.successions.filter(({ fromId }) => fromId === id).map(({ toId }) => toId)
}

/** Each can be answered for apart, under `entity:` and its id; this is for all the others. */
function questionOf(id: Id, count: number, plan: ResolvedPlan): Asked {
  const name = plan.names.units.get(id) ?? id
  const heirs = heirsOf(id, plan)
  const likely = heirs.length > 0 ? heirs : plan.units.successions.map(({ toId }) => toId)
  return {
    key: `entities:${id}`,
    vi: `${count} HTX, tổ hợp tác ở ${name} thuộc địa bàn đơn vị nào?`,
    en: `In which unit do the ${count} entities of ${name} lie?`,
    subject: { kind: 'unit', id, name },
    input: 'choice',
    choices: [...new Set(likely)].map((toId) => {
      const words = plan.names.units.get(toId) ?? toId
      return { value: toId, vi: words, en: words }
    }),
    usual: null,
  }
}
