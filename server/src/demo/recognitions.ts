import type { NewRecognition, RecognitionDeed, RecognitionLists } from '@hopluc/shared/recognitions'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { act, keepLists, prepare } from '../modules/recognitions/index.ts'
import { type Actor, type Context, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { agencyId, demoId } from './id.ts'
import { accountId, postId } from './organisation.ts'
import { THAI_BINH_ENTITIES } from './registry-thai-binh.ts'
import { entityId } from './registry.ts'

const MODEL_PAPERS = ['Báo cáo tóm tắt mô hình', 'Ý kiến của UBND xã']
const DOSSIER = ['Tờ trình của đơn vị đề nghị', 'Báo cáo thành tích', 'Biên bản họp xét']
const CHAIN = 'Liên kết chuỗi giá trị'
const SAFE = 'Sản xuất an toàn, VietGAP'

/** Which papers a dossier needs is the province's own to say: these are made up. */
const LISTS: RecognitionLists = {
  models: [CHAIN, SAFE, 'Công nghệ cao, chuyển đổi số', 'Dịch vụ tổng hợp cho thành viên'].map(
    (name) => ({ name, checklist: MODEL_PAPERS }),
  ),
  commendations: [
    'Giấy khen của Chủ tịch UBND xã',
    'Giấy khen của Liên minh HTX',
    'Bằng khen của Chủ tịch UBND tỉnh, thành phố',
    'Cờ thi đua của UBND tỉnh, thành phố',
  ].map((name) => ({ name, checklist: DOSSIER })),
  version: 0,
}

/**
 * The three models of what was Thái Bình (garlic, vegetables, clams) as they are published, and in Cần Thơ
 * one that waits, a commendation that was decided and one that is being prepared. The words are made up.
 */
export async function layOutRecognitions(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const on = peopleOn(owner, today)
  await keepLists(on.alliance(-100), LISTS)
  await keepLists(on.standing(-100), LISTS)
  await layOutModels(on, today)
  await layOutCity(on, today)
  await sql`update recognition_lists set is_demo = true`.execute(owner)
  await sql`update recognitions set is_demo = true`.execute(owner)
}

const keyOf = (line: string): string =>
  THAI_BINH_ENTITIES.find(({ lines }) => lines[0] === line)?.key ?? ''

const checked = (names: readonly string[]) => names.map((name) => ({ name, fileId: null }))

async function layOutModels(on: People, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4)) - 1
  const source = 'Báo cáo của HTX (minh họa)'
  const models = [
    [
      keyOf('0161'),
      CHAIN,
      'Trồng, sơ chế tỏi theo chuỗi',
      'HTX quy vùng trồng tỏi tập trung, cung ứng giống, vật tư, thống nhất quy trình; tỏi được sơ chế, phân loại tại kho của HTX và tiêu thụ qua hợp đồng ký từ đầu vụ.',
      ['Diện tích trồng tỏi', 32, 'ha'],
    ],
    [
      keyOf('0118'),
      SAFE,
      'Rau an toàn có truy xuất nguồn gốc',
      'HTX sản xuất rau theo kế hoạch từng tuần, ghi nhật ký đồng ruộng, dán mã truy xuất; bán cho bếp ăn tập thể và cửa hàng trong tỉnh.',
      ['Diện tích rau an toàn', 15, 'ha'],
    ],
    [
      keyOf('0321'),
      CHAIN,
      'Nuôi ngao liên kết tiêu thụ',
      'HTX tổ chức vùng nuôi ngao thương phẩm, kiểm soát mật độ thả, cùng doanh nghiệp thu mua, làm sạch và đóng gói; thành viên được ứng trước con giống.',
      ['Diện tích nuôi ngao', 48, 'ha'],
    ],
  ] as const
  for (const [key, form, title, story, [name, value, unit]] of models) {
    const id = demoId(`recognition:${key}`)
    await prepare(on.alliance(-70), {
      id,
      kind: 'model',
      entityId: entityId(key),
      form,
      title,
      story,
      toAgencyId: agencyId('hy-lmhtx'),
      year,
      stated: [{ name, value, unit, year, source }],
      pictures: [],
      checks: checked(MODEL_PAPERS),
    })
    const deeds: readonly (readonly [number, RecognitionDeed])[] = [
      [-65, { action: 'submit', version: 1 }],
      [-50, { action: 'verify', version: 2 }],
      [-40, { action: 'publish', version: 3 }],
    ]
    for (const [days, deed] of deeds) await act(on.alliance(days), id, deed)
  }
}

async function layOutCity(on: People, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4)) - 1
  const said = { toAgencyId: agencyId('ct-stc'), year, stated: [], pictures: [] }
  const waiting: NewRecognition = {
    ...said,
    id: demoId('recognition:waiting'),
    kind: 'model',
    entityId: null,
    form: SAFE,
    title: 'Sầu riêng VietGAP bán theo hợp đồng',
    story:
      'HTX cùng thành viên chuyển vườn sầu riêng sang quy trình VietGAP, mở sổ theo dõi từng lô, bán theo hợp đồng với doanh nghiệp (nội dung minh họa).',
    checks: checked(MODEL_PAPERS),
  }
  await prepare(on.cooperative(-12), waiting)
  await act(on.cooperative(-12), waiting.id, { action: 'submit', version: 1 })

  const commend = (key: string, more: Partial<NewRecognition>): NewRecognition => ({
    ...said,
    id: demoId(`recognition:${key}`),
    kind: 'commendation',
    entityId: entityId('HTX Lộc Mãi'),
    form: 'Bằng khen của Chủ tịch UBND tỉnh, thành phố',
    title: 'Thành tích phát triển kinh tế tập thể',
    story: 'Doanh thu, thu nhập của thành viên tăng; tiêu thụ ổn định qua hợp đồng (minh họa).',
    checks: checked(DOSSIER),
    ...more,
  })
  const decided = commend('decided', {})
  await prepare(on.commune(-60), decided)
  await act(on.commune(-58), decided.id, { action: 'submit', version: 1 })
  await act(on.standing(-30), decided.id, {
    action: 'decide',
    version: 2,
    number: '1280/QĐ-UBND (minh họa)',
    on: addDays(today, -31),
    by: 'Chủ tịch UBND thành phố Cần Thơ',
  })
  await prepare(
    on.commune(-5),
    commend('prepared', {
      form: 'Giấy khen của Chủ tịch UBND xã',
      title: 'Hoàn thành tốt nhiệm vụ năm',
      checks: checked(DOSSIER.slice(0, 1)),
    }),
  )
}

type People = ReturnType<typeof peopleOn>

/** The people of the story, so many days from today. */
function peopleOn(owner: Kysely<Schema>, today: PlainDate) {
  const person =
    (username: string, role: Actor['role'], byWords: string, agency: string, committee?: Id) =>
    (days: number): Context => {
      const day = addDays(today, days)
      const actor = {
        accountId: accountId(username),
        postId: postId(username),
        role,
        agencyId: agencyId(agency),
        committeeId: committee ?? null,
        byWords,
      }
      return createContext(owner, actor, day, new Date(`${day}T02:00:00Z`))
    }
  const bcd = agencyId('ct-bcd')
  return {
    alliance: person(
      'alliance',
      'officer',
      'Phạm Thu Trang, Liên minh HTX tỉnh Hưng Yên',
      'hy-lmhtx',
    ),
    standing: person('standing', 'standing', 'Trần Thị Hạnh, Sở Tài chính', 'ct-stc', bcd),
    commune: person(
      'commune',
      'officer',
      'Võ Minh Khang, Phòng Kinh tế xã An Lạc Thôn',
      'pkt-an-lac-thon',
    ),
    cooperative: person('cooperative', 'cooperative', 'Huỳnh Văn Lộc, HTX Lộc Mãi', 'htx-loc-mai'),
  }
}
