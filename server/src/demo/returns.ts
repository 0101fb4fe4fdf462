import { periodAt, periodBefore, samePeriod } from '@hopluc/shared/periods'
import { UNIT_ROW } from '@hopluc/shared/returns'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { createContext, type Context } from '../platform/context.ts'
import type { Schema, Tx } from '../platform/db.ts'
import { ensurePeriod } from '../modules/figures/index.ts'
import { addForm } from '../modules/report-forms/index.ts'
import { actOnReturn, answerOwn } from '../modules/returns/index.ts'
import { openRound } from '../modules/rounds/index.ts'
import { agencyId, demoId, unitId } from './id.ts'
import { accountId, postId } from './organisation.ts'
import { entityId } from './registry.ts'
import { KE_SACH_ENTITIES } from './registry-data.ts'
import { THAI_BINH_COUNTS } from './registry-thai-binh.ts'
import { HALF_FORM, PROVINCE_FORM, QUARTER_FORM } from './return-forms.ts'

/**
 * The quarter's round of Cần Thơ, half reported: the commune account's return is open and prefilled, one
 * is returned with remarks, one accepted and corrected, both of communes that are made up; the city's own
 * return to the ministry adds them up. And the six
 * months of Thái Bình in 2020 as its report prints them. What the sources do not say is made up.
 */
export async function layOutReturns(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const as = (username: string, words: string, more: object) =>
    personAs(owner, today, username, words, more)
  const standing = as('standing', 'Trần Thị Hạnh, Sở Tài chính', {
    role: 'standing',
    agencyId: agencyId('ct-stc'),
    committeeId: agencyId('ct-bcd'),
  })
  const quarter = await addForm(standing, QUARTER_FORM)
  const half = await addForm(standing, HALF_FORM)
  const ministry = as('ministry', 'Đặng Hoài An, Bộ Tài chính', { agencyId: agencyId('vn-btc') })
  const province = await addForm(ministry, PROVINCE_FORM)
  const period = periodAt('quarter', today)
  await standing.write(async (tx) => {
    for (const one of [periodBefore(period), samePeriod(period)])
      await stateBefore(tx, (await ensurePeriod(tx, one.kind, one.year, one.part)).id, one)
  })
  const cutoffOn = addDays(today, -3)
  const above = await openRound(ministry, {
    ...EVERYTHING_ELSE,
    formId: province.id,
    period,
    asked: { by: 'agencies', agencyIds: [agencyId('ct-stc')] },
    opensOn: addDays(today, -10),
    cutoffOn,
    deadlines: [{ level: 'department', dueOn: addDays(today, 9) }],
  })
  const round = await openRound(standing, {
    ...EVERYTHING_ELSE,
    formId: quarter.id,
    period,
    asked: { by: 'level', level: 'commune', unitId: unitId('can-tho') },
    checkerId: agencyId('ct-snnmt'),
    parentId: above.id,
    opensOn: addDays(today, -8),
    cutoffOn,
    deadlines: [
      { level: 'commune', dueOn: addDays(today, 2) },
      { level: 'department', dueOn: addDays(today, 4) },
      { level: 'province', dueOn: addDays(today, 9) },
    ],
    checkDueOn: addDays(today, 4),
  })
  const returns = new Map(
    (
      await owner
        .selectFrom('returns')
        .select(['id', 'unit_id', 'version'])
        .where('round_id', '=', round.id)
        .execute()
    ).map(({ id, unit_id: unit }) => [unit, id]),
  )
  const of = (key: string): Id => returns.get(unitId(key)) ?? ''
  for (const key of ['ke-sach', 'dai-hai', 'minh-giong', 'minh-hau'])
    await standing.write((tx) => report(tx, of(key), unitId(key), today))
  for (const key of ['ke-sach', 'dai-hai', 'minh-giong'])
    await actOnReturn(standing, of(key), { action: 'accept', version: 2, text: null })
  await standing.write((tx) => correct(tx, of('minh-giong'), unitId('minh-giong'), today))
  await actOnReturn(standing, of('minh-giong'), { action: 'accept', version: 4, text: null })
  const cell = await cellOf(owner, 'HTX Minh Hưng', 'H8')
  await actOnReturn(standing, of('minh-hau'), {
    action: 'return',
    version: 2,
    remarks: [
      { cell, text: 'Thành viên giảm nhiều so với danh sách HTX (63), đề nghị kiểm tra lại.' },
      { cell: null, text: 'Đề nghị bổ sung khó khăn, kiến nghị của xã.' },
    ],
  })
  await inviteOne(as, of('an-lac-thon'))
  await standing.write((tx) => thaiBinh(tx, half.id))
  await sql`update report_forms set is_demo = true`.execute(owner)
  await sql`update rounds set is_demo = true`.execute(owner)
  await sql`update returns set is_demo = true`.execute(owner)
}

const EVERYTHING_ELSE = {
  receiverId: null,
  checkerId: null,
  parentId: null,
  title: null,
  estimateOn: null,
  checkDueOn: null,
  paper: null,
}

type As = (username: string, words: string, more: object) => Context

function personAs(
  owner: Kysely<Schema>,
  today: PlainDate,
  username: string,
  byWords: string,
  more: object,
): Context {
  const actor = {
    accountId: accountId(username),
    postId: postId(username),
    role: 'officer' as const,
    agencyId: agencyId('ct-stc'),
    committeeId: null,
    byWords,
    ...more,
  }
  return createContext(owner, actor, today, new Date(`${today}T01:00:00Z`))
}

/** What stood in an earlier quarter of the communes’ cooperatives: about a quarter of a year’s. */
async function stateBefore(tx: Tx, periodId: number, { year }: { year: number }): Promise<void> {
  const cells = KE_SACH_ENTITIES.flatMap((one) => {
    if (one.events?.some(([kind]) => kind === 'dissolved')) return []
    const capital = one.capital.at(-1)?.[1] ?? 100
    const revenue = Math.round(capital * 0.6 + one.members * 2)
    const isGroup = one.kind === 'group'
    const values = isGroup
      ? [
          ['T4', one.members],
          ['T5', revenue],
          ['T6', Math.round(revenue * 0.06)],
        ]
      : [
          ['H8', one.members],
          ['H9', one.workers ?? 6 + (one.name.length % 7)],
          ['H10', revenue],
          ['H11', Math.round(revenue * 0.055)],
        ]
    return values.map(([code, value]) => ({
      unit: unitId(one.units[1]),
      entity: isGroup ? UNIT_ROW : entityId(one.key),
      code,
      value,
    }))
  })
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source, stated_by)
    select c.unit, c.entity, i.id, ${year}, ${periodId}, c.value, 'checked',
      '{"from": "commune", "note": "Số liệu minh họa", "isDemo": true}', ${accountId('standing')}
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c (unit uuid, entity uuid, code text, value numeric)
    join indicators i on i.code = c.code on conflict do nothing`.execute(tx)
}

const COMMUNE_WORDS = 'Công chức phụ trách kinh tế tập thể (minh họa)'
const LEADER_WORDS = 'Lãnh đạo UBND xã (minh họa)'

/** A commune fills what was before with a little growth, and sends; written at once, for it is the past. */
async function report(tx: Tx, id: Id, unit: Id, today: PlainDate): Promise<void> {
  const at = new Date(`${addDays(today, -1)}T02:00:00Z`)
  await sql`insert into return_cells (unit_id, return_id, entity_id, indicator_id, breakdown_id, value, is_same, source,
      stated_by, by_words, stated_at)
    select r.unit_id, r.id, f.entity_id, f.indicator_id, b.id,
      case when i.adds_up = 'latest' or e.done then f.value else round(f.value * 1.02) end,
      i.adds_up = 'latest', 'entity', ${accountId('standing')}, ${COMMUNE_WORDS}, ${at}
    from returns r join rounds o on o.id = r.round_id join periods p on p.id = o.period_id
    join periods q on q.kind = p.kind and q.until_on = p.from_on - 1
    join figures f on f.unit_id = r.unit_id and f.period_id = q.id and f.is_last and f.breakdown_id = 0
    join indicators i on i.id = f.indicator_id
    cross join (values (true), (false)) e (done)
    join breakdowns b on b.parts = case when e.done then '{}'::jsonb else '{"as": "estimate"}'::jsonb end
    where r.id = ${id} and case i.code when 'H8' then e.done when 'H9' then e.done when 'T4' then e.done
      when 'H11' then not e.done when 'T6' then not e.done else true end`.execute(tx)
  await sql`update returns set state = 'sent', sent_at = ${at}, sent_words = ${LEADER_WORDS},
      presented_words = ${COMMUNE_WORDS}, version = 2 where id = ${id}`.execute(tx)
  await sql`insert into return_events (unit_id, return_id, seq, action, text, made_by, by_words, made_at)
    values (${unit}, ${id}, 1, 'present', null, ${accountId('standing')}, ${COMMUNE_WORDS}, ${at}),
      (${unit}, ${id}, 2, 'send', null, ${accountId('standing')}, ${LEADER_WORDS}, ${at})`.execute(
    tx,
  )
}

const CORRECTION = { number: '27/BC-UBND', reason: 'Đảo chữ số khi nhập doanh thu' }

/** HTX Minh Đức’s revenue had two digits the other way round: put right by a paper, and sent again. */
async function correct(tx: Tx, id: Id, unit: Id, today: PlainDate): Promise<void> {
  const at = new Date(`${today}T00:30:00Z`)
  const correction = JSON.stringify({ ...CORRECTION, on: today })
  await sql`update return_cells c set value = c.value + 90, version = c.version + 1, is_same = false
    from indicators i where i.id = c.indicator_id and i.code = 'H10' and c.unit_id = ${unit} and c.return_id = ${id}
      and c.entity_id = ${entityId('HTX Minh Đức')}`.execute(tx)
  await sql`update returns set state = 'sent', correction = ${correction}::jsonb, sent_at = ${at}, version = 4
    where id = ${id}`.execute(tx)
  await sql`insert into return_events (unit_id, return_id, seq, action, text, details, made_by, by_words, made_at)
    select ${unit}, ${id}, max(seq) + 1, 'correct', ${`${CORRECTION.number}: ${CORRECTION.reason}`},
      ${correction}::jsonb, ${accountId('standing')}, ${COMMUNE_WORDS}, ${at}
    from return_events where unit_id = ${unit} and return_id = ${id}`.execute(tx)
}

async function cellOf(owner: Kysely<Schema>, name: string, code: string) {
  const indicator = await owner
    .selectFrom('indicators')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return { row: entityId(name), indicatorId: indicator.id, breakdownId: 0 }
}

/** HTX Lộc Mãi was asked to fill in its own row and has done so: it waits to be taken over. */
async function inviteOne(as: As, id: Id): Promise<void> {
  const officer = as('commune', 'Võ Minh Khang, Phòng Kinh tế xã An Lạc Thôn', {
    agencyId: agencyId('pkt-an-lac-thon'),
  })
  const entity = entityId('HTX Lộc Mãi')
  await actOnReturn(officer, id, { action: 'invite', version: 1, entityIds: [entity] })
  const cooperative = as('cooperative', 'Huỳnh Văn Lộc, HTX Lộc Mãi', {
    role: 'cooperative',
    agencyId: agencyId('htx-loc-mai'),
  })
  const codes = await cooperative.read((db) =>
    db.selectFrom('indicators').select(['id', 'code']).where('code', 'in', ['H8', 'H9']).execute(),
  )
  await answerOwn(cooperative, id, entity, {
    cells: codes.map(({ id: indicatorId, code }) => ({
      indicatorId,
      breakdownId: 0,
      value: code === 'H8' ? 66 : 14,
    })),
  })
}

/** Of the report of 26/06/2020: the average profit of six months was 45 million for each of 448. */
const THAI_BINH: readonly (readonly [code: string, value: number])[] = [
  ['H1', THAI_BINH_COUNTS.cooperatives],
  ['H8', THAI_BINH_COUNTS.members],
  ['H11', 45 * THAI_BINH_COUNTS.cooperatives],
  ['L1', THAI_BINH_COUNTS.unions],
  ['M1', THAI_BINH_COUNTS.ofAlliance],
]
const THAI_BINH_TITLE = 'Báo cáo tình hình kinh tế tập thể 6 tháng đầu năm 2020'

/** Asked by the department for planning of the Alliance then; both are past, so it is written as it was. */
async function thaiBinh(tx: Tx, formId: Id): Promise<void> {
  const [roundId, id, unit] = [
    demoId('round:tb-2020'),
    demoId('return:tb-2020'),
    unitId('thai-binh'),
  ]
  const period = await ensurePeriod(tx, 'half', 2020, 1)
  const at = new Date('2020-06-24T02:00:00Z')
  const words = 'Liên minh Hợp tác xã tỉnh Thái Bình'
  await sql`update report_form_versions set is_frozen = true where form_id = ${formId}`.execute(tx)
  await sql`insert into rounds (id, form_id, form_no, period_id, unit_id, receiver_id, title, opens_on, cutoff_on,
      estimate_on, deadlines, state, opened_by, opened_at)
    values (${roundId}, ${formId}, 1, ${period.id}, ${unit}, ${agencyId('tb-skhdt')}, ${THAI_BINH_TITLE}, '2020-06-01',
      '2020-06-14', '2020-06-30', '[{"level": "department", "dueOn": "2020-06-20"}]', 'closed',
      ${accountId('standing')}, '2020-06-01')`.execute(tx)
  await sql`insert into returns (id, round_id, unit_id, agency_id, receiver_id, state, due_on, presented_words, sent_at,
      sent_words, accepted_at, version)
    values (${id}, ${roundId}, ${unit}, ${agencyId('tb-lmhtx')}, ${agencyId('tb-skhdt')}, 'accepted', '2020-06-20',
      ${words}, '2020-06-19T02:00:00Z', ${words}, ${at}, 3)`.execute(tx)
  const cells = JSON.stringify(THAI_BINH.map(([code, value]) => ({ code, value })))
  await sql`insert into return_cells (unit_id, return_id, indicator_id, value, source, stated_by, by_words, stated_at,
      is_accepted, accepted_value)
    select ${unit}, ${id}, i.id, c.value, 'paper', ${accountId('standing')}, ${words}, ${at}, true, c.value
    from jsonb_to_recordset(${cells}::jsonb) as c (code text, value numeric) join indicators i on i.code = c.code`.execute(
    tx,
  )
  const source = JSON.stringify({
    from: 'return',
    returnId: id,
    title: THAI_BINH_TITLE,
    said: 'paper',
    note: 'Báo cáo ngày 26/06/2020 của tỉnh Thái Bình',
    statedWords: words,
    approvedWords: words,
    acceptedWords: 'Sở Kế hoạch và Đầu tư tỉnh Thái Bình',
    acceptedAt: at.toISOString(),
  })
  await sql`insert into figures (unit_id, indicator_id, year, period_id, value, state, source, stated_by, stated_at)
    select ${unit}, i.id, 2020, ${period.id}, c.value, 'published', ${source}::jsonb, ${accountId('standing')}, ${at}
    from jsonb_to_recordset(${cells}::jsonb) as c (code text, value numeric) join indicators i on i.code = c.code
    on conflict do nothing`.execute(tx)
}
