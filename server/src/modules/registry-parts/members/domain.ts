import type { EntityWarning } from '@hopluc/shared/entities'
import type { MemberKind, MemberSubject } from '@hopluc/shared/entity-parts-people'
import { inWords, percentWords, warning } from '../words.ts'

export interface MemberCount {
  kind: MemberKind
  subject: MemberSubject
  members: number
  share: number
  foreigners: number
  foreignShare: number
  largest: number | null
}

/** What the register of entities has of it on the day. */
export interface Registered {
  kind: string
  law: string | null
  charterCapital: number | null
  officialMembers: number | null
  linkedMembers: number | null
  otherMembers: number | null
}

const LAW = 'Luật Hợp tác xã số 17/2023/QH15'
/** Of the charter capital: most for one official member, for all linked with capital, for all foreigners. */
const CAPS = {
  cooperative: { member: 30, linked: 30, foreign: 30 },
  union: { member: 40, linked: 40, foreign: 30 },
}

/** Months for paying in what was promised, from the admission or the first certificate (article 74). */
export const PAY_IN_MONTHS = 6

const isOfficial = ({ kind }: { kind: MemberKind }) => kind.startsWith('official')

export function percentOf(share: number | null, capital: number | null): number | null {
  if (share === null || capital === null || capital === 0) return null
  return (share / capital) * 100
}

export function sumOf(counts: readonly MemberCount[], of: 'members' | 'share'): number {
  return counts.reduce((total, one) => total + one[of], 0)
}

/** What does not fit the law, or the register of entities; nothing of it bars an entry. */
export function warningsOf(
  counts: readonly MemberCount[],
  registered: Registered,
  unpaid = 0,
): EntityWarning[] {
  return [
    ...capWarnings(counts, registered),
    ...payInWarnings(unpaid, registered),
    ...differences(counts, registered),
  ]
}

/** `unpaid`: members whose time is over and of whom no contribution is recorded. */
function payInWarnings(unpaid: number, { kind, law }: Registered): EntityWarning[] {
  if (unpaid === 0 || law !== '2023' || (kind !== 'cooperative' && kind !== 'union')) return []
  return [
    warning(
      'members.not_paid_in',
      'contributedOn',
      `${inWords(unpaid)} thành viên quá ${PAY_IN_MONTHS} tháng kể từ ngày kết nạp hoặc ngày HTX được cấp giấy chứng nhận mà chưa ghi nhận góp đủ vốn (chưa có số vốn hoặc ngày góp).`,
      `${inWords(unpaid)} members are past ${PAY_IN_MONTHS} months since they joined or it was certified, and no contribution of theirs is recorded (no amount or no day).`,
      `${LAW}, Điều 74`,
    ),
  ]
}

function capWarnings(counts: readonly MemberCount[], { kind, law, charterCapital }: Registered) {
  const caps = kind === 'union' ? CAPS.union : kind === 'cooperative' ? CAPS.cooperative : null
  if (!caps || law !== '2023') return []
  const found: EntityWarning[] = []
  const check = (key: string, share: number, cap: number, vi: string, en: string) => {
    const percent = percentOf(share, charterCapital)
    if (percent === null || percent <= cap) return
    const words = percentWords(percent)
    found.push(
      warning(
        `members.${key}`,
        'share',
        `${vi} ${words}% vốn điều lệ, quá ${cap}%.`,
        `${en} ${words}% of the charter capital, above ${cap}%.`,
        LAW,
      ),
    )
  }
  const official = counts.filter(isOfficial)
  const largest = Math.max(0, ...official.map((one) => one.largest ?? 0))
  const linked = counts.filter((one) => one.kind === 'linked_capital')
  const foreign = counts.reduce((total, one) => total + one.foreignShare, 0)
  check(
    'largest',
    largest,
    caps.member,
    'Một thành viên chính thức góp',
    'One official member holds',
  )
  check(
    'linked',
    sumOf(linked, 'share'),
    caps.linked,
    'Thành viên liên kết góp vốn góp',
    'Linked members hold',
  )
  check('foreign', foreign, caps.foreign, 'Thành viên nước ngoài góp', 'Foreign members hold')
  return found
}

function differences(counts: readonly MemberCount[], registered: Registered): EntityWarning[] {
  if (counts.length === 0) return []
  const found: EntityWarning[] = []
  const compare = (key: string, vi: string, en: string, here: number, there: number | null) => {
    if (there === null || there === here) return
    found.push(
      warning(
        `members.differs_${key}`,
        key,
        `${vi} theo sổ là ${inWords(here)}, theo danh sách HTX, THT là ${inWords(there)}.`,
        `${en}: ${inWords(here)} by this register, ${inWords(there)} by the register of entities.`,
      ),
    )
  }
  const count = (kinds: (kind: MemberKind) => boolean) =>
    sumOf(
      counts.filter(({ kind }) => kinds(kind)),
      'members',
    )
  compare(
    'official',
    'Thành viên chính thức',
    'Official members',
    count((kind) => kind.startsWith('official')),
    registered.officialMembers,
  )
  compare(
    'linked',
    'Thành viên liên kết góp vốn',
    'Linked with capital',
    count((kind) => kind === 'linked_capital'),
    registered.linkedMembers,
  )
  const share = sumOf(counts, 'share')
  if (share > 0)
    compare('capital', 'Vốn góp', 'Contributed capital', share, registered.charterCapital)
  return found
}
