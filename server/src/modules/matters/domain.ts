import type { PlainDate } from '@hopluc/shared/values'

/** A file of a paper: as it was received, or made by us. */
export interface MatterFile {
  name: string
  /** Bytes; 0 of what is made while it is packed. */
  size: number
  content: () => AsyncIterable<Buffer>
}

/** One line of the list of papers in the file of a matter. */
export interface MatterPaper {
  on: PlainDate | null
  numberSymbol: string | null
  author: string
  abstract: string
  /** Lưu hành nội bộ, Dự thảo lần 2 …, and why files are missing. */
  marks: string[]
  files: MatterFile[]
}

const LONGEST = 80

/** By day, as a file is kept (Nghị định 30/2020, Điều 29); what has no day comes last. */
export function inOrder(papers: readonly MatterPaper[]): MatterPaper[] {
  const day = ({ on }: MatterPaper) => on ?? '9999-12-31'
  return papers.toSorted(
    (one, other) =>
      day(one).localeCompare(day(other)) ||
      (one.numberSymbol ?? '').localeCompare(other.numberSymbol ?? '', 'vi'),
  )
}

/** What every file system takes: no separators, no control characters, not too long, no dot at the end. */
export function plainName(text: string): string {
  const plain = text
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069<>:"/\\|?*]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && /^\.\w{1,5}$/.test(plain.slice(dot)) ? plain.slice(dot) : ''
  const stem = plain.slice(0, plain.length - ending.length).slice(0, LONGEST)
  return `${stem.replace(/[. ]+$/, '')}${ending}` || 'tệp'
}

/** The folder of a paper: "03 05-TB-BCĐ 2026-03-10". */
export function folderOf(paper: MatterPaper, position: number, count: number): string {
  const width = Math.max(2, String(count).length)
  const number = String(position + 1).padStart(width, '0')
  const name = paper.numberSymbol ?? paper.abstract.slice(0, 40)
  return `${number} ${plainName([name, paper.on].filter(Boolean).join(' '))}`
}

/** Where each file lies; equal names in one folder are told apart. */
export function placesOf(papers: readonly MatterPaper[]): string[][] {
  return papers.map((paper, position) => {
    const folder = folderOf(paper, position, papers.length)
    const taken = new Set<string>()
    return paper.files.map(({ name }) => {
      const plain = plainName(name)
      let unique = plain
      for (let again = 2; taken.has(unique.toLowerCase()); again += 1)
        unique = plain.replace(/(\.\w{1,5})?$/, (ending) => ` (${again})${ending}`)
      taken.add(unique.toLowerCase())
      return `${folder}/${unique}`
    })
  })
}

/** Fields as the history of a matter names them; others keep their code. */
const FIELDS: Readonly<Record<string, string>> = {
  abstract: 'Trích yếu',
  title: 'Tên',
  text: 'Nội dung',
  symbol: 'Ký hiệu',
  number: 'Số',
  issuedOn: 'Ngày ban hành',
  issuerName: 'Cơ quan ban hành',
  signerName: 'Người ký',
  signerTitle: 'Chức vụ người ký',
  state: 'Trạng thái',
  urgency: 'Độ khẩn',
  isInternal: 'Lưu hành nội bộ',
  recipients: 'Nơi nhận',
  note: 'Ghi chú',
  due: 'Thời hạn',
  dueOn: 'Thời hạn',
  product: 'Sản phẩm yêu cầu',
  heldOn: 'Ngày họp',
  place: 'Địa điểm',
  agenda: 'Chương trình họp',
  attendees: 'Thành phần dự họp',
  course: 'Diễn biến',
  conclusion: 'Kết luận',
  leadIds: 'Cơ quan chủ trì',
  coIds: 'Cơ quan phối hợp',
}

export function changeWords(
  changes: readonly { field: string; before: unknown; after: unknown }[],
): string {
  return changes
    .map(
      ({ field, before, after }) => `${FIELDS[field] ?? field}: ${said(before)} → ${said(after)}`,
    )
    .join('\n')
}

function said(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(trống)'
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** One row of comma separated values; text that begins like a formula stays text. */
export function csvRow(values: readonly string[]): string {
  const cells = values.map((value) => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
    return `"${safe.replaceAll('"', '""')}"`
  })
  return `${cells.join(',')}\r\n`
}
