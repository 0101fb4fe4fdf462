import { type Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/db.ts'
import {
  type Asked,
  declareHolding,
  follow,
  heirsOf,
  likelyHeirs,
  type ResolvedPlan,
  type Row,
} from '../../holdings/index.ts'

interface Touched {
  committeeId: Id
  name: string
  standingAgencyId: Id
  /** Members from agencies that end. */
  memberIds: Id[]
}

/**
 * Committees end with their body; where one goes on, its standing agency and the members who come
 * from agencies that end are asked about: naming members is the chair's decision, not a rule's.
 */
declareHolding({
  module: 'committees',
  order: 30,
  words: { vi: 'Ban Chỉ đạo', en: 'Committees' },
  kinds: [
    { kind: 'members', vi: 'Thành viên Ban Chỉ đạo', en: 'Members of committees', manner: 'stays' },
  ],
  count: async (db, { agencyIds, day }) => {
    const rows = await db
      .selectFrom('committee_members')
      .select((row) => ['agency_id', row.fn.countAll<number>().as('count')])
      .where('agency_id', 'in', [...agencyIds, EMPTY])
      .where('from_on', '<=', day)
      .where('until_on', '>=', day)
      .groupBy('agency_id')
      .execute()
    return rows.map(({ agency_id, count }) => ({
      kind: 'members',
      unitId: null,
      agencyId: agency_id,
      count: Number(count),
    }))
  },
  questions: async (db, plan) => {
    const touched = await listTouched(db, plan)
    return touched.flatMap((one) => [...standingQuestion(one, plan), ...memberQuestion(one)])
  },
  move: async (tx, { plan }, effects) => {
    const { onDay, lastDay, agencies, answers } = plan
    const touched = await listTouched(tx, plan)
    const committeeOf = (row: Row) => String(row['committee_id'])
    const days = { onDay, lastDay }
    await follow(tx, effects, {
      table: 'committee_versions',
      of: 'committee_id',
      ids: agencies.ended,
      ...days,
      next: () => null,
    })
    await follow(tx, effects, {
      table: 'committee_members',
      of: 'id',
      by: 'committee_id',
      ids: agencies.ended,
      ...days,
      next: () => null,
    })
    const standing = new Map(
      touched.flatMap((one) => {
        const heir = standingHeir(one, plan)
        return heir && heir !== one.standingAgencyId ? [[one.committeeId, heir] as const] : []
      }),
    )
    await follow(tx, effects, {
      table: 'committee_versions',
      of: 'committee_id',
      ids: [...standing.keys()],
      ...days,
      next: (row) => ({ ...row, standing_agency_id: standing.get(committeeOf(row)) }),
    })
    const leaving = touched
      .filter(({ committeeId }) => answers[`members:${committeeId}`] === 'end')
      .flatMap(({ memberIds }) => memberIds)
    await follow(tx, effects, {
      table: 'committee_members',
      of: 'id',
      ids: leaving,
      ...days,
      next: () => null,
    })
    for (const { committeeId, name, memberIds } of touched)
      if (memberIds.length > 0)
        effects.report({
          what:
            answers[`members:${committeeId}`] === 'end'
              ? { vi: 'Thành viên thôi tham gia', en: 'Members left' }
              : { vi: 'Thành viên giữ nguyên, chờ kiện toàn', en: 'Members stay until a decision' },
          subject: name,
          from: null,
          to: null,
          count: memberIds.length,
          unitIds: [],
          agencyIds: [committeeId],
        })
  },
})

const EMPTY = '00000000-0000-0000-0000-000000000000'

/** Who is standing agency from the day on; undefined while it is not answered. */
function standingHeir({ committeeId, standingAgencyId }: Touched, plan: ResolvedPlan) {
  if (!plan.agencies.ended.includes(standingAgencyId)) return standingAgencyId
  const heirs = heirsOf(standingAgencyId, plan)
  return heirs.length === 1 ? heirs[0]?.toId : plan.answers[`standing_agency:${committeeId}`]
}

function standingQuestion(one: Touched, plan: ResolvedPlan): Asked[] {
  const heirs = heirsOf(one.standingAgencyId, plan)
  if (!plan.agencies.ended.includes(one.standingAgencyId) || heirs.length === 1) return []
  return [
    {
      key: `standing_agency:${one.committeeId}`,
      vi: `Cơ quan thường trực của ${one.name} kết thúc: cơ quan nào làm thường trực?`,
      en: `The standing agency of ${one.name} ends: which agency follows?`,
      subject: { kind: 'committee', id: one.committeeId, name: one.name },
      input: 'agency',
      choices: likelyHeirs(one.standingAgencyId, plan).map(({ toId }) => {
        const words = plan.names.agencies.get(toId)?.name ?? toId
        return { value: toId, vi: words, en: words }
      }),
      usual: null,
    },
  ]
}

function memberQuestion({ committeeId, name, memberIds }: Touched): Asked[] {
  if (memberIds.length === 0) return []
  return [
    {
      key: `members:${committeeId}`,
      vi: `${memberIds.length} thành viên ${name} thuộc cơ quan kết thúc: xử lý thế nào?`,
      en: `${memberIds.length} members of ${name} come from agencies that end: what becomes of them?`,
      subject: { kind: 'committee', id: committeeId, name },
      input: 'choice',
      choices: [
        {
          value: 'stay',
          vi: 'Giữ nguyên đến khi có quyết định kiện toàn',
          en: 'They stay until a decision names others',
        },
        { value: 'end', vi: 'Thôi tham gia từ ngày này', en: 'They leave on this day' },
      ],
      usual: null,
    },
  ]
}

/** Committees that go on, of which the standing agency or members' agencies end. */
async function listTouched(
  db: Reader,
  { agencies, onDay, lastDay }: ResolvedPlan,
): Promise<Touched[]> {
  if (agencies.ended.length === 0) return []
  const ended = sql`any (${[...agencies.ended]}::uuid[])`
  const rows = await db
    .selectFrom(
      sql<Touched>`(
        select c.committee_id as "committeeId", v.name, c.standing_agency_id as "standingAgencyId",
          coalesce((select json_agg(m.id order by m.id) from committee_members m
            where m.committee_id = c.committee_id and m.agency_id = ${ended}
              and m.until_on >= ${onDay} and m.from_on <= ${lastDay}), '[]') as "memberIds"
        from committee_versions c join agency_versions v on v.agency_id = c.committee_id
          and ${lastDay}::date between v.from_on and v.until_on
        where c.until_on >= ${onDay} and c.from_on <= ${lastDay} and c.committee_id <> all (${[...agencies.ended]}::uuid[])
          and (c.standing_agency_id = ${ended} or exists (select from committee_members m
            where m.committee_id = c.committee_id and m.agency_id = ${ended} and m.until_on >= ${onDay}))
        order by v.name, c.committee_id)`.as('touched'),
    )
    .selectAll('touched')
    .execute()
  return rows
}
