import type { ReorganisationReport } from '@hopluc/shared/reorganisation-report'
import type { ExcelColumn, ExcelRow } from '../../platform/excel.ts'
import { listHoldings } from '../holdings/index.ts'

export const REPORT_COLUMNS: readonly ExcelColumn[] = [
  { header: 'Nhóm', key: 'module', width: 24, kind: 'text' },
  { header: 'Nội dung', key: 'what', width: 36, kind: 'text' },
  { header: 'Đối tượng', key: 'subject', width: 40, kind: 'text' },
  { header: 'Từ', key: 'from', width: 40, kind: 'text' },
  { header: 'Đến', key: 'to', width: 40, kind: 'text' },
  { header: 'Số lượng', key: 'count', width: 10, kind: 'number' },
]

/** What moved, as the page shows it: a line each. */
export function reportRows({ lines }: ReorganisationReport): ExcelRow[] {
  const words = new Map(listHoldings().map((holding) => [holding.module, holding.words.vi]))
  return lines.map(({ module, what, subject, from, to, count }) => ({
    module: words.get(module) ?? module,
    what: what.vi,
    subject,
    from,
    to,
    count,
  }))
}
