import { addDays, daysBetween, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { planDialogue } from '../modules/dialogues/index.ts'
import { act, raise } from '../modules/difficulties/index.ts'
import { changeMeeting, meetingStep, setAttendees } from '../modules/meetings/index.ts'
import type { Schema } from '../platform/db.ts'
import { type ActingOn, peopleOn } from './acting.ts'
import { agencyId, unitId } from './id.ts'
import { entityId } from './registry.ts'

const TOPIC = (key: string): Id => `01980000-0000-7000-8000-0000000000${key}`
const CREDIT = TOPIC('d1')
const LAND = TOPIC('d2')
const WORKS = TOPIC('d3')
const MARKET = TOPIC('d4')
const PESTS = TOPIC('d6')

/** Who answers in Cần Thơ what communes do not. */
const RULES = [
  [MARKET, 'ct-sct'],
  [PESTS, 'ct-snnmt'],
] as const

/**
 * What cooperatives of what was Kế Sách find difficult: new, answered, rated, and one of a commune that
 * is made up, past its term. The words are made up.
 */
export async function layOutDifficulties(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  await owner
    .insertInto('difficulty_rules')
    .values(
      RULES.map(([topic, agency]) => ({
        unit_id: unitId('can-tho'),
        topic_id: topic,
        level: 'department',
        agency_id: agencyId(agency),
        is_demo: true,
      })),
    )
    .execute()
  const on = peopleOn(owner, today)
  const met = -daysBetween(lastQuarter(today), today)
  const meetingId = await meet(on.commune, met, addDays(today, met))
  await raise(on.cooperative(-2), {
    ...OWN,
    topicId: LAND,
    text: 'HTX Lộc Mãi chưa có đất xây dựng trụ sở và nhà sơ chế, đề nghị xã xem xét cho thuê đất công.',
  })
  const pests = await raise(on.cooperative(-16), {
    ...OWN,
    topicId: PESTS,
    text: 'Sầu riêng bị xì mủ gốc sau đợt mưa, thành viên cần được hướng dẫn phòng trị và giống sạch bệnh.',
  })
  await act(on.department(-9), pests.id, {
    action: 'answer',
    version: 1,
    text: 'Trạm kỹ thuật sẽ tập huấn tại HTX trong tháng; đã gửi quy trình phòng trị kèm theo công văn.',
    paper: '214/SNNMT-TTBVTV',
    fileIds: [],
    also: [],
  })
  const roads = await raise(on.commune(met), {
    ...OWN,
    meetingId,
    unitId: unitId('an-lac-thon'),
    entityId: entityId('HTX Lộc Mãi'),
    topicId: WORKS,
    text: 'Đường vào vùng sầu riêng hẹp, xe tải không vào được khi thu hoạch.',
  })
  await act(on.commune(met + 6), roads.id, {
    action: 'answer',
    version: 1,
    text: 'Đã đưa tuyến đường vào danh mục sửa chữa năm nay của xã.',
    paper: null,
    fileIds: [],
    also: [],
  })
  await act(on.cooperative(met + 10), roads.id, {
    action: 'rate',
    version: 2,
    isSolved: true,
    text: 'Xã đã khảo sát và làm việc với các hộ.',
  })
  await raise(on.standing(-45), {
    ...OWN,
    way: 'meeting',
    unitId: unitId('minh-giong'),
    entityId: entityId('HTX Minh Đức'),
    topicId: LAND,
    text: 'Đề nghị giao đất làm điểm thu mua, hiện đang mượn sân của thành viên.',
  })
  await raise(on.commune(-5), {
    ...OWN,
    way: 'meeting',
    unitId: unitId('an-lac-thon'),
    topicId: CREDIT,
    text: 'HTX thiếu vốn lưu động mua vật tư đầu vụ, không có tài sản thế chấp để vay ngân hàng.',
  })
  await sql`update difficulties set is_demo = true`.execute(owner)
}

/** A day in the middle of the quarter before. */
function lastQuarter(today: PlainDate): PlainDate {
  const month = Number(today.slice(5, 7))
  const first = month - ((month - 1) % 3) // of this quarter
  const year = Number(today.slice(0, 4)) - (first === 1 ? 1 : 0)
  return `${year}-${String(((first + 9) % 12) + 1).padStart(2, '0')}-19`
}

/** The commune meets its cooperatives, as planned ten days before. */
async function meet(commune: ActingOn, met: number, heldOn: PlainDate): Promise<Id> {
  const place = 'Hội trường UBND xã'
  const planned = { heldOn, startsAt: '08:00', place }
  const { id, version, attendees } = await planDialogue(commune(met - 10), planned)
  await meetingStep(commune(met - 8), id, { action: 'invite', version })
  await setAttendees(commune(met), id, {
    attendees: attendees.map((one) => ({ ...one, attendance: 'present' })),
    version: version + 1,
  })
  const held = await meetingStep(commune(met), id, { action: 'hold', version: version + 2 })
  const conclusion =
    'Xã đưa tuyến đường vào vùng sầu riêng vào danh mục sửa chữa; các HTX rà soát nhu cầu vốn, báo xã trong tháng.'
  const written = await changeMeeting(commune(met), id, { conclusion, version: held.version })
  await meetingStep(commune(met + 1), id, { action: 'conclude', version: written.version })
  return id
}

const OWN = {
  way: 'own',
  unitId: null,
  entityId: null,
  raisedOn: null,
  meetingId: null,
  returnId: null,
  fileIds: new Array<Id>(),
} as const
