import type { EntityEventKind } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import type { Tx } from '../platform/db.ts'
import { agencyId, demoId, unitId } from './id.ts'
import { accountId } from './organisation.ts'
import { entityId } from './registry.ts'
import { type DemoEntity, KE_SACH_ENTITIES } from './registry-data.ts'
import { loadFigures } from './registry-figures.ts'
import { THAI_BINH_COUNTS, THAI_BINH_ENTITIES } from './registry-thai-binh.ts'

/** What hangs on the entities of the demo, and the work of this year round them; the rest is empty. */
export async function loadRegistryWork(tx: Tx, today: PlainDate): Promise<void> {
  await loadMemberships(tx)
  await loadFigures(tx, today)
  await loadParts(tx)
  await loadYear(tx, today)
}

/** 404 of Thái Bình's were members of the Alliance on 30/06/2020; the union had five. */
async function loadMemberships(tx: Tx): Promise<void> {
  const cooperatives = THAI_BINH_ENTITIES.filter(({ kind }) => kind === 'cooperative')
  const joined = (one: DemoEntity) => (one.foundedOn < '2006-01-01' ? '2006-01-01' : one.foundedOn)
  const more = { is_demo: true, updated_by: accountId('standing') }
  const rows = [
    ...cooperatives
      .slice(0, THAI_BINH_COUNTS.ofAlliance)
      .map((one) => ({
        id: demoId(`membership:${one.key}`),
        entity_id: entityId(one.key),
        alliance_id: agencyId('tb-lmhtx'),
        union_id: null,
        from_on: joined(one),
        ...more,
      })),
    ...cooperatives
      .slice(0, 5)
      .map((one) => ({
        id: demoId(`union-membership:${one.key}`),
        entity_id: entityId(one.key),
        alliance_id: null,
        union_id: entityId('tb-union'),
        from_on: '2019-10-15',
        ...more,
      })),
  ]
  await tx.insertInto('entity_memberships').values(rows).execute()
}

const VIETGAP: readonly [name: string, product: string, commodity: string, area: string][] = [
  ['HTX Lộc Mãi', 'Sầu riêng', 'sau-rieng', '15.0'],
  ['HTX Quyết Thắng', 'Vú sữa tím', 'vu-sua', '21.0'],
  ['HTX Thành Phú', 'Bưởi', 'buoi', '12.0'],
  ['HTX Minh Phát', 'Sầu riêng', 'sau-rieng', '12.0'],
]

/** Products with their certificates, one contract, one debt under a name that is made up. */
async function loadParts(tx: Tx): Promise<void> {
  const more = { is_demo: true, updated_by: accountId('standing') }
  await tx
    .insertInto('entity_products')
    .values(
      VIETGAP.map(([name, product, commodity, area]) => ({
        id: demoId(`product:${name}`),
        entity_id: entityId(name),
        name: product,
        commodity,
        area,
        from_on: '2020-01-01',
        ...more,
      })),
    )
    .execute()
  await tx
    .insertInto('entity_certificates')
    .values(
      VIETGAP.map(([name, , , area], index) => ({
        id: demoId(`certificate:${name}`),
        entity_id: entityId(name),
        product_id: demoId(`product:${name}`),
        kind: 'vietgap',
        number: `VietGAP-TT-94-0${index + 1} (minh họa)`,
        issued_by: 'Tổ chức chứng nhận (minh họa)',
        issued_on: '2025-09-15',
        valid_until: '2028-09-14',
        area,
        ...more,
      })),
    )
    .execute()
  await tx
    .insertInto('value_links')
    .values({
      id: demoId('link:HTX Minh Phát'),
      entity_id: entityId('HTX Minh Phát'),
      partner_kind: 'enterprise',
      partner_name: 'Công ty TNHH Minh Long (minh họa)',
      contract_no: '03/2025/HĐTT',
      signed_on: '2025-08-20',
      from_on: '2025-09-01',
      until_on: '2027-08-31',
      product: 'Sầu riêng',
      commodity: 'sau-rieng',
      season: 'Quanh năm',
      area: '12.0',
      committed: '180',
      price_rule: 'Giá thị trường ngày giao, không thấp hơn giá sàn',
      offtake: 'product',
      result: 'running',
      households: 22,
      ...more,
    })
    .execute()
  await tx
    .insertInto('entity_debts')
    .values({
      id: demoId('debt:HTX Minh Hưng'),
      entity_id: entityId('HTX Minh Hưng'),
      direction: 'owed_to',
      party: 'member',
      party_name: 'Thành viên (minh họa)',
      subject: 'Tiền bơm tưới vụ Đông Xuân',
      amount: 46_000_000,
      arisen_on: '2024-04-30',
      due_on: '2024-12-31',
      plan: 'Thu theo vụ, xong trong năm',
      ...more,
    })
    .execute()
}

/** The open proposal of HTX Lộc Mãi, confirmations half done, and what communes set out to do this year. */
async function loadYear(tx: Tx, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4))
  const keeper = { id: accountId('commune'), words: 'Võ Minh Khang, Phòng Kinh tế xã An Lạc Thôn' }
  const manager = { id: accountId('cooperative'), words: 'Huỳnh Văn Lộc, HTX Lộc Mãi' }
  await tx
    .insertInto('entity_proposals')
    .values({
      id: demoId('proposal:HTX Lộc Mãi'),
      entity_id: entityId('HTX Lộc Mãi'),
      from_on: `${year}-01-15` < today ? `${year}-01-15` : today,
      attributes: JSON.stringify({ officialMembers: 67, phone: '0299 000 0150' }),
      seen: JSON.stringify({ attributes: { officialMembers: 64, phone: null }, place: null }),
      reason: 'Đại hội kết nạp thêm 3 thành viên chính thức; bổ sung số điện thoại văn phòng.',
      proposed_by: manager.id,
      proposed_words: manager.words,
      proposed_at: new Date(`${today}T01:00:00Z`),
      is_demo: true,
    })
    .execute()
  const here = KE_SACH_ENTITIES.filter(
    ({ key, events }) => key !== 'HTX Lộc Mãi' && !events?.some(([kind]) => kind === 'dissolved'),
  )
  await tx
    .insertInto('entity_confirmations')
    .values(
      here
        .filter((one, index) => index % 2 === 0 || one.name === 'HTX Quyết Thắng')
        .map((one, index) => ({
          id: demoId(`confirmation:${one.key}:${year}`),
          entity_id: entityId(one.key),
          year,
          way: 'commune',
          confirmed_by: keeper.id,
          confirmed_words: keeper.words,
          confirmed_at: new Date(`${today}T02:00:00Z`),
          note: 'Biên bản xác nhận số liệu (minh họa)',
          national_on: index % 2 === 0 ? today : null,
          national_words: index % 2 === 0 ? keeper.words : null,
          is_demo: true,
        })),
    )
    .execute()
  await tx.insertInto('commune_works').values(works(year)).execute()
  await joinDone(tx, year, 'HTX Minh Thuận', 'congress')
}

type Work = [
  key: string,
  unit: string,
  kind: 'found' | 'congress' | 'consolidate' | 'dissolve' | 'convert',
  state: 'planned' | 'doing',
  due: string,
  more?: { founders?: number; advised?: string; note?: string; reason?: string },
]
const WORKS: readonly Work[] = [
  [
    'HTX cây ăn trái Minh Tân',
    'an-lac-thon',
    'found',
    'doing',
    '09-30',
    {
      founders: 9,
      advised: 'Liên minh HTX thành phố',
      note: 'Đã vận động, chờ hội nghị thành lập',
    },
  ],
  ['HTX Minh Tường', 'minh-hau', 'congress', 'doing', '06-30', { reason: 'no_congress' }],
  ['HTX Minh Thuận', 'minh-hau', 'congress', 'planned', '05-31'],
  ['HTX Minh Thịnh', 'minh-giong', 'consolidate', 'planned', '10-31'],
  ['HTX Minh Hưng', 'minh-hau', 'convert', 'planned', '11-30', { reason: 'not_converted' }],
  [
    'HTX Minh Khang',
    'minh-hau',
    'dissolve',
    'planned',
    '12-15',
    { note: 'Theo nguyện vọng thành viên (minh họa)' },
  ],
]

function works(year: number) {
  return WORKS.map(([key, unit, kind, state, due, more = {}]) => ({
    id: demoId(`work:${key}:${year}`),
    unit_id: unitId(unit),
    year,
    kind,
    entity_id: kind === 'found' ? null : entityId(key),
    candidate_name: kind === 'found' ? key : null,
    founders: more.founders ?? null,
    advised_by: more.advised ?? null,
    state,
    due_on: `${year}-${due}`,
    note: more.note ?? null,
    suggested_by: more.reason ?? null,
    is_demo: true,
    updated_by: accountId('standing'),
  }))
}

/** A row whose event the register has already this year is done by it. */
async function joinDone(tx: Tx, year: number, key: string, kind: EntityEventKind): Promise<void> {
  const event = await tx
    .selectFrom('entity_events')
    .select('id')
    .where('entity_id', '=', entityId(key))
    .where('kind', '=', kind)
    .where('on_day', '>=', `${year}-01-01`)
    .executeTakeFirst()
  if (!event) return
  await tx
    .updateTable('commune_works')
    .set({ state: 'done', event_id: event.id })
    .where('id', '=', demoId(`work:${key}:${year}`))
    .execute()
}
