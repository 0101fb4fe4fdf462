import { type Block, heading, line, mixed, prose, section } from './layout.ts'
import { pack } from './pack.ts'
import { foot, head, title } from './parts.ts'
import type { InvitationInput } from './types.ts'
import { clean, hourWords, open, slashDay } from './words.ts'

/** An invitation to a meeting (giấy mời) as .docx in the layout of Decree 30/2020. */
export function makeInvitation(input: InvitationInput): Promise<Buffer> {
  const { head: own, abstract, startsAt, on } = input
  const children: Block[] = [
    head(own),
    ...title('GIẤY MỜI', abstract),
    ...guests(input),
    fact('Chủ trì:', `${open(clean(input.chair))}.`),
    fact('Thời gian:', `${hourWords(startsAt)}, ngày ${slashDay(on)}${weekday(on)}.`),
    fact('Địa điểm:', `${open(clean(input.place))}.`),
    ...list('Nội dung:', input.agenda),
    ...list('Tài liệu gửi kèm:', input.enclosed),
    ...input.notes.map((note) => prose(note)),
    prose('Rất mong các đại biểu đến dự đúng thành phần, thời gian và địa điểm./.', {
      keepNext: true,
    }),
    ...foot(input.recipients, input.signature),
  ]
  const day = own.on ?? `${own.year}-01-01`
  return pack(section(children), { title: `Giấy mời ${abstract}`, author: own.issuer, on: day })
}

function guests({ head: { issuer }, guests: names }: InvitationInput): Block[] {
  const lead = `${clean(issuer)} trân trọng kính mời`
  const [only, ...more] = names.map((name) => open(clean(name)))
  if (more.length === 0) return [prose(`${lead}: ${only ?? ''}.`)]
  return [prose(`${lead}:`), ...items([only ?? '', ...more])]
}

function fact(label: string, text: string): Block {
  const style = { align: 'both', indent: 12.7, before: 6 } as const
  return mixed(
    [
      [`${label} `, { bold: true }],
      [text, {}],
    ],
    style,
  )
}

function list(label: string, texts: readonly string[]): Block[] {
  if (texts.length === 0) return []
  const [only, ...more] = texts
  if (more.length === 0) return [fact(label, `${open(clean(only ?? ''))}.`)]
  return [heading(label), ...items(texts)]
}

function items(texts: readonly string[]): Block[] {
  return texts.map((text, index) =>
    line(`- ${open(clean(text))}${index === texts.length - 1 ? '.' : ';'}`, {
      align: 'both',
      indent: 12.7,
      before: 4,
    }),
  )
}

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

function weekday(on: string): string {
  const name = WEEKDAYS[new Date(on).getUTCDay()]
  return name === undefined ? '' : ` (${name})`
}
