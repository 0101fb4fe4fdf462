import type { NewGraduate } from '@hopluc/shared/graduates'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { act, keepFloor, start } from '../modules/graduates/index.ts'
import { add, putParticipant } from '../modules/trade-events/index.ts'
import type { Schema } from '../platform/db.ts'
import { demoId } from './id.ts'
import { entityId } from './registry.ts'
import { peopleOn } from './support.ts'

const MILLION = 1_000_000
const [OWN, OTHER] = ['HTX Minh Hưng', 'HTX Lộc Mãi']

/** Two graduates, of whom one stayed, with wages that are made up; a fair and a meeting of buyers. */
export async function layOutGraduatesAndEvents(
  owner: Kysely<Schema>,
  today: PlainDate,
): Promise<void> {
  await layOutGraduates(owner, today)
  await layOutEvents(owner, today)
  for (const table of ['wage_floors', 'graduates', 'trade_events', 'trade_participants'])
    await sql`update ${sql.table(table)} set is_demo = true`.execute(owner)
}

async function layOutGraduates(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const { standing } = peopleOn(owner, today)
  const day = (days: number) => addDays(today, days)
  await keepFloor(standing(-200), {
    id: demoId('wage-floor:2'),
    region: 2,
    fromOn: day(-400),
    monthly: 4 * MILLION,
    legalBasis: 'Số liệu minh họa; nhập mức theo nghị định về lương tối thiểu vùng đang áp dụng',
  })
  const graduate: Omit<NewGraduate, 'id' | 'name' | 'fromOn' | 'untilOn'> = {
    entityId: entityId(OWN),
    programmeId: demoId('support:graduates'),
    birthYear: 2001,
    training: 'Đại học, ngành khoa học cây trồng',
    post: 'Cán bộ kỹ thuật',
    decision: '15/QĐ-STC',
    region: 2,
    monthly: 6 * MILLION,
  }
  const now = await start(standing(-95), {
    ...graduate,
    id: demoId('graduate:now'),
    name: 'Minh Thị Hà',
    fromOn: day(-95),
    untilOn: day(269),
  })
  for (const version of [1, 2]) {
    const month = addDays(now.fromOn, (version - 1) * 31)
    const id = demoId(`graduate-pay:now:${version}`)
    const said = { action: 'pay', month, amount: 6 * MILLION, paper: null } as const
    await act(standing(-20), now.id, { ...said, id, on: day(-20), version })
  }
  const before = await start(standing(-200), {
    ...graduate,
    id: demoId('graduate:before'),
    name: 'Minh Văn Khang',
    training: 'Cao đẳng, ngành kế toán',
    post: 'Kế toán',
    fromOn: day(-200),
    untilOn: day(-30),
  })
  await act(standing(-25), before.id, {
    action: 'end',
    id: demoId('graduate-end:before'),
    outcome: 'stayed',
    on: day(-25),
    text: 'HTX ký hợp đồng lao động, tự trả lương.',
    version: 1,
  })
}

async function layOutEvents(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const { standing } = peopleOn(owner, today)
  const day = (days: number) => addDays(today, days)
  const event = { programmeId: null, fund: 'Ngân sách thành phố', note: '' }
  const fair = await add(standing(-50), {
    ...event,
    id: demoId('trade-event:fair'),
    name: 'Hội chợ nông sản, sản phẩm OCOP của HTX',
    kind: 'fair',
    place: 'Trung tâm xúc tiến đầu tư, thương mại và hội chợ triển lãm',
    fromOn: day(-30),
    untilOn: day(-26),
    cost: 260 * MILLION,
  })
  const won = { products: 'Gạo thơm', agreements: 2, contracts: 1, value: 480 * MILLION }
  await putParticipant(standing(-25), fair.id, entityId(OWN), { ...won, isOut: false, version: 1 })
  await putParticipant(standing(-25), fair.id, entityId(OTHER), {
    ...won,
    products: 'Trái cây',
    agreements: 1,
    isOut: false,
    version: 2,
  })
  await add(standing(-10), {
    ...event,
    id: demoId('trade-event:buyers'),
    name: 'Kết nối tiêu thụ nông sản với hệ thống bán lẻ',
    kind: 'supply_demand',
    place: 'Sở Công Thương',
    fromOn: day(15),
    untilOn: day(15),
    cost: null,
  })
}
