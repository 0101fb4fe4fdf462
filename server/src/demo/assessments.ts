import type { AssessmentItem } from '@hopluc/shared/assessments'
import type { CriteriaWrite, Criterion } from '@hopluc/shared/criteria'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import {
  assess,
  getAssessment,
  listAssessments,
  openAssessmentRound,
  publishAssessmentRound,
  scoreAll,
} from '../modules/assessments/index.ts'
import {
  copyCriteria,
  editCriteria,
  getCriteria,
  issueCriteria,
  leavesOf,
  totalOf,
} from '../modules/criteria/index.ts'
import type { Context } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { peopleOn } from './acting.ts'
import { agencyId, unitId } from './id.ts'
import { accountId } from './organisation.ts'

/** With the program: under the circular of 2020, to be filled in by each province. */
const CIRCULAR: Id = '01980000-0000-7000-8000-0000000005a1'
const OWN = 'HTX Lộc Mãi'
/** Made-up names alone are weak. */
const WEAK = [
  'HTX Minh Hưng',
  'HTX Minh Thịnh',
  'HTX Minh Tường',
  'HTX Minh Thuận',
  'Hợp tác xã NN Minh Đức',
]

/** What the demo's province fills in; all of it is made up. */
const STEPS: Record<string, readonly (readonly [from: number, points: number])[]> = {
  '3a': [
    [200, 1],
    [800, 2],
    [1500, 3],
    [2500, 4],
  ],
  '3c': [
    [1, 1],
    [50, 2],
    [100, 3],
    [200, 4],
  ],
}
const MOST: Record<string, number> = { '10': 8, '11': 8, '12': 8, '13': 6, '14': 6, '15': 4 }

/**
 * Two rounds of what was Kế Sách under a set that is made up: one published, with an appeal of the
 * cooperative that signs in; one open, in which that cooperative alone has still to score itself.
 */
export async function layOutAssessments(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const on = peopleOn(owner, today)
  const year = Number(today.slice(0, 4))
  const setId = await aSet(on.standing(-130), year - 2)
  const past = await aRound(owner, on, { setId, year: year - 2, since: -120 })
  await appealed(on, past)
  await aRound(owner, on, { setId, year: year - 1, since: -20 })
  await sql`update assessment_rounds set is_demo = true`.execute(owner)
  await sql`update criteria_sets set is_demo = true where unit_id is not null`.execute(owner)
}

async function aSet(standing: Context, fromYear: number): Promise<Id> {
  const unit = unitId('can-tho')
  const name = 'Bộ tiêu chí đánh giá HTX thành phố Cần Thơ (minh họa)'
  const asked = { copyOf: CIRCULAR, unitId: unit, name, fromYear, isEdition: false }
  const copy = await copyCriteria(standing, asked)
  const filled: CriteriaWrite = {
    version: copy.version,
    name,
    basis: 'Số liệu minh họa: điểm và mức điểm không lấy từ văn bản nào',
    note: null,
    fromYear,
    untilYear: null,
    kinds: ['cooperative'],
    sectors: [],
    criteria: copy.criteria.map(filledIn),
    bands: copy.bands.map((band) => ({ ...band, isEffective: band.code !== 'weak' })),
    exclusions: copy.exclusions,
  }
  const edited = await editCriteria(standing, copy.id, filled)
  await issueCriteria(standing, copy.id, edited.version)
  return copy.id
}

function filledIn(one: Criterion): Criterion {
  const max = MOST[one.key] ?? one.max
  if (one.rule?.by !== 'steps') return { ...one, max }
  const steps = (STEPS[one.key] ?? []).map(([from, points]) => ({ from, points }))
  return { ...one, max, rule: { ...one.rule, steps } }
}

type People = ReturnType<typeof peopleOn>
type AssessmentMarks = Awaited<ReturnType<typeof marksOf>>
interface DemoRound {
  id: Id
  version: number
  own: Id
  since: number
}

/** Opened, and decided of everyone but the cooperative that signs in. */
async function aRound(
  owner: Kysely<Schema>,
  on: People,
  { setId, year, since }: { setId: Id; year: number; since: number },
): Promise<DemoRound> {
  const standing = on.standing(since)
  const day = (days: number) => addDays(standing.today, days)
  const { id, version } = await openAssessmentRound(standing, {
    unitId: unitId('can-tho'),
    setId,
    year,
    name: `Đánh giá, xếp loại HTX năm ${year}`,
    selfUntilOn: day(25),
    communeUntilOn: day(35),
    untilOn: day(45),
    appealDays: 15,
  })
  const { items } = await listAssessments(standing, { round: id, limit: 200, format: 'json' })
  const others = items.filter(({ entity }) => entity.name !== OWN)
  await decideAll(owner, on.standing(since + 12), { setId, year, items: others })
  const own = items.find(({ entity }) => entity.name === OWN)?.id ?? ''
  return { id, version, own, since }
}

/** Communes of the demo have no accounts of their own but one: what they gave is laid down as data. */
async function decideAll(
  owner: Kysely<Schema>,
  standing: Context,
  { setId, year, items }: { setId: Id; year: number; items: readonly AssessmentItem[] },
): Promise<void> {
  const entityIds = items.map(({ entity }) => entity.id)
  const { set, scored } = await standing.read(async (db) => {
    const found = await getCriteria(db, setId)
    const asked = { entityIds, asOf: `${year}-12-31`, year }
    return { set: found, scored: await scoreAll(db, found, asked) }
  })
  const decided = items.map(({ id, entity, unit }) => {
    const share = WEAK.includes(entity.name) ? 0.35 : 0.78 + (entity.name.length % 5) * 0.03
    const marks = leavesOf(set.criteria).map(({ key, max }) => ({
      key,
      points: scored.get(entity.id)?.points.get(key) ?? halves((max ?? 0) * share),
      note: null,
    }))
    const points = new Map(marks.map((mark) => [mark.key, mark.points]))
    const { total, band } = totalOf(set, points)
    return { id, unitId: unit.id, marks, total, band }
  })
  await sql`with given as (
      select * from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb)
        as g (id uuid, "unitId" uuid, marks jsonb, total numeric, band text)
    ), done as (update assessments a set state = 'decided', total = g.total, band = g.band, version = a.version + 1
      from given g where a.id = g.id returning a.id)
    insert into assessment_steps (assessment_id, seq, action, level, marks, total, band, set_id, on_day, agency_id,
      made_by, by_words, made_at)
    select done.id, l.seq, 'score', l.level, g.marks, g.total, g.band, ${setId},
      ${standing.today}::date, case l.level when 'province' then ${agencyId('ct-stc')}::uuid else coalesce((
        select v.agency_id from agency_versions v where v.unit_id = g."unitId" and v.kind = 'people_committee'
          and ${standing.today}::date between v.from_on and v.until_on limit 1), ${agencyId('ct-stc')}) end,
      ${accountId('standing')}, 'Số liệu minh họa', ${standing.now}
    from done join given g on g.id = done.id
    cross join (values (1, 'commune'), (2, 'province')) l (seq, level)`.execute(owner)
}

const halves = (points: number) => Math.round(points * 2) / 2

/** As the rules have it; by hand a share of the most. */
async function marksOf(context: Context, id: Id, share: number) {
  const { rows } = await getAssessment(context, id)
  return rows
    .filter(({ isGroup }) => !isGroup)
    .map(({ key, max, computed }) => ({
      key,
      points: computed ?? halves((max ?? 0) * share),
      note: null,
    }))
}

/** The cooperative that signs in goes through every level, and the round is published. */
export async function rateAndPublish(
  on: People,
  { id, version, own, since }: DemoRound,
): Promise<AssessmentMarks> {
  const marks = await marksOf(on.cooperative(since + 5), own, 0.9)
  const less = (note: string) =>
    marks.map((mark) => (mark.key === '9' ? { ...mark, points: mark.points - 1.5, note } : mark))
  const said = { exclusion: null, text: null, fileIds: [] }
  await assess(on.cooperative(since + 5), own, { action: 'score', version: 1, marks, ...said })
  await assess(on.cooperative(since + 6), own, {
    action: 'remark',
    version: 2,
    text: 'Ban kiểm soát nhất trí với số điểm do Hội đồng quản trị chấm.',
    fileIds: [],
  })
  const why = 'Chưa thấy tài liệu về truy xuất nguồn gốc'
  const lower = less(why)
  await assess(on.commune(since + 15), own, { action: 'score', version: 3, marks: lower, ...said })
  await assess(on.standing(since + 20), own, { action: 'score', version: 4, marks: lower, ...said })
  await publishAssessmentRound(on.standing(since + 30), id, version)
  return marks
}

/** Published, appealed against and changed. */
async function appealed(on: People, round: DemoRound): Promise<void> {
  const { own, since } = round
  const marks = await rateAndPublish(on, round)
  await assess(on.cooperative(since + 35), own, {
    action: 'appeal',
    version: 5,
    text: 'HTX đã dán tem truy xuất nguồn gốc cho sầu riêng từ đầu năm, xin gửi bổ sung hợp đồng in tem.',
    fileIds: [],
  })
  await assess(on.standing(since + 41), own, {
    action: 'decide',
    version: 6,
    marks: marks.map((mark) =>
      mark.key === '9' ? { ...mark, note: 'Tài liệu bổ sung hợp lệ' } : mark,
    ),
    text: 'Chấp nhận tài liệu bổ sung, điều chỉnh điểm tiêu chí 9.',
  })
}
