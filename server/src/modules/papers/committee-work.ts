import type { PlainDate } from '@hopluc/shared/values'
import { type Block, grid, heading, line, prose, section, WIDTH } from './layout.ts'
import { pack } from './pack.ts'
import { addressees, foot, head, recipientsOnly, signatures, title } from './parts.ts'
import type { PaperHead, Recipients, Signature } from './types.ts'
import { clean, longDay, open, slashDay } from './words.ts'

export interface InspectionMinutesInput {
  head: PaperHead
  /** What was inspected: "Kiểm tra hoạt động của HTX … tại xã …". */
  subject: string
  on: PlainDate
  place: string
  leader: string | null
  inspected: string
  present: readonly string[]
  findings: readonly string[]
  remedies: readonly { text: string; by: string; dueOn: PlainDate }[]
  nextOn: PlainDate | null
  isDemo: boolean
  recipients: Recipients
}

/** Minutes of an inspection (biên bản kiểm tra) as .docx. */
export function makeInspectionMinutes(input: InspectionMinutesInput): Promise<Buffer> {
  const { on, present, findings, remedies, nextOn, recipients } = input
  const abstract = clean(input.subject)
  const children: Block[] = [
    head(input.head, { hasDay: false }),
    ...title('Biên bản', abstract),
    ...demo(input.isDemo),
    prose(
      `Hôm nay, ${longDay(on)}, tại ${open(clean(input.place))}, ${input.head.issuer} tiến hành kiểm tra ` +
        `tại ${clean(input.inspected)}.`,
    ),
    heading('I. THÀNH PHẦN'),
    ...(input.leader === null ? [] : [prose(`Trưởng đoàn: ${clean(input.leader)}.`)]),
    ...present.map((text, index) => prose(`${index + 1}. ${open(clean(text))}.`)),
    heading('II. KẾT QUẢ KIỂM TRA'),
    ...findings.map((text) => prose(`${open(clean(text))}.`)),
    heading('III. NỘI DUNG CẦN KHẮC PHỤC'),
    ...(remedies.length === 0
      ? [prose('Không có.')]
      : remedies.map(({ text, by, dueOn }, index) =>
          prose(`${index + 1}. ${clean(by)}: ${open(clean(text))}; thời hạn ${slashDay(dueOn)}.`),
        )),
    ...(nextOn === null ? [] : [prose(`Dự kiến kiểm tra lại vào ngày ${slashDay(nextOn)}.`)]),
    prose('Biên bản được lập thành 02 bản, đã đọc cho các thành phần cùng nghe và thống nhất./.', {
      keepNext: true,
    }),
    ...signatures(
      [
        { role: 'Đơn vị được kiểm tra', name: null },
        { role: 'Trưởng đoàn kiểm tra', name: null },
      ],
      WIDTH.portrait,
    ),
    ...recipientsOnly(recipients),
  ]
  const name = `Biên bản ${abstract}`
  return pack(section(children), { title: name, author: input.head.issuer, on })
}

export interface ProgrammeInput {
  head: PaperHead
  committee: string
  year: number
  rows: readonly { month: number; text: string; lead: string; product: string; due: PlainDate }[]
  isDemo: boolean
  recipients: Recipients
  signature: Signature
  on: PlainDate
}

const COLUMNS = [
  { header: 'TT', width: 10, align: 'center' },
  { header: 'Nội dung công việc', width: 72 },
  { header: 'Chủ trì', width: 34 },
  { header: 'Sản phẩm', width: 24 },
  { header: 'Thời hạn', width: 20, align: 'center' },
] as const

/** The year's work programme of a committee (chương trình công tác) as .docx. */
export function makeProgramme(input: ProgrammeInput): Promise<Buffer> {
  const { committee, year, rows } = input
  const abstract = `Công tác năm ${year} của ${committee}`
  let count = 0
  const lines = [...Map.groupBy(rows, ({ month }) => month)].flatMap(([month, items]) => [
    { across: `Tháng ${month}` },
    ...items.map(({ text, lead, product, due }) => [
      String((count += 1)),
      text,
      lead,
      product,
      slashDay(due),
    ]),
  ])
  const children: Block[] = [
    head(input.head),
    ...title('Chương trình', abstract),
    ...demo(input.isDemo),
    prose(
      `Căn cứ quy chế làm việc và nhiệm vụ được giao, ${committee} ban hành Chương trình công tác năm ` +
        `${year} với các nội dung sau:`,
    ),
    line('', { size: 4 }),
    grid(COLUMNS, lines),
    prose(
      'Các thành viên Ban Chỉ đạo theo lĩnh vực, địa bàn được phân công tổ chức thực hiện; Cơ quan Thường ' +
        'trực theo dõi, đôn đốc, tổng hợp báo cáo Trưởng ban./.',
    ),
    ...foot(input.recipients, input.signature),
  ]
  return pack(section(children), {
    title: `Chương trình ${abstract}`,
    author: input.head.issuer,
    on: input.on,
  })
}

export interface ConsolidationLetterInput {
  head: PaperHead
  to: readonly string[]
  /** By what a committee is asked for: "Thông báo số 05/TB-BCĐ, mục 11". */
  basis: string | null
  rows: readonly { commune: string; lack: string }[]
  answerBy: PlainDate
  answerTo: string
  asOf: PlainDate
  recipients: Recipients
  signature: Signature
}

/** The letter that presses communes to found or consolidate their committees, as .docx. */
export function makeConsolidationLetter(input: ConsolidationLetterInput): Promise<Buffer> {
  const { basis, rows, asOf, answerBy, answerTo } = input
  const about = 'V/v đôn đốc kiện toàn Ban Chỉ đạo cấp xã'
  const children: Block[] = [
    head(input.head, { about }),
    ...addressees(input.to),
    prose(
      `${basis === null ? 'Qua' : `Thực hiện ${open(clean(basis))}, qua`} theo dõi đến ngày ${slashDay(asOf)}, ` +
        `còn ${rows.length} xã, phường, thị trấn chưa thành lập hoặc chưa kiện toàn Ban Chỉ đạo:`,
    ),
    line('', { size: 4 }),
    grid(
      [
        { header: 'TT', width: 12, align: 'center' },
        { header: 'Đơn vị', width: 60 },
        { header: 'Nội dung cần kiện toàn', width: 88 },
      ],
      rows.map(({ commune, lack }, index) => [String(index + 1), commune, lack]),
    ),
    prose(
      `Đề nghị các đơn vị khẩn trương ban hành quyết định, gửi về ${open(clean(answerTo))} trước ngày ` +
        `${slashDay(answerBy)}./.`,
    ),
    ...foot(input.recipients, input.signature),
  ]
  return pack(section(children), { title: about, author: input.head.issuer, on: asOf })
}

function demo(isDemo: boolean): Block[] {
  return isDemo ? [line('(Số liệu minh họa)', { italics: true, align: 'center' })] : []
}
