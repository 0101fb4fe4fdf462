import {
  type ReturnItem,
  type RoundReturns,
  RoundReturnQuery,
  type RoundReturnQuery as Query,
} from '@hopluc/shared/rounds'
import { Id } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { countReturns, listReturns, NOT_SENT } from '../returns/index.ts'
import { anywhere } from '../units/index.ts'
import { getRound } from './store.ts'

/** Who was asked and where each stands, the late ones first. */
export function listReturnsOf(
  context: Context,
  id: Id,
  { state, q, ...page }: Query,
): Promise<RoundReturns> {
  const { today } = context
  const where: RawBuilder<unknown>[] = [sql`r.round_id = ${id}`]
  if (state === 'missing') where.push(sql`${NOT_SENT} and r.accepted_at is null`)
  else if (state === 'late')
    where.push(sql`${NOT_SENT} and r.accepted_at is null and r.due_on < ${today}::date`)
  else if (state) where.push(sql`r.state = ${state}`)
  if (q)
    where.push(sql`exists (select from unit_versions u where u.unit_id = r.unit_id
      and u.folded like ${anywhere(q)})`)
  return context.read(async (db) => {
    await getRound(db, today, id)
    const counts = (await countReturns(db, today, [id])).get(id)
    return {
      ...(await listReturns(db, today, where, page)),
      counts: counts ?? {
        asked: 0,
        open: 0,
        withLeader: 0,
        sent: 0,
        returned: 0,
        accepted: 0,
        late: 0,
      },
    }
  })
}

export const LIST = 'round-returns'
const STATE_WORDS: Record<ReturnItem['state'], string> = {
  open: 'Chưa gửi',
  with_leader: 'Chờ lãnh đạo duyệt',
  sent: 'Đã gửi',
  returned: 'Trả lại',
  accepted: 'Đã chấp nhận',
}

declareList({
  name: LIST,
  query: RoundReturnQuery.extend({ round: Id }),
  title: 'Tình hình gửi báo cáo',
  sheetName: 'Tình hình gửi',
  columns: [
    { header: 'Đơn vị', key: 'unit', width: 34, kind: 'text' },
    { header: 'Thuộc', key: 'under', width: 26, kind: 'text' },
    { header: 'Cơ quan báo cáo', key: 'agency', width: 40, kind: 'text' },
    { header: 'Trạng thái', key: 'state', width: 20, kind: 'text' },
    { header: 'Hạn gửi', key: 'dueOn', width: 12, kind: 'date' },
    { header: 'Gửi lúc', key: 'sentOn', width: 12, kind: 'date' },
    { header: 'Quá hạn (ngày)', key: 'daysLate', width: 14, kind: 'number' },
    { header: 'Ghi chú', key: 'note', width: 20, kind: 'text' },
  ],
  rows: async (context, { round, ...query }) => {
    const page = await listReturnsOf(context, round, query)
    return { items: page.items.map((item) => asRow(item)), next: page.next }
  },
})

function asRow(item: ReturnItem): ExcelRow {
  return {
    unit: `${item.unit.kind} ${item.unit.name}`,
    under: item.under,
    agency: item.agency.name,
    state: STATE_WORDS[item.state],
    dueOn: item.dueOn,
    sentOn: item.sentAt?.slice(0, 10),
    daysLate: item.daysLate,
    note: item.isDemo ? 'Số liệu minh họa' : null,
  }
}
