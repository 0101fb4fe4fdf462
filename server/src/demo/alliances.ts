import { FOREVER, type PlainDate } from '@hopluc/shared/values'
import type { Tx } from '../platform/db.ts'
import { demoId } from './id.ts'
import { agencyId, unitId } from './organisation.ts'

type Part = 'head' | 'standing_deputy' | 'deputy' | 'member'

interface DemoBoard {
  alliance: string
  unit: string
  kind: 'executive' | 'standing' | 'inspection'
  name: string
  shortName: string
  from: PlainDate
  until: PlainDate
  decision: string
  members: readonly (readonly [office: string, part: Part, field: string])[]
}

const EXECUTIVE: DemoBoard['members'] = [
  ['Chủ tịch Liên minh HTX tỉnh', 'head', 'Lãnh đạo chung; công tác tổ chức, cán bộ'],
  ['Phó Chủ tịch Liên minh HTX tỉnh', 'deputy', 'Tư vấn, hỗ trợ HTX; đào tạo'],
  ['Giám đốc Sở Kế hoạch và Đầu tư', 'member', 'Kế hoạch phát triển kinh tế tập thể'],
  ['Phó Giám đốc Sở Nông nghiệp và PTNT', 'member', 'HTX nông nghiệp'],
  ['Giám đốc Quỹ hỗ trợ phát triển HTX', 'member', 'Vốn vay của Quỹ'],
]
const STANDING: DemoBoard['members'] = [
  ['Chủ tịch Liên minh HTX tỉnh', 'head', 'Chủ trì Ban Thường vụ'],
  ['Phó Chủ tịch Liên minh HTX tỉnh', 'deputy', 'Thường trực Ban Thường vụ'],
  ['Trưởng phòng Kế hoạch - Hỗ trợ', 'member', 'Xúc tiến thương mại'],
]
const INSPECTION: DemoBoard['members'] = [
  ['Phó Chủ tịch Liên minh HTX tỉnh', 'head', 'Chủ trì kiểm tra việc chấp hành Điều lệ'],
  ['Chánh Văn phòng Liên minh HTX tỉnh', 'member', 'Kiểm tra tài chính, hội phí'],
]

const THAI_BINH = {
  alliance: 'tb-lmhtx',
  unit: 'thai-binh',
  from: '2020-09-10',
  until: '2025-06-30',
}
const HUNG_YEN = { alliance: 'hy-lmhtx', unit: 'hung-yen', from: '2025-07-01', until: FOREVER }
const ELECTED = 'Nghị quyết Đại hội nhiệm kỳ 2020 - 2025 (minh họa)'
const NAMED = 'Quyết định chỉ định Ban Chấp hành lâm thời (minh họa)'

const BOARDS: readonly DemoBoard[] = [THAI_BINH, HUNG_YEN].flatMap((one) => {
  const decision = one === THAI_BINH ? ELECTED : NAMED
  return [
    {
      ...one,
      decision,
      kind: 'executive' as const,
      name: 'Ban Chấp hành Liên minh HTX tỉnh',
      shortName: 'BCH Liên minh HTX',
      members: EXECUTIVE,
    },
    {
      ...one,
      decision,
      kind: 'standing' as const,
      name: 'Ban Thường vụ Liên minh HTX tỉnh',
      shortName: 'BTV Liên minh HTX',
      members: STANDING,
    },
    {
      ...one,
      decision,
      kind: 'inspection' as const,
      name: 'Ban Kiểm tra Liên minh HTX tỉnh',
      shortName: 'Ban Kiểm tra LMHTX',
      members: INSPECTION,
    },
  ]
})

/** Thái Bình's Alliance with its 404 members of 2020, and Hưng Yên's that came of it; boards by office. */
export async function loadAlliances(tx: Tx): Promise<void> {
  await tx
    .insertInto('congresses')
    .values([
      {
        id: demoId('congress:tb:4'),
        alliance_id: agencyId('tb-lmhtx'),
        number: 4,
        term: '2015 - 2020',
        held_on: '2015-09-15',
        until_on: '2020-09-09',
        resolution: 'Nghị quyết Đại hội lần thứ IV (minh họa)',
        is_demo: true,
      },
      {
        id: demoId('congress:tb:5'),
        alliance_id: agencyId('tb-lmhtx'),
        number: 5,
        term: '2020 - 2025',
        held_on: '2020-09-10',
        until_on: '2025-09-09',
        delegates: 200,
        member_units: 404,
        resolution: ELECTED,
        charter: 'Điều lệ Liên minh HTX tỉnh, sửa đổi, bổ sung năm 2020 (minh họa)',
        is_demo: true,
      },
    ])
    .execute()
  for (const board of BOARDS) await loadBoard(tx, board)
}

async function loadBoard(tx: Tx, board: DemoBoard): Promise<void> {
  const id = agencyId(`${board.alliance}-${board.kind}`)
  const days = { from_on: board.from, until_on: board.until }
  await tx.insertInto('agencies').values({ id, is_demo: true }).execute()
  await tx
    .insertInto('agency_versions')
    .values({
      agency_id: id,
      ...days,
      unit_id: unitId(board.unit),
      kind: 'board',
      name: board.name,
      short_name: board.shortName,
      manner: 'never',
    })
    .execute()
  await tx
    .insertInto('boards')
    .values({ body_id: id, alliance_id: agencyId(board.alliance), kind: board.kind })
    .execute()
  await tx
    .insertInto('committee_versions')
    .values({
      committee_id: id,
      ...days,
      decision: board.decision,
      decided_on: board.from,
      standing_agency_id: agencyId(board.alliance),
      regulation: 'Quy chế làm việc của Ban Chấp hành (minh họa)',
    })
    .execute()
  await tx
    .insertInto('committee_members')
    .values(
      board.members.map(([office, part, field], index) => ({
        id: demoId(`member:${board.alliance}:${board.kind}:${index}`),
        committee_id: id,
        name: '',
        office,
        part,
        agency_id: null,
        in_charge_of: field,
        position: index,
        ...days,
      })),
    )
    .execute()
}
