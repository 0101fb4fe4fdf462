import {
  type CooperativeLaw,
  type EntityAttributes,
  type EntityStatus,
  type EntityWarning,
  hasCheckDigit,
} from '@hopluc/shared/entities'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { inOrder, type LifeEvent, registeredOn } from './domain.ts'
import { lawInForce } from './filters.ts'

const LAW = 'Luật Hợp tác xã số 17/2023/QH15'
const words = (day: PlainDate) => day.split('-').toReversed().join('/')

export interface Minimum {
  kind: string
  law: string
  members: number
  basis: string
}

export interface Found {
  attributes: EntityAttributes
  status: EntityStatus | null
  /** That hold on the day. */
  events: readonly (LifeEvent & { details?: { kind?: string | undefined } })[]
  minimums: readonly Minimum[]
  day: PlainDate
}

/** What one should look at; nothing of it bars anything. */
export function warningsOf(found: Found): EntityWarning[] {
  const { attributes, status } = found
  const isOver = status === 'ended' || status === null
  return [
    ...(isOver ? [] : [...memberWarnings(found), ...lawWarnings(found)]),
    ...codeWarnings(attributes),
    ...(status === 'active' || status === 'not_at_address' ? congressWarnings(found) : []),
    ...suspensionWarnings(found),
    ...conversionWarnings(found),
  ]
}

/** The same day so many months later, or the last of its month. */
export function monthsLater(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

function memberWarnings({ attributes, minimums }: Found): EntityWarning[] {
  const { kind, officialMembers: members } = attributes
  const law = attributes.law ?? '2023'
  const least = minimums.find((one) => one.kind === kind && one.law === law)
  if (!least || members === null || members >= least.members) return []
  return [
    {
      key: 'members.below_minimum',
      field: 'officialMembers',
      vi: `Có ${members} thành viên chính thức, ít hơn mức tối thiểu ${least.members}.`,
      en: `It has ${members} official members, fewer than the least, ${least.members}.`,
      basis: least.basis,
    },
  ]
}

function lawWarnings({ attributes: { law, kind }, day }: Found): EntityWarning[] {
  const present: CooperativeLaw = lawInForce(day)
  if (law === null || law === present || kind === 'group') return []
  return [
    {
      key: 'law.not_converted',
      field: 'law',
      vi: `Tổ chức theo Luật năm ${law}, chưa chuyển đổi theo Luật năm ${present}.`,
      en: `Organised under the law of ${law}, not yet under that of ${present}.`,
      basis: present === '2023' ? `${LAW}, Điều 115` : null,
    },
  ]
}

function codeWarnings({ code }: EntityAttributes): EntityWarning[] {
  if (code === null || hasCheckDigit(code)) return []
  return [
    {
      key: 'code.check_digit',
      field: 'code',
      vi: `Chữ số kiểm tra của mã số ${code} không khớp. Hãy đối chiếu với giấy chứng nhận.`,
      en: `The check digit of the code ${code} does not fit. Compare it with the certificate.`,
      basis: null,
    },
  ]
}

/** Once a year; none for 18 months is a ground to revoke the certificate (article 103). */
function congressWarnings({ attributes, events, day }: Found): EntityWarning[] {
  if (attributes.kind === 'group') return []
  const held = inOrder(events).findLast(({ kind }) => kind === 'congress' || kind === 'registered')
  if (!held || monthsLater(held.onDay, 12) > day) return []
  const isGround = monthsLater(held.onDay, 18) <= day
  const since =
    held.kind === 'congress'
      ? { vi: `đại hội gần nhất ngày ${words(held.onDay)}`, en: `the last on ${words(held.onDay)}` }
      : {
          vi: `từ khi đăng ký ngày ${words(held.onDay)} chưa ghi nhận đại hội nào`,
          en: `none is known since ${words(held.onDay)}`,
        }
  return [
    isGround
      ? {
          key: 'congress.revocation_ground',
          field: null,
          vi: `Quá 18 tháng chưa tổ chức đại hội thành viên (${since.vi}): thuộc trường hợp thu hồi giấy chứng nhận.`,
          en: `No general meeting for more than 18 months (${since.en}): a ground to revoke.`,
          basis: `${LAW}, Điều 103`,
        }
      : {
          key: 'congress.overdue',
          field: null,
          vi: `Quá 12 tháng chưa tổ chức đại hội thành viên thường niên (${since.vi}).`,
          en: `No general meeting for more than 12 months (${since.en}).`,
          basis: null,
        },
  ]
}

/** One announcement covers twelve months at most (article 96). */
function suspensionWarnings({ events, status, day }: Found): EntityWarning[] {
  const last = inOrder(events).findLast(({ kind }) => kind === 'suspended' || kind === 'resumed')
  if (last?.kind !== 'suspended' || status === 'ended') return []
  const most = monthsLater(last.onDay, 12)
  const end = last.untilOn ?? day
  if (addDays(end, 1) <= most) return []
  return [
    {
      key: 'suspension.too_long',
      field: null,
      vi: `Tạm ngừng kinh doanh từ ngày ${words(last.onDay)} ${last.untilOn ? `đến ${words(last.untilOn)}` : 'đến nay'}: mỗi lần thông báo không quá 12 tháng.`,
      en: `Suspended since ${words(last.onDay)}${last.untilOn ? ` until ${words(last.untilOn)}` : ''}: one announcement covers twelve months at most.`,
      basis: `${LAW}, Điều 96`,
    },
  ]
}

/** A group may become a cooperative after twelve months with its certificate (article 108). */
function conversionWarnings({ events }: Found): EntityWarning[] {
  const registered = registeredOn(events)
  const became = inOrder(events).find(({ kind }) => kind === 'kind_changed')
  if (!registered || !became || monthsLater(registered, 12) <= became.onDay) return []
  return [
    {
      key: 'conversion.too_early',
      field: null,
      vi: `Chuyển thành hợp tác xã ngày ${words(became.onDay)} khi được cấp giấy chứng nhận chưa đủ 12 tháng (từ ${words(registered)}).`,
      en: `It became a cooperative on ${words(became.onDay)}, less than twelve months after ${words(registered)}.`,
      basis: `${LAW}, Điều 108`,
    },
  ]
}
