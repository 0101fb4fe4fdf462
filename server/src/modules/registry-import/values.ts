import type { MoneyUnit } from '@hopluc/shared/entity-import'
import type { PlainDate } from '@hopluc/shared/values'
import { dayOf } from '../../platform/excel-xml.ts'
import type { SheetCell } from '../../platform/excel-rows.ts'
import type { Sentences } from '../../platform/errors.ts'

/** A cell as it is understood; `error` when it cannot be, `note` when it was mended. */
export interface Understood<T> {
  value?: T
  error?: Sentences
  note?: Sentences
}

const error = (vi: string, en: string): Understood<never> => ({ error: { vi, en } })
const FAULTS: Record<string, string> = { '#FORMULA': 'Ô có công thức chưa được tính' }

/** What Excel could not work out, in words; nothing for any other cell. */
export function faultOf(cell: SheetCell): Sentences | undefined {
  if (
    typeof cell !== 'string' ||
    !/^#(FORMULA|N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(cell)
  )
    return undefined
  const what = FAULTS[cell] ?? `Ô có lỗi công thức ${cell}`
  return {
    vi: `${what}. Hãy mở tệp bằng Excel, sửa rồi dán lại dưới dạng giá trị.`,
    en: `The formula gave ${cell}. Mend it in Excel and paste the value.`,
  }
}

/** Text as typed; an apostrophe that kept a spreadsheet from taking it for a formula is let go. */
export function textOf(cell: SheetCell): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  const text = typeof cell === 'number' ? plainNumber(cell) : cell
  return text
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const plainNumber = (value: number) =>
  value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 })

/** Letters of the fonts of before Unicode, where a diacritic stands as a sign. */
export function isOldFont(text: string): boolean {
  return (text.match(/[¸µ¶·¹»¼½¾¨©ª«¬®]/g)?.length ?? 0) >= 2
}

const AMBIGUOUS = /^[+-]?\d{1,3}(,\d{3})+$/

/**
 * A number as it is written here: "1.234,5", "1.234.567", "1234,5"; also "1,234,567.8". A number that is
 * a number in the file is taken as it is.
 */
export function numberOf(cell: SheetCell): Understood<number> {
  if (typeof cell === 'number') return { value: cell }
  const text = textOf(cell)
    .replace(/[\s\u00a0]/g, '')
    .replace(/(?:đồng|đ|vnđ|vnd)$/i, '')
  if (/^[+-]?\d+$/.test(text)) return { value: Number(text) }
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text))
    return { value: Number(text.replaceAll('.', '').replace(',', '.')) }
  if (/^[+-]?\d{1,3}(,\d{3}){2,}$/.test(text) || /^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(text))
    return { value: Number(text.replaceAll(',', '')) }
  if (AMBIGUOUS.test(text))
    return {
      value: Number(text.replace(',', '.')),
      note: {
        vi: `"${text}" được hiểu là ${text} (dấu phẩy là dấu thập phân). Nếu là số nghìn, hãy bỏ dấu phẩy.`,
        en: `"${text}" was read with a decimal comma. For thousands leave the comma out.`,
      },
    }
  if (/^[+-]?\d+,\d+$/.test(text)) return { value: Number(text.replace(',', '.')) }
  if (/^[+-]?\d+\.\d+$/.test(text)) return { value: Number(text) }
  if (/^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i.test(text))
    return error(
      `"${text}" là số đã bị Excel rút gọn, mất chữ số. Hãy định dạng ô là Số rồi nhập lại đủ chữ số.`,
      `"${text}" was shortened by Excel and has lost digits. Enter all of them.`,
    )
  return error(
    `"${text.slice(0, 60)}" không phải là số. Ghi như 1.234,5 hoặc 1234.`,
    `"${text.slice(0, 60)}" is no number. Write 1234 or 1.234,5.`,
  )
}

/** A whole number that is not negative. "1,234" of persons can only be thousands. */
export function countOf(cell: SheetCell): Understood<number> {
  const text = typeof cell === 'string' ? textOf(cell).replace(/\s|người$/gi, '') : ''
  const found = AMBIGUOUS.test(text)
    ? { value: Number(text.replaceAll(',', '')) }
    : numberOf(text === '' ? cell : text)
  if (found.value === undefined) return found
  if (!Number.isInteger(found.value) || found.value < 0 || found.value > 10_000_000)
    return error(
      `"${textOf(cell)}" không phải số nguyên không âm.`,
      `"${textOf(cell)}" is no whole number of at least 0.`,
    )
  return found
}

const TIMES: Record<MoneyUnit, number> = {
  dong: 1,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
}

/** In đồng, whatever the column is in; "1,5 tỷ" in the cell itself goes before the column. */
export function moneyOf(cell: SheetCell, unit: MoneyUnit): Understood<number> {
  const text = typeof cell === 'string' ? textOf(cell) : ''
  const said = /^(.*\d)\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn)(?:\s*đồng|\s*đ)?$/iu.exec(text)
  const units: Record<string, MoneyUnit> = { t: 'million', n: 'thousand' }
  const own: MoneyUnit | undefined = said?.[2]
    ? /^t[ỷỉ]/iu.test(said[2])
      ? 'billion'
      : units[said[2].charAt(0).toLowerCase()]
    : undefined
  const found = numberOf(said?.[1] ?? cell)
  if (found.value === undefined) return found
  const value = Math.round(found.value * TIMES[own ?? unit])
  if (value < 0 || value > 1_000_000_000_000_000)
    return error(
      `Số tiền ${textOf(cell)} ngoài khoảng cho phép. Kiểm tra đơn vị tính của cột.`,
      `The amount ${textOf(cell)} is out of range. Check the column’s unit.`,
    )
  return { ...found, value }
}

/** Degrees: a point and a comma are both decimal. */
export function degreesOf(cell: SheetCell, most: number): Understood<number> {
  const value = typeof cell === 'number' ? cell : Number(textOf(cell).replace(',', '.'))
  return Number.isFinite(value) && Math.abs(value) <= most
    ? { value: Number(value.toFixed(6)) }
    : error(
        `"${textOf(cell)}" không phải tọa độ. Ghi như 20,446123.`,
        `"${textOf(cell)}" is no coordinate.`,
      )
}

/** dd/mm/yyyy, yyyy-mm-dd, a number by which Excel counts, or a year alone. */
export function dateOf(cell: SheetCell): Understood<PlainDate> {
  if (typeof cell === 'number') {
    if (Number.isInteger(cell) && cell >= 1900 && cell <= 2100) return yearOf(cell)
    if (cell > 10_000 && cell < 110_000) return { value: dayOf(cell) }
  }
  const text = textOf(cell).replace(/\s+\d{1,2}:\d{2}(:\d{2})?.*$/, '')
  if (/^(19|20)\d{2}$/.test(text)) return yearOf(Number(text))
  if (/^[1-9]\d{4}$/.test(text)) return { value: dayOf(Number(text)) }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?$/.exec(text)
  const here =
    /^(?:ngày\s*)?(\d{1,2})\s*(?:[-/.]|tháng)\s*(\d{1,2})\s*(?:[-/.]|năm)\s*(\d{4}|\d{2})$/iu.exec(
      text,
    )
  const parts = iso ? [iso[1], iso[2], iso[3]] : here ? [fullYear(here[3]), here[2], here[1]] : []
  const [year = '', month = '', date = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(day)
  if (year !== '' && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day))
    return { value: day }
  return error(
    `"${text.slice(0, 40)}" không phải là ngày. Ghi ngày/tháng/năm, ví dụ 05/03/2020.`,
    `"${text.slice(0, 40)}" is no day. Write day/month/year: 05/03/2020.`,
  )
}

const fullYear = (year = '') =>
  year.length === 2 ? `${Number(year) > 50 ? '19' : '20'}${year}` : year

function yearOf(year: number): Understood<PlainDate> {
  return {
    value: `${year}-01-01`,
    note: {
      vi: `Chỉ ghi năm ${year}: tạm lấy ngày 01/01/${year}.`,
      en: `Only the year ${year}: 01/01/${year} is taken.`,
    },
  }
}

/** Ten digits, of a dependent unit with three more; what Excel made of them is mended or told. */
export function codeOf(cell: SheetCell): Understood<string> {
  const text = textOf(cell).replace(/[\s.]/g, '')
  if (/e\+?\d+$/i.test(text))
    return error(
      `Mã số "${textOf(cell)}" đã bị Excel đổi thành số rút gọn, mất chữ số. Hãy định dạng cột là Văn bản rồi nhập lại đủ 10 chữ số.`,
      `Excel has shortened the code to "${text}" and lost digits. Format the column as text and enter all ten.`,
    )
  if (/^\d{10}(-\d{3})?$/.test(text)) return { value: text }
  if (/^\d{13}$/.test(text)) return { value: `${text.slice(0, 10)}-${text.slice(10)}` }
  if (/^[1-9]\d{6,8}$/.test(text)) {
    const value = text.padStart(10, '0')
    return {
      value,
      note: {
        vi: `Mã số ${text} thiếu số 0 ở đầu (Excel bỏ mất): lấy là ${value}.`,
        en: `Excel dropped the zero before ${text}: ${value} is taken.`,
      },
    }
  }
  return error(
    `Mã số "${text.slice(0, 30)}" không đúng: phải có 10 chữ số (đơn vị phụ thuộc thêm "-001").`,
    `The code "${text.slice(0, 30)}" is wrong: it has ten digits (a dependent unit "-001" more).`,
  )
}

/** A telephone number that Excel took for a number gets its zero back. */
export function phoneOf(cell: SheetCell): Understood<string> {
  const text = textOf(cell)
  if (!/^[1-9]\d{8}$/.test(text)) return { value: text }
  return {
    value: `0${text}`,
    note: {
      vi: `Số điện thoại ${text} thiếu số 0 ở đầu (Excel bỏ mất): lấy là 0${text}.`,
      en: `Excel dropped the zero before ${text}: 0${text} is taken.`,
    },
  }
}
