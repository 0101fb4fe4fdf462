import type { Rule } from '@hopluc/shared/rules'
import type { NewSupportProgramme, SupportDeed } from '@hopluc/shared/support'
import { LEGAL_PRIORITY } from '@hopluc/shared/support-kinds'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { act, addProgramme, appraise, apply, openCall } from '../modules/support/index.ts'
import { type Context, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { agencyId, demoId } from './id.ts'
import { accountId, postId } from './organisation.ts'
import { THAI_BINH_ENTITIES } from './registry-thai-binh.ts'
import { entityId } from './registry.ts'

const MILLION = 1_000_000
const MODELS = demoId('support:models')
const MODEL_CALL = demoId('support-call:models')

/** One of those that Luật Hợp tác xã 2023, Điều 18, names, as far as the register and figures tell it. */
const ARTICLE_18: Rule[number] = {
  by: 'any',
  of: [
    { by: 'compare', value: '[H8]', op: '>', to: '[H8_before]' },
    { by: 'compare', value: '[K8]', op: '>', to: '[K8_before]' },
    { by: 'compare', value: '[age_months]', op: '<=', to: '36' },
  ],
}

const PROGRAMME: Omit<NewSupportProgramme, 'id' | 'kind' | 'name' | 'fromOn' | 'untilOn'> = {
  legalBasis: 'Luật Hợp tác xã số 17/2023/QH15; Nghị định 113/2024/NĐ-CP',
  sources: [],
  rule: [],
  priority: [...LEGAL_PRIORITY],
  checklist: ['Đơn đề nghị', 'Phương án sản xuất, kinh doanh', 'Nghị quyết đại hội thành viên'],
  maxAmount: null,
  appraiserIds: [],
  isEnded: false,
}

/**
 * Three model cooperatives of what was Thái Bình, of garlic, vegetables and clams, from the call to what
 * came of them; and in Cần Thơ programmes that take applications now. Amounts and days are made up.
 */
export async function layOutSupport(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const on = peopleOn(owner, today)
  await layOutModels(on, today)
  await layOutCity(on, today)
  await sql`update support_programmes set is_demo = true`.execute(owner)
  await sql`update support_applications set is_demo = true`.execute(owner)
}

const keyOf = (line: string): string =>
  THAI_BINH_ENTITIES.find(({ lines }) => lines[0] === line)?.key ?? ''

async function layOutModels(on: People, today: PlainDate): Promise<void> {
  const day = (days: number) => addDays(today, days)
  await addProgramme(on.alliance(-230), {
    ...PROGRAMME,
    id: MODELS,
    kind: 'model',
    name: 'Xây dựng mô hình HTX kiểu mới gắn với chuỗi giá trị',
    fromOn: day(-240),
    untilOn: day(400),
    sources: [{ name: 'Ngân sách tỉnh', amount: 1500 * MILLION }],
    rule: [{ by: 'compare', value: '[members]', op: '>=', to: '30' }],
    maxAmount: 500 * MILLION,
  })
  await openCall(on.alliance(-230), {
    id: MODEL_CALL,
    programmeId: MODELS,
    name: 'Đợt 1: tỏi, rau, ngao',
    opensOn: day(-230),
    closesOn: day(-200),
    budget: 1500 * MILLION,
  })
  const models = [
    [keyOf('0161'), 'Mô hình HTX trồng, sơ chế tỏi theo chuỗi', 400],
    [keyOf('0118'), 'Mô hình HTX rau an toàn có truy xuất nguồn gốc', 450],
    [keyOf('0321'), 'Mô hình HTX nuôi ngao liên kết tiêu thụ', 500],
  ] as const
  for (const [key, title, millions] of models) await grant(on, today, { key, title, millions })
}

/** Through appraisal, decision, contract and two tranches to what came of it. */
async function grant(
  on: People,
  today: PlainDate,
  { key, title, millions }: { key: string; title: string; millions: number },
): Promise<void> {
  const id = demoId(`support:${key}`)
  const day = (days: number) => addDays(today, days)
  const half = (millions / 2) * MILLION
  const amount = millions * MILLION
  await apply(on.alliance(-210), {
    id,
    callId: MODEL_CALL,
    entityId: entityId(key),
    title,
    asked: amount,
    ownCapital: 300 * MILLION,
    checks: PROGRAMME.checklist.map((name) => ({ name, fileId: null })),
  })
  const text = 'Phương án khả thi, có đơn vị bao tiêu.'
  await appraise(on.alliance(-195), id, { isFor: true, amount, text, version: 0 })
  const tranche = (at: number) => demoId(`support-tranche:${key}:${at}`)
  const deeds: readonly (readonly [number, SupportDeed])[] = [
    [
      -185,
      { action: 'approve', version: 1, amount, paper: '41/QĐ-LMHTX', on: day(-185), reason: null },
    ],
    [
      -180,
      { action: 'contract', version: 2, paper: '12/HĐ-LMHTX', on: day(-180), nextDueOn: day(-170) },
    ],
    [
      -170,
      {
        action: 'disburse',
        version: 3,
        id: tranche(1),
        amount: half,
        on: day(-170),
        paper: 'UNC 01',
        nextDueOn: day(-80),
      },
    ],
    [
      -80,
      {
        action: 'disburse',
        version: 4,
        id: tranche(2),
        amount: half,
        on: day(-80),
        paper: 'UNC 02',
        nextDueOn: null,
      },
    ],
    [
      -20,
      {
        action: 'accept',
        version: 5,
        on: day(-20),
        paper: '03/BBXN',
        text: 'Mô hình đã vận hành, sản phẩm tiêu thụ qua hợp đồng.',
        results: [
          { code: 'contracts', value: 2 },
          { code: 'members', value: 60 },
        ],
      },
    ],
  ]
  for (const [days, deed] of deeds) await act(on.alliance(days), id, deed)
}

async function layOutCity(on: People, today: PlainDate): Promise<void> {
  const day = (days: number) => addDays(today, days)
  const period = { fromOn: day(-60), untilOn: day(600) }
  const open = async (key: string, more: Partial<NewSupportProgramme>, name: string) => {
    const programmeId = demoId(`support:${key}`)
    const id = demoId(`support-call:${key}`)
    await addProgramme(on.standing(-40), {
      ...PROGRAMME,
      ...period,
      id: programmeId,
      kind: 'machinery',
      name,
      appraiserIds: [agencyId('ct-snnmt')],
      ...more,
    })
    await openCall(on.standing(-40), {
      id,
      programmeId,
      name: 'Đợt 1',
      opensOn: day(-35),
      closesOn: day(25),
      budget: 700 * MILLION,
    })
    return id
  }
  const machines = await open(
    'machines',
    {
      rule: [{ by: 'compare', value: '[members]', op: '>=', to: '30' }, ARTICLE_18],
      sources: [{ name: 'Ngân sách thành phố', amount: 3000 * MILLION }],
      maxAmount: 400 * MILLION,
    },
    'Hỗ trợ máy móc, thiết bị cho HTX nông nghiệp',
  )
  await open(
    'graduates',
    {
      kind: 'graduate',
      rule: [{ by: 'compare', value: '[members]', op: '>=', to: '15' }],
      checklist: ['Đơn đề nghị', 'Văn bằng của người lao động', 'Dự thảo hợp đồng lao động'],
    },
    'Đưa lao động trẻ có trình độ về làm việc tại HTX',
  )
  await open(
    'ocop',
    { kind: 'ocop', rule: [{ by: 'compare', value: '[ocop_products]', op: '>=', to: '1' }] },
    'Hỗ trợ bao bì, nhãn mác sản phẩm OCOP',
  )
  const id = demoId('support:asked')
  const wishes = [
    [id, 'HTX Minh Hưng', 'Mua máy sấy lúa 30 tấn/mẻ', 380],
    [demoId('support:asked-2'), 'HTX Lộc Mãi', 'Mua dây chuyền phân loại trái cây', 350],
  ] as const
  for (const [wish, key, title, millions] of wishes)
    await apply(on.standing(-20), {
      id: wish,
      callId: machines,
      entityId: entityId(key),
      title,
      asked: millions * MILLION,
      ownCapital: 200 * MILLION,
      checks: [{ name: 'Đơn đề nghị', fileId: null }],
    })
  const text = 'Nhu cầu thực tế; cần bổ sung nghị quyết đại hội.'
  await appraise(on.department(-10), id, { isFor: true, amount: 300 * MILLION, text, version: 0 })
}

type People = ReturnType<typeof peopleOn>

/** The people of the story, so many days from today. */
export function peopleOn(owner: Kysely<Schema>, today: PlainDate) {
  const person =
    (username: string, byWords: string, agency: string, committee: Id | null = null) =>
    (days: number): Context => {
      const day = addDays(today, days)
      const actor = {
        accountId: accountId(username),
        postId: postId(username),
        role: committee ? ('standing' as const) : ('officer' as const),
        agencyId: agencyId(agency),
        committeeId: committee,
        byWords,
      }
      return createContext(owner, actor, day, new Date(`${day}T02:00:00Z`))
    }
  return {
    alliance: person('alliance', 'Phạm Thu Trang, Liên minh HTX tỉnh Hưng Yên', 'hy-lmhtx'),
    department: person('department', 'Võ Ngọc Hân, Sở NN và MT', 'ct-snnmt'),
    standing: person('standing', 'Trần Thị Hạnh, Sở Tài chính', 'ct-stc', agencyId('ct-bcd')),
  }
}
