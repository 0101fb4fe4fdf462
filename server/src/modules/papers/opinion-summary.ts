import { type Block, type GridRow, WIDTH, grid, heading, prose, section } from './layout.ts'
import { pack } from './pack.ts'
import { foot, head, title } from './parts.ts'
import type { OpinionRow, OpinionSummaryInput } from './types.ts'
import { capital, clean, joined, open, slashDay } from './words.ts'

const COLUMNS = [
  { header: 'STT', width: 12, align: 'center' },
  { header: 'Nội dung, vị trí', width: 35 },
  { header: 'Cơ quan góp ý', width: 45 },
  { header: 'Ý kiến góp ý', width: 75 },
  { header: 'Tiếp thu, giải trình', width: 80 },
] as const

/**
 * The table of opinions on a draft and what was made of them (bảng tổng hợp, tiếp thu, giải trình
 * ý kiến). Who agreed and who said nothing is shown as well.
 */
export function makeOpinionSummary(input: OpinionSummaryInput): Promise<Buffer> {
  const { head: own, subject, rows, agreed, silent, asOf } = input
  const bodies = new Set(rows.map(({ body }) => body)).size
  const asked = bodies + agreed.length + silent.length
  const width = WIDTH.landscape
  const children: Block[] = [
    head(own, { width }),
    ...title('Bảng tổng hợp', `Tiếp thu, giải trình ý kiến góp ý đối với ${subject}`, width),
    prose(
      `Ngày ${slashDay(input.askedOn)}, ${clean(input.sentBy)} gửi lấy ý kiến ${asked} cơ quan, đơn vị, ` +
        `địa phương, thời hạn trả lời ${slashDay(input.answerBy)}. Đến ngày ${slashDay(asOf)}: ` +
        `${bodies} cơ quan có ý kiến (${rows.length} ý kiến), ${agreed.length} cơ quan thống nhất, ` +
        `${silent.length} cơ quan chưa trả lời.`,
    ),
    heading('I. Ý KIẾN GÓP Ý VÀ TIẾP THU, GIẢI TRÌNH'),
    grid(COLUMNS, rows.length === 0 ? [{ across: 'Không có ý kiến góp ý.' }] : gridRows(rows)),
    heading('II. CƠ QUAN THỐNG NHẤT VỚI DỰ THẢO'),
    prose(agreed.length === 0 ? 'Không có.' : `${agreed.map(agreement).join('; ')}.`),
    heading('III. CƠ QUAN CHƯA TRẢ LỜI'),
    prose(silent.length === 0 ? 'Không có.' : `${joined(silent.map(clean))}.`, { keepNext: true }),
    ...foot({ lines: [], archive: 'Lưu: VT' }, input.signature, width),
  ]
  const on = own.on ?? asOf
  return pack(section(children, 'landscape'), { title: subject, author: own.issuer, on })
}

function agreement({ body, paper }: { body: string; paper: string | null }): string {
  return clean(body) + (paper === null ? '' : ` (${open(clean(paper))})`)
}

function gridRows(rows: readonly OpinionRow[]): GridRow[] {
  return rows.map(({ place, body, opinion, handling, answer }, index) => {
    const words = answer === null ? '' : clean(answer)
    const lead = handling === null ? 'Chưa xử lý' : capital(handling)
    return [
      String(index + 1),
      place,
      body,
      opinion,
      words === '' ? `${lead}.` : `${lead}: ${words}`,
    ]
  })
}
