import type { PlainDate } from '@hopluc/shared/values'
import { flat } from './task-list-columns.ts'
import { lastDay } from './task-list-due.ts'

const BODY =
  'Các|Sở|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Ban|Bộ|Phòng|Liên minh|Hội|Đoàn|Tỉnh đoàn|Thành đoàn|Công an|Chi cục|Cục|Ngân hàng|' +
  'Quỹ|Trung tâm|Văn phòng|Thanh tra|Mặt trận|MTTQ|Liên đoàn|Báo|Đài|Viện|Trường|Thuế|Kho bạc|Bảo hiểm|HTX|Hợp tác xã|Tỉnh ủy|Thành ủy'
const STARTS = new RegExp(`^(?:${BODY})(?=[\\s:]|$)`, 'iu')
const BEFORE_BODY = new RegExp(`\\s*(?:[,\\n+]|\\s[-–]\\s|\\svà\\s)\\s*(?=(?:${BODY})[\\s:])`, 'iu')

/** Names of departments as they follow one "Sở" or "các Sở:". */
const DEPARTMENTS = [
  'Tài chính',
  'Nội vụ',
  'Tư pháp',
  'Công Thương',
  'Xây dựng',
  'Y tế',
  'Ngoại vụ',
  'Nông nghiệp và Môi trường',
  'Nông nghiệp và Phát triển nông thôn',
  'Tài nguyên và Môi trường',
  'Kế hoạch và Đầu tư',
  'Khoa học và Công nghệ',
  'Thông tin và Truyền thông',
  'Giáo dục và Đào tạo',
  'Văn hóa, Thể thao và Du lịch',
  'Lao động - Thương binh và Xã hội',
  'Lao động, Thương binh và Xã hội',
  'Dân tộc và Tôn giáo',
  'Giao thông vận tải',
  'Du lịch',
]
const LISTED = new RegExp(DEPARTMENTS.toSorted((a, b) => b.length - a.length).join('|'), 'giu')

/** The bodies that a cell names. A name with "và" or a comma in it stays whole. */
export function readBodies(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/;|\n(?=\s*[-–•+])/)
    .flatMap((part) => part.split(BEFORE_BODY))
    .flatMap(departments)
    .map((name) => name.replace(/\s+/g, ' ').replace(/^[-–•+\s]+|[.,:\s]+$/g, ''))
    .filter((name) => name !== '')
}

/** "Các Sở: Tài chính, Nội vụ" and "Sở Tài chính, Nội vụ" are departments one by one. */
function departments(part: string): string[] {
  const text = part.replace(/\s+/g, ' ').trim()
  const list = /^(?:các\s+)?sở\s*:?\s+(.+)$/iu.exec(text)?.[1]
  if (list === undefined) return [text]
  const names = [...list.matchAll(LISTED)].map(([name]) => name)
  const rest = list.replace(LISTED, '').replace(/[,\s.]|và/giu, '')
  return names.length > 1 && rest === '' ? names.map((name) => `Sở ${name}`) : [text]
}

/** Whether a text begins like the name of a body. */
export function isBody(text: string): boolean {
  return STARTS.test(text.normalize('NFC').trim())
}

/** A cell of the lead that names both: "Chủ trì: …; phối hợp: …". */
export function readLeadAndCo(text: string): { lead: string[]; co: string[] } {
  const [lead = '', co = ''] = text.normalize('NFC').split(/[;,.\n(]?\s*phối hợp(?:\s+với)?\s*:?/iu)
  const plain = lead.replace(/^\s*(?:cơ quan\s+)?chủ trì\s*:?/iu, '')
  return { lead: readBodies(plain), co: readBodies(co.replace(/\)\s*$/, '')) }
}

export interface ReadSource {
  number: string | null
  date: PlainDate | null
  text: string
}

const NUMBER = /\d+[a-z]?\s?[-/]\s?(?=\p{L})[\p{L}\d&]+(?:\s?[-/]\s?[\p{L}\d&.]+)*/u

/** Number and day of the paper that gave a task. */
export function readSource(text: string, dayText: string): ReadSource {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const number = NUMBER.exec(plain)?.[0].replace(/\s/g, '') ?? null
  const date =
    lastDay(dayText)?.dueOn ?? lastDay(number === null ? plain : plain.replace(number, ' '))?.dueOn
  return { number, date: date ?? null, text: plain }
}

export type ListedState = 'done' | 'done_late' | 'running' | 'late' | 'paused' | 'cancelled'

// From the particular to the general: "chưa hoàn thành" is not "hoàn thành".
const STATES: readonly (readonly [RegExp, ListedState])[] = [
  [/\b(?:huy|dung thuc hien|khong thuc hien nua|rut)\b/, 'cancelled'],
  [/\btam dung\b|\btam hoan\b/, 'paused'],
  [/\bchua (?:hoan thanh|thuc hien|xong|bao cao).*qua han|\bdang thuc hien.*qua han/, 'late'],
  [/\bchua\b|\bdang\b|\btrong han\b/, 'running'],
  [
    /\bhoan thanh\b.*\b(?:qua han|cham|tre han)\b|\b(?:qua han|cham)\b.*\bda hoan thanh\b/,
    'done_late',
  ],
  [/\bhoan thanh\b|\bda xong\b|\bda thuc hien\b|\bda bao cao\b|\bda ban hanh\b|^xong$/, 'done'],
  [/\bqua han\b|\btre han\b/, 'late'],
]

/** The state that an authority's own words mean, or null. */
export function readState(text: string): ListedState | null {
  const words = flat(text)
  return STATES.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
