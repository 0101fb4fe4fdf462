import { fillTemplate } from './issuer-templates.ts'
import { type Block, type GridRow, grid, prose, section } from './layout.ts'
import { pack } from './pack.ts'
import { addressees, foot, head } from './parts.ts'
import type { DunningLetterInput, LateAgency, LateTask } from './types.ts'
import { clean, open, roman, slashDay } from './words.ts'

const COLUMNS = [
  { header: 'STT', width: 11, align: 'center' },
  { header: 'Nội dung nhiệm vụ', width: 52 },
  { header: 'Văn bản giao', width: 34 },
  { header: 'Thời hạn', width: 23, align: 'center' },
  { header: 'Số ngày quá hạn', width: 16, align: 'center' },
  { header: 'Tình hình', width: 24 },
] as const

/** What stands before the table, and what is asked after it; a body may word both otherwise. */
export const LETTER_OPENING =
  'Qua theo dõi, tính đến hết ngày {day}, có {count} nhiệm vụ đã quá thời hạn nhưng chưa có kết quả ' +
  'được xác nhận hoàn thành. Cụ thể như sau:'
export const LETTER_CLOSING =
  'Để bảo đảm tiến độ thực hiện, đề nghị thủ trưởng các cơ quan, đơn vị, địa phương chỉ đạo hoàn ' +
  'thành ngay các nhiệm vụ nêu trên; báo cáo kết quả, nêu rõ nguyên nhân chậm và thời gian hoàn ' +
  'thành, gửi về {answerTo} trước ngày {answerBy} để tổng hợp, báo cáo./.'

/**
 * The official letter that presses for late tasks (công văn đôn đốc): of the standing agency under
 * TL. TRƯỞNG BAN, or for the People's Committee. Bodies that are asked, not ordered, have no place
 * in it: the caller leaves them out.
 */
export function makeDunningLetter(input: DunningLetterInput): Promise<Buffer> {
  const { head: own, abstract, asOf, agencies, answerBy, answerTo } = input
  const count = agencies.reduce((sum, { tasks }) => sum + tasks.length, 0)
  const opening = fillTemplate(input.opening ?? LETTER_OPENING, {
    day: slashDay(asOf),
    count: String(count),
  })
  const closing = fillTemplate(input.closing ?? LETTER_CLOSING, {
    answerTo: open(clean(answerTo)),
    answerBy: slashDay(answerBy),
  })
  const children: Block[] = [
    head(own, { about: `V/v ${abstract}` }),
    ...addressees(input.to),
    prose(opening, { before: 12, after: 6 }),
    grid(COLUMNS, rowsOf(agencies)),
    prose(closing, { before: 10, keepNext: true }),
    ...foot(input.recipients, input.signature),
  ]
  const day = own.on ?? asOf
  return pack(section(children), { title: `V/v ${abstract}`, author: own.issuer, on: day })
}

function rowsOf(agencies: readonly LateAgency[]): GridRow[] {
  return agencies.flatMap(({ name, tasks }, index) => [
    { across: `${roman(index + 1)}. ${clean(name)} (${tasks.length} nhiệm vụ)` },
    ...tasks.map(({ text, source, due, daysLate, state }, place) => [
      String(place + 1),
      text,
      source,
      slashDay(due),
      String(daysLate),
      state,
    ]),
  ])
}

export interface DunningTextInput {
  agency: string
  tasks: readonly LateTask[]
  asOf: string
  /** Where the agency answers. */
  answerTo: string
  answerBy: string | null
}

/** The same as plain text to copy into a message, short enough to read on a phone. */
export function dunningText({ agency, tasks, asOf, answerTo, answerBy }: DunningTextInput): string {
  const items = tasks.map(
    ({ text, source, due, daysLate }, index) =>
      `${index + 1}. ${open(clean(text))} (${clean(source)}; hạn ${slashDay(due)}, ${lateness(daysLate)})`,
  )
  const answer = answerBy === null ? '' : ` trước ngày ${slashDay(answerBy)}`
  return [
    `Kính gửi ${clean(agency)},`,
    `Tính đến ngày ${slashDay(asOf)}, ${clean(agency)} có ${tasks.length} nhiệm vụ cần đôn đốc:`,
    ...items,
    `Đề nghị cơ quan cập nhật kết quả, gửi ${open(clean(answerTo))}${answer}. Trân trọng!`,
  ].join('\n')
}

/** A reminder may also name what is due today or soon. */
function lateness(days: number): string {
  if (days > 0) return `quá hạn ${days} ngày`
  return days === 0 ? 'đến hạn hôm nay' : `còn ${-days} ngày`
}
