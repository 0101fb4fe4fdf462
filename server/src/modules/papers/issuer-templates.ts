import { AppError } from '../../platform/errors.ts'
import type { IssuerTemplate } from './types.ts'

const CLOSING =
  'Trên đây là kết luận của {honorific} {chair}, {chairPosts} tại {meeting} {meetingOn}; {issuer} ' +
  'thông báo để các cơ quan, đơn vị, địa phương biết, thực hiện./.'
const OPENING = '{meetingDay}{meetingPlace}, {honorific} {chair}, {chairPosts} chủ trì {meeting}.'
const LEAD_IN = '{heard}{honorific} {chair}, {chairPosts} kết luận, chỉ đạo như sau:'

interface Place {
  /** "tỉnh Hưng Yên", "thành phố Cần Thơ", "xã Kế Sách". */
  unit: string
  /** "Hưng Yên". */
  place: string
}

/** The notice of the Office by order of the chair: TB-VPUB, TL. CHỦ TỊCH. */
export function officeTemplate({ unit, place }: Place): IssuerTemplate {
  return {
    kind: 'office',
    superior: `Ủy ban nhân dân ${unit}`,
    issuer: 'Văn phòng',
    symbol: 'TB-VPUB',
    place,
    authority: {
      mode: 'TL',
      principal: 'Chủ tịch',
      deputyFor: null,
      post: 'Chánh Văn phòng',
      officeHeld: null,
    },
    abstract: 'Kết luận của {honorific} {chair}, {chairPosts} tại {meeting} {meetingOn}',
    opening: OPENING,
    leadIn: LEAD_IN,
    closing: CLOSING.replace('{issuer}', 'Văn phòng Ủy ban nhân dân'),
    recipients: {
      lines: [
        'Thường trực Ủy ban nhân dân (để báo cáo)',
        'Các cơ quan, đơn vị, địa phương có tên tại Thông báo (để thực hiện)',
      ],
      archive: 'Lưu: VT, KTTH',
    },
  }
}

/** The notice of the committee itself: TB-BCĐ, TM. BAN CHỈ ĐẠO or KT. TRƯỞNG BAN. */
export function committeeTemplate({
  unit,
  place,
  committee,
}: Place & { committee: string }): IssuerTemplate {
  return {
    kind: 'committee',
    superior: `Ủy ban nhân dân ${unit}`,
    issuer: committee,
    symbol: 'TB-BCĐ',
    place,
    authority: {
      mode: 'TM',
      principal: 'Ban Chỉ đạo',
      deputyFor: null,
      post: 'Trưởng Ban',
      officeHeld: `Phó Chủ tịch Ủy ban nhân dân ${unit}`,
    },
    abstract: 'Kết luận của {honorific} {chair}, {chairPosts} tại {meeting} {meetingOn}',
    opening: OPENING,
    leadIn: LEAD_IN,
    closing: CLOSING.replace('{issuer}', 'Ban Chỉ đạo'),
    recipients: {
      lines: [
        `Ủy ban nhân dân ${unit} (để báo cáo)`,
        'Trưởng Ban, các Phó Trưởng Ban và thành viên Ban Chỉ đạo',
        'Các cơ quan, đơn vị, địa phương có tên tại Thông báo (để thực hiện)',
      ],
      archive: 'Lưu: VT, BCĐ',
    },
  }
}

/** The notice of a department, signed by its director. */
export function departmentTemplate({
  unit,
  place,
  department,
  code,
}: Place & { department: string; code: string }): IssuerTemplate {
  return {
    kind: 'department',
    superior: `Ủy ban nhân dân ${unit}`,
    issuer: department,
    symbol: `TB-${code}`,
    place,
    authority: {
      mode: 'direct',
      principal: null,
      deputyFor: null,
      post: 'Giám đốc',
      officeHeld: null,
    },
    abstract: 'Kết luận của {honorific} {chair}, {chairPosts} tại {meeting} {meetingOn}',
    opening: OPENING,
    leadIn: LEAD_IN,
    closing: CLOSING.replace('{issuer}', department),
    recipients: {
      lines: ['Các cơ quan, đơn vị, địa phương có tên tại Thông báo (để thực hiện)'],
      archive: 'Lưu: VT',
    },
  }
}

/** A body as its papers name it on a day. */
export interface IssuingBody extends Place {
  kind: string
  name: string
  symbol: string | null
}

/** The template that is shipped for a body of its kind. */
export function issuerTemplate({ kind, name, symbol, unit, place }: IssuingBody): IssuerTemplate {
  if (kind === 'steering_committee') return committeeTemplate({ unit, place, committee: name })
  if (kind === 'office' || kind === 'people_committee') return officeTemplate({ unit, place })
  return departmentTemplate({ unit, place, department: name, code: symbol ?? '' })
}

/**
 * Puts values into a template's text.
 * @throws AppError `papers.template` for a name in braces that has no value.
 */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value !== undefined) return value
    throw new AppError('rule', 'papers.template', {
      vi: `Mẫu văn bản có ${whole} nhưng hệ thống không biết trường này. Hãy sửa mẫu.`,
      en: `The template holds ${whole}, which is no known field. Correct the template.`,
    })
  })
  return filled
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
    .trim()
}
