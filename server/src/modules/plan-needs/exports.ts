import type { NeedPolicy, PlanNeeds } from '@hopluc/shared/plan-needs'
import { AsOf, Cursor, Id, Limit } from '@hopluc/shared/values'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { get } from './service.ts'

/** What is needed by policy and agency, one line each, the sum of a policy first. */
declareList({
  name: 'plan-needs',
  query: AsOf.extend({ plan: Id, limit: Limit, cursor: Cursor.optional() }),
  title: 'Nhu cầu kinh phí theo chính sách',
  sheetName: 'Nhu cầu kinh phí',
  heading: 'TỔNG HỢP NHU CẦU KINH PHÍ THEO CHÍNH SÁCH (triệu đồng)',
  columns: [
    { header: 'Chính sách', key: 'policy', width: 44, kind: 'text' },
    { header: 'Căn cứ', key: 'basis', width: 34, kind: 'text' },
    { header: 'Nguồn kinh phí', key: 'source', width: 24, kind: 'text' },
    { header: 'Cơ quan, đơn vị', key: 'agency', width: 36, kind: 'text' },
    { header: 'Ước thực hiện năm nay', key: 'thisYear', width: 14, kind: 'number' },
    { header: 'Nhu cầu năm kế hoạch', key: 'needed', width: 14, kind: 'number' },
    { header: 'Nguồn có', key: 'budget', width: 14, kind: 'number' },
    { header: 'Phân bổ', key: 'allotted', width: 14, kind: 'number' },
    { header: 'Nguồn còn chưa phân bổ', key: 'rest', width: 14, kind: 'number' },
    { header: 'Nhu cầu chưa được cân đối', key: 'open', width: 14, kind: 'number' },
    { header: 'Phân bổ vượt nhu cầu', key: 'beyond', width: 14, kind: 'number' },
    { header: 'Ghi chú', key: 'note', width: 40, kind: 'text' },
  ],
  rows: async (context, { plan: id, asOf }) => {
    const found = await get(context, id, { asOf })
    return { items: found.policies.flatMap((policy) => rowsOf(policy, found)), next: null }
  },
})

function rowsOf(policy: NeedPolicy, { agencies, isWhole, plan }: PlanNeeds): ExcelRow[] {
  const { id, name, ...sums } = policy
  const demo = plan.isDemo ? 'Số liệu minh họa' : null
  const rows = agencies.flatMap(({ name: agency, lines }) => {
    const line = lines.find(({ policyId }) => policyId === id)
    if (!line) return []
    const gap = (line.amount ?? 0) - (line.allotted ?? 0)
    return [
      {
        policy: name,
        agency,
        thisYear: line.thisYear,
        needed: line.amount,
        allotted: line.allotted,
        open: Math.max(0, gap),
        beyond: Math.max(0, -gap),
        note: [line.note, demo].filter(Boolean).join('; ') || null,
      },
    ]
  })
  return isWhole ? [{ policy: name, agency: 'Cộng', ...sums, note: demo }, ...rows] : rows
}
