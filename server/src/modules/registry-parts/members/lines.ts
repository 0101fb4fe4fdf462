import {
  type MemberImportCell,
  MemberKind,
  MemberSubject,
  PaperNo,
} from '@hopluc/shared/entity-parts-people'
import { Phone } from '@hopluc/shared/personal-data'
import { PlainDate } from '@hopluc/shared/values'
import type { Row } from '../rows/index.ts'
import { type Field, plain, type SheetOfMembers } from './sheet.ts'

export interface MemberLine {
  line: number
  /** As a member's record has it; undefined where the list has no such column. */
  said: Row
  errors: MemberImportCell[]
}

const KINDS: readonly (readonly [string, MemberKind])[] = [
  ['lien ket khong gop von', 'linked_a'],
  ['lien ket gop von', 'linked_capital'],
  ['lkgv', 'linked_capital'],
  ['lkkgv b', 'linked_b'],
  ['lkkgv c', 'linked_c'],
  ['lkkgv', 'linked_a'],
  ['ct b', 'official_b'],
  ['ct c', 'official_c'],
  ['gop von gop suc lao dong', 'official_b'],
  ['gop von su dung san pham', 'official_a'],
  ['chinh thuc', 'official_a'],
  ['ct', 'official_a'],
]
const SUBJECTS: readonly (readonly [string, MemberSubject])[] = [
  ['ho gia dinh', 'household'],
  ['ho ', 'household'],
  ['to chuc', 'organisation'],
  ['phap nhan', 'organisation'],
  ['ca nhan', 'person'],
]
/** Left by an export in the place of a number that was masked. */
const MASK = '••'

/** The lines of a list, each with what is wrong in which cell. */
export function readLines({ lines, mapping }: SheetOfMembers): MemberLine[] {
  return lines.flatMap(({ line, cells }) => {
    const errors: MemberImportCell[] = []
    const cell = (field: Field) => {
      const at = mapping[field]
      return at === undefined ? undefined : (cells[at] ?? '').trim().normalize('NFC')
    }
    const wrong = (field: Field, vi: string, en: string) => {
      errors.push({ line, field, column: columnName(mapping[field]), isError: true, vi, en })
      return undefined
    }
    const text = (field: Field) => (cell(field) === undefined ? undefined : cell(field) || null)
    const name = cell('name') ?? ''
    if (name === '' && isFooter(cells)) return []
    if (name === '') wrong('name', 'Thiếu tên thành viên.', 'The name is missing.')
    const said: Row = {
      name,
      kind: listed(
        'kind',
        KINDS,
        MemberKind,
        'Không hiểu loại thành viên',
        'Unknown kind of member',
      ),
      subject: listed('subject', SUBJECTS, MemberSubject, 'Không hiểu đối tượng', 'Unknown holder'),
      paperNo: parsed('paperNo', PaperNo, 'Số định danh, mã số không hợp lệ.', 'No valid number.'),
      nationality: text('nationality'),
      address: text('address'),
      phone: parsed('phone', Phone, 'Số điện thoại không hợp lệ.', 'No valid phone number.'),
      share: shareOf(cell('share')),
      assets: text('assets'),
      contributedOn: day('contributedOn'),
      certificateNo: text('certificateNo'),
      certificateOn: day('certificateOn'),
      joinedOn: day('joinedOn'),
      leftOn: day('leftOn'),
      note: text('note'),
    }
    if (said['share'] === 'wrong') {
      wrong('share', `“${cell('share') ?? ''}” không phải số tiền.`, 'No amount of money.')
    }
    const [joined, left] = [said['joinedOn'], said['leftOn']]
    if (typeof joined === 'string' && typeof left === 'string' && left < joined)
      wrong('leftOn', 'Ngày ra trước ngày vào.', 'It left before it joined.')
    return [{ line, said, errors }]

    function parsed(field: 'paperNo' | 'phone', schema: typeof Phone, vi: string, en: string) {
      const value = cell(field)
      if (value === undefined || value.includes(MASK)) return undefined
      if (value === '') return null
      // Excel takes the zero at the front of a number away.
      const full = /^\d{11}$/.test(value) && field === 'paperNo' ? `0${value}` : value
      const withZero = /^[1-9]\d{8}$/.test(full) && field === 'phone' ? `0${full}` : full
      return schema.safeParse(withZero).data ?? wrong(field, vi, en)
    }
    function listed<T extends string>(
      field: Field,
      list: readonly (readonly [string, T])[],
      schema: { safeParse: (value: unknown) => { data?: T | undefined } },
      vi: string,
      en: string,
    ): T | undefined {
      const words = cell(field)
      if (!words) return undefined
      const said = `${plain(words)} `
      const found = schema.safeParse(words).data ?? list.find(([word]) => said.includes(word))?.[1]
      return found ?? wrong(field, `${vi} “${words}”.`, `${en} "${words}".`)
    }
    function day(field: Field) {
      const value = cell(field)
      if (value === undefined) return undefined
      if (value === '') return null
      return (
        dayOf(value) ?? wrong(field, `“${value}” không phải ngày (viết 31/12/2025).`, 'No day.')
      )
    }
  })
}

/** "31/12/2025", "31-12-2025", "2025-12-31", a year alone is its first day. */
export function dayOf(words: string): PlainDate | undefined {
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : words
  return PlainDate.safeParse(/^\d{4}$/.test(iso) ? `${iso}-01-01` : iso).data
}

/** Đồng: "5.000.000", "5000000", "5 triệu", "1,2 tỷ". */
export function shareOf(words: string | undefined): number | null | 'wrong' | undefined {
  if (words === undefined) return undefined
  if (words === '' || words === '-') return null
  const [, digits = '', unit = ''] =
    /^([\d.,\s]+?)\s*(đồng|đ|vnđ|triệu|triệu đồng|tr|tỷ|tỷ đồng)?$/i.exec(words) ?? []
  const times = /^tr/i.test(unit) ? 1e6 : /^tỷ/i.test(unit) ? 1e9 : 1
  const number = Number(
    digits
      .replace(/\s/g, '')
      .replace(/[.,](?=\d{3}(?:\D|$))/g, '')
      .replace(',', '.'),
  )
  return digits === '' || !Number.isFinite(number) ? 'wrong' : Math.round(number * times)
}

/** 0 is A, 26 is AA. */
function columnName(index: number | undefined): string | null {
  if (index === undefined) return null
  const before = Math.floor(index / 26)
  return `${before > 0 ? (columnName(before - 1) ?? '') : ''}${String.fromCodePoint(65 + (index % 26))}`
}

/** "Tổng cộng", the line of who made the list. */
function isFooter(cells: readonly string[]): boolean {
  const first = plain(cells.find((cell) => cell.trim() !== '') ?? '')
  return (
    /^(tong|cong|nguoi lap|xuat|ngay)\b/.test(first) ||
    cells.filter((cell) => cell.trim() !== '').length < 2
  )
}
