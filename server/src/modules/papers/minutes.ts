import { type Block, WIDTH, grid, heading, line, mixed, prose, section } from './layout.ts'
import { pack } from './pack.ts'
import { head, plainHead, recipientsOnly, signatures, title } from './parts.ts'
import type { AttendanceListInput, Attendant, MinutesInput } from './types.ts'
import { clean, hourWords, longDay, open, slashDay } from './words.ts'

/** Minutes of a meeting (biên bản) as .docx: signed by the secretary and the chair. */
export function makeMinutes(input: MinutesInput): Promise<Buffer> {
  const { head: own, abstract, on, startsAt, endsAt, chair, secretary } = input
  const children: Block[] = [
    head(own, { hasDay: false }),
    ...title('BIÊN BẢN', abstract),
    fact('Thời gian bắt đầu:', `${hourWords(startsAt)}, ${longDay(on)}.`),
    fact('Địa điểm:', `${open(clean(input.place))}.`),
    fact('Chủ trì:', `${described(chair)}.`),
    fact('Thư ký:', `${described(secretary)}.`),
    heading(`Thành phần tham dự (${input.present.length} đại biểu):`),
    ...input.present.map((one, index) => prose(`${index + 1}. ${described(one)}.`)),
    ...absent(input),
    ...numbered('Chương trình:', input.agenda),
    ...(input.course.length === 0 ? [] : [heading('Nội dung, diễn biến:')]),
    ...input.course.map(({ speaker, text }) => spoken(speaker, text)),
    ...numbered('Kết luận:', input.conclusion),
    prose(
      `Cuộc họp kết thúc vào ${hourWords(endsAt)}, ${longDay(on)}. ` +
        'Biên bản đã được đọc lại, các thành viên dự họp thống nhất thông qua./.',
      { keepNext: true },
    ),
    ...signatures(
      [
        { role: 'Thư ký', name: secretary.name },
        { role: 'Chủ trì', name: chair.name },
      ],
      WIDTH.portrait,
    ),
    ...recipientsOnly(input.recipients),
  ]
  return pack(section(children), { title: `Biên bản ${abstract}`, author: own.issuer, on })
}

const FACT = { align: 'both', indent: 12.7, before: 6 } as const

function fact(label: string, text: string): Block {
  return mixed(
    [
      [`${label} `, { bold: true }],
      [text, {}],
    ],
    FACT,
  )
}

function spoken(speaker: string | null, text: string): Block {
  if (speaker === null) return prose(text)
  return mixed(
    [
      [`${open(clean(speaker))}: `, { italics: true }],
      [clean(text), {}],
    ],
    FACT,
  )
}

/** Name, post, body; and in whose place one came. */
function described({ name, post, body, insteadOf }: Attendant): string {
  const words = [name, post, body].map((part) => clean(part)).filter((part) => part !== '')
  return words.join(', ') + (insteadOf === null ? '' : ` (dự thay ${clean(insteadOf)})`)
}

function absent({ absent: names }: MinutesInput): Block[] {
  if (names.length === 0) return []
  const lines = names.map(({ reason, ...one }, index) => {
    const who = described({ ...one, insteadOf: null })
    return prose(`${index + 1}. ${who} (${reason === null ? 'không nêu lý do' : clean(reason)}).`)
  })
  return [heading(`Vắng mặt (${names.length}):`), ...lines]
}

function numbered(label: string, texts: readonly string[]): Block[] {
  if (texts.length === 0) return []
  return [
    heading(label),
    ...texts.map((text, index) => prose(`${index + 1}. ${open(clean(text))}.`)),
  ]
}

/** The list that guests sign on arriving (danh sách đại biểu). */
export function makeAttendanceList(input: AttendanceListInput): Promise<Buffer> {
  const { head: own, guests, emptyRows, on } = input
  const rows = guests.map(({ name, post, body, insteadOf }, index) => [
    String(index + 1),
    name,
    [post, body].filter((part) => part !== '').join('\n'),
    '',
    insteadOf === null ? '' : `Dự thay ${insteadOf}`,
  ])
  const blanks = Array.from({ length: emptyRows }, (_, index) => [String(rows.length + index + 1)])
  const children: Block[] = [
    plainHead(own, WIDTH.portrait),
    ...title('DANH SÁCH ĐẠI BIỂU', input.title),
    line(`(Ngày ${slashDay(on)}, tại ${clean(input.place)})`, {
      italics: true,
      align: 'center',
      after: 6,
    }),
    grid(
      [
        { header: 'STT', width: 12, align: 'center' },
        { header: 'Họ và tên', width: 45 },
        { header: 'Chức vụ, cơ quan', width: 53 },
        { header: 'Ký tên', width: 25 },
        { header: 'Ghi chú', width: 25 },
      ],
      [...rows, ...blanks],
      { rowHeight: 10 },
    ),
    line(`Danh sách gồm ${guests.length} đại biểu.`, { italics: true, before: 6 }),
  ]
  return pack(section(children), { title: input.title, author: own.issuer, on })
}
