import type { NewActivity } from '@hopluc/shared/activities'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { add } from '../modules/activities/index.ts'
import { openAllianceDues } from '../modules/alliance-dues/index.ts'
import { type Actor, type Context, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { agencyId, demoId } from './id.ts'
import { accountId, postId } from './organisation.ts'
import { THAI_BINH_ENTITIES } from './registry-thai-binh.ts'
import { entityId } from './registry.ts'

/** Of an Alliance and a Department: one of each kind. Names of partners are offices; the rest is made up. */
export async function layOutActivities(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const day = (days: number) => addDays(today, days)
  const year = Number(today.slice(0, 4))
  const alliance = actsAs(owner, today, 'alliance', 'officer', 'hy-lmhtx', null)
  const standing = actsAs(owner, today, 'standing', 'standing', 'ct-stc', agencyId('ct-bcd'))
  const told = (key: string, more: Partial<NewActivity> & Pick<NewActivity, 'kind' | 'title'>) => ({
    ...BLANK,
    id: demoId(`activity:${key}`),
    fromOn: day(-30),
    untilOn: day(30),
    ...more,
  })
  const garlic = THAI_BINH_ENTITIES.find(({ lines }) => lines[0] === '0161')?.key ?? ''
  const ofAlliance = [
    told('coordination', {
      kind: 'coordination',
      title: 'Phối hợp hỗ trợ HTX tiêu thụ nông sản',
      fromOn: day(-400),
      untilOn: day(700),
      document: '05/CTPH-LMHTX-SCT (minh họa)',
      partners: ['Sở Công Thương', 'Hội Nông dân tỉnh'],
      tasks: [
        {
          what: 'Gian hàng HTX tại hội chợ hằng năm',
          lead: 'Sở Công Thương',
          dueOn: day(-20),
          state: 'done',
        },
        {
          what: 'Tập huấn bán hàng trên sàn thương mại điện tử',
          lead: 'Liên minh HTX tỉnh',
          dueOn: day(60),
          state: 'open',
        },
      ],
      results: [
        { year: year - 1, text: '12 HTX tham gia hội chợ; 4 hợp đồng được ký (minh họa).' },
      ],
    }),
    told('advice', {
      kind: 'advice',
      title: 'Hướng dẫn lập sổ kế toán theo chế độ mới',
      topic: 'accounting',
      entityId: entityId(garlic),
      fromOn: day(-14),
      untilOn: day(-14),
      content: 'Hướng dẫn mở sổ, lập báo cáo tài chính năm; HTX cử kế toán dự tập huấn.',
      state: 'done',
    }),
    told('contest', {
      kind: 'contest',
      title: 'Tìm hiểu Luật Hợp tác xã năm 2023',
      fromOn: day(-120),
      untilOn: day(-60),
      partners: ['Tỉnh đoàn'],
      channels: ['Trực tuyến'],
      reach: [
        { name: 'Người dự thi', value: 1860 },
        { name: 'Giải thưởng', value: 12 },
      ],
      results: [{ year, text: 'Đã trao giải; bài thi đạt giải được đăng lại (minh họa).' }],
      state: 'done',
    }),
  ]
  for (const one of ofAlliance) await add(alliance, one)
  const members = agencyId('hy-lmhtx')
  for (const one of [year - 1, year])
    await openAllianceDues(alliance, members, { year: one, due: 600_000 }, true)
  // two of three have paid last year's
  await sql`update alliance_dues set paid = due, paid_on = make_date(year, 12, 1), version = 2
    where year = ${year - 1} and hashtext(entity_id::text) % 3 <> 0`.execute(owner)
  const ofCity = [
    told('campaign', {
      kind: 'campaign',
      title: 'Tháng truyền thông về kinh tế tập thể, hợp tác xã',
      channels: ['Đài phát thanh, truyền hình', 'Cổng thông tin điện tử', 'Loa truyền thanh xã'],
      reach: [
        { name: 'Tin, bài', value: 24 },
        { name: 'Lượt xem', value: 15_300 },
      ],
      state: 'running',
    }),
    told('notice', {
      kind: 'notice',
      title: 'Nhu cầu thu mua sầu riêng có mã số vùng trồng',
      document: 'Bản tin thị trường của Sở (minh họa)',
      content: 'Doanh nghiệp cần nguồn hàng có mã số vùng trồng, truy xuất được; HTX liên hệ Sở.',
      state: 'running',
    }),
  ]
  for (const one of ofCity) await add(standing, one)
  await sql`update activities set is_demo = true`.execute(owner)
}

const BLANK = {
  entityId: null,
  topic: null,
  document: null,
  partners: [],
  channels: [],
  content: null,
  tasks: [],
  reach: [],
  results: [],
  state: 'running',
} as const satisfies Partial<NewActivity>

function actsAs(
  owner: Kysely<Schema>,
  today: PlainDate,
  username: string,
  role: Actor['role'],
  agency: string,
  committeeId: Id | null,
): Context {
  const actor = {
    accountId: accountId(username),
    postId: postId(username),
    role,
    agencyId: agencyId(agency),
    committeeId,
    byWords: username,
  }
  return createContext(owner, actor, today, new Date(`${today}T02:00:00Z`))
}
