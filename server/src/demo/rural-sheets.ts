import type { PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { enterRural, keepRuralCriteria } from '../modules/rural-sheets/index.ts'
import type { Schema } from '../platform/db.ts'
import { peopleOn } from './acting.ts'
import { demoId, unitId } from './id.ts'

/** A list of the city and the sheet of one commune; thresholds and results are made up. */
export async function layOutRural(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const on = peopleOn(owner, today)
  const line = (key: string, source: 'active' | 'links' | 'ocop', name: string) => ({
    id: demoId(`rural:${key}`),
    name,
    legalBasis: null,
    threshold: 'Từ 1 trở lên (minh họa)',
    source,
  })
  await keepRuralCriteria(on.standing(-60), {
    version: 0,
    items: [
      line('active', 'active', 'Có hợp tác xã hoạt động trên địa bàn'),
      line('links', 'links', 'Có mô hình liên kết sản xuất gắn với tiêu thụ sản phẩm'),
      line('ocop', 'ocop', 'Có sản phẩm OCOP của hợp tác xã'),
      {
        ...line('rated', 'active', 'Hợp tác xã hoạt động hiệu quả'),
        threshold: null,
        source: 'rated',
      },
    ],
  })
  const year = Number(today.slice(0, 4))
  const said = { unitId: unitId('an-lac-thon'), year, version: 0 } as const
  await enterRural(on.commune(-10), {
    ...said,
    criterionId: demoId('rural:active'),
    state: 'met',
    note: 'Danh sách HTX kèm theo báo cáo năm của xã.',
  })
  await enterRural(on.commune(-10), {
    ...said,
    criterionId: demoId('rural:ocop'),
    state: 'met',
    note: 'Sầu riêng của HTX Lộc Mãi.',
  })
  await sql`update rural_criteria set is_demo = true`.execute(owner)
  await sql`update rural_evidence set is_demo = true`.execute(owner)
}
