import type { PlainDate } from '@hopluc/shared/values'
import { canonical, withoutLevel, withoutPost } from './canonical.ts'

/** An agency as the register knows it; `fromOn`/`untilOn` bound the days on which it exists. */
export interface KnownAgency {
  id: string
  name: string
  shortNames: readonly string[]
  kind: string
  unitId: string
  unitName: string
  unitKind: string
  fromOn: PlainDate
  /** The last day, null while it goes on. */
  untilOn: PlainDate | null
}

export interface ResolveContext {
  /** The document's day: an agency has to exist on it. */
  on: PlainDate
  /** The issuer's unit; its own agencies come first where a name fits several. */
  unitId?: string
  /** The units inside the issuer's area; without it groups take all that are known. */
  unitIds?: readonly string[]
}

export type ResolveStatus = 'resolved' | 'group' | 'unknown' | 'ambiguous' | 'not_on_that_day'

export interface ResolvedName {
  name: string
  agencyIds: string[]
  status: ResolveStatus
  /** What a person may choose from when it is not resolved. */
  candidates: string[]
  /** A group that the text leaves open ("các đơn vị liên quan"): somebody has to choose. */
  isOpen: boolean
}

/** Finds the agencies that a document means by the names it uses, as they were on its day. */
export function resolveAgencies(
  names: readonly string[],
  known: readonly KnownAgency[],
  context: ResolveContext,
): ResolvedName[] {
  const index = indexOf(known)
  return names.map((name) => resolveOne(name, known, index, context))
}

type Index = Map<string, KnownAgency[]>

/** Every way to write each agency: full, short, with and without its unit's name and level. */
function indexOf(known: readonly KnownAgency[]): Index {
  const index: Index = new Map()
  for (const agency of known) {
    for (const key of new Set(
      [agency.name, ...agency.shortNames].flatMap((name) => keysOf(name, agency)),
    )) {
      index.set(key, [...(index.get(key) ?? []), agency])
    }
  }
  return index
}

function keysOf(name: string, agency: KnownAgency): string[] {
  const full = canonical(name)
  const unit = canonical(agency.unitName)
  const keys = [full]
  const bareUnit = unit.replace(
    /^(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) /u,
    '',
  )
  for (const ending of [unit, bareUnit]) {
    if (ending !== '' && full.endsWith(` ${ending}`)) keys.push(full.slice(0, -ending.length - 1))
  }
  const core = keys.at(-1) ?? full
  keys.push(
    withoutLevel(core).name,
    `${withoutLevel(core).name} ${unit}`,
    `${withoutLevel(core).name} ${levelOf(agency)}`,
  )
  if (isCommittee(agency)) keys.push(unit)
  return keys.map((key) => key.trim())
}

function isCommittee(agency: KnownAgency): boolean {
  return canonical(agency.name).startsWith('ủy ban nhân dân')
}

/** The level's word: the unit's own name begins with it. */
function levelOf(agency: KnownAgency): string {
  const word = /^(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)(?= )/u.exec(
    canonical(agency.unitName),
  )?.[0]
  return (
    word ??
    { province: 'tỉnh', district: 'huyện', commune: 'xã' }[agency.unitKind] ??
    agency.unitKind
  )
}

function resolveOne(
  name: string,
  known: readonly KnownAgency[],
  index: Index,
  context: ResolveContext,
): ResolvedName {
  const key = withoutPost(canonical(name))
  const group = groupOf(key, known, context)
  if (group) return { name, candidates: [], ...group }
  const { name: bare, level } = withoutLevel(key)
  const exact = index.get(key) ?? []
  const found =
    exact.length > 0
      ? exact
      : (index.get(bare) ?? []).filter((agency) => level === null || isAtLevel(agency, level))
  const alive = found.filter((agency) => isAlive(agency, context.on))
  if (found.length === 0)
    return {
      name,
      agencyIds: [],
      status: 'unknown',
      candidates: similar(bare, known, context),
      isOpen: false,
    }
  if (alive.length === 0)
    return { name, agencyIds: [], status: 'not_on_that_day', candidates: ids(found), isOpen: false }
  const near = nearest(alive, context)
  const only = near[0]
  if (near.length === 1 && only)
    return { name, agencyIds: [only.id], status: 'resolved', candidates: [], isOpen: false }
  return { name, agencyIds: [], status: 'ambiguous', candidates: ids(near), isOpen: false }
}

function isAtLevel(agency: KnownAgency, level: string): boolean {
  return (
    levelOf(agency) === level ||
    (level === 'tỉnh' && /^(?:province|city|tỉnh|thành phố)/u.test(agency.unitKind))
  )
}

function isAlive(agency: KnownAgency, on: PlainDate): boolean {
  return agency.fromOn <= on && (agency.untilOn === null || on <= agency.untilOn)
}

/** The issuer's own, then those in its area, then all. */
function nearest(found: readonly KnownAgency[], context: ResolveContext): readonly KnownAgency[] {
  const own = found.filter((agency) => agency.unitId === context.unitId)
  if (own.length > 0) return own
  const inside = found.filter((agency) => context.unitIds?.includes(agency.unitId))
  return inside.length > 0 ? inside : found
}

function ids(agencies: readonly KnownAgency[]): string[] {
  return [...new Set(agencies.map((agency) => agency.id))]
}

/** Agencies that share most words with an unknown name, at most five. */
function similar(name: string, known: readonly KnownAgency[], context: ResolveContext): string[] {
  const words = new Set(name.split(' '))
  return known
    .filter((agency) => isAlive(agency, context.on))
    .map((agency) => {
      const own = canonical(agency.name).split(' ')
      return {
        id: agency.id,
        share: own.filter((word) => words.has(word)).length / Math.max(own.length, words.size),
      }
    })
    .filter((one) => one.share >= 0.5)
    .sort((a, b) => b.share - a.share)
    .slice(0, 5)
    .map((one) => one.id)
}

const COMMUNE = /^(?:xã|phường|thị trấn|đặc khu)$/u
const DISTRICT = /^(?:huyện|thị xã|quận|thành phố)$/u
const OPEN =
  /đơn vị|địa phương|cơ quan|liên quan|cấp ngành|các cấp|tổ chức|hội|đoàn thể|thành viên ban chỉ đạo|hợp tác xã|doanh nghiệp|đại biểu/u

/** "các xã, thị trấn", "UBND các huyện", "các sở, ngành": the set; open where the text names no list. */
function groupOf(
  key: string,
  known: readonly KnownAgency[],
  context: ResolveContext,
): Pick<ResolvedName, 'agencyIds' | 'status' | 'isOpen'> | undefined {
  const isPlural = /(?<!\p{L})(?:các|những|mỗi|từng|toàn thể|tất cả)(?!\p{L})/u.test(key)
  const words = key
    .replace(
      /(?<!\p{L})(?:các|những|mỗi|từng|toàn thể|tất cả|ủy ban nhân dân|thủ trưởng|giám đốc|trên địa bàn(?: tỉnh| huyện)?|thuộc tỉnh|liên quan|thành viên)(?!\p{L})/gu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
  const levels = words
    .replaceAll('thị trấn', 'thị_trấn')
    .replaceAll('thị xã', 'thị_xã')
    .replaceAll('thành phố', 'thành_phố')
    .replaceAll('đặc khu', 'đặc_khu')
    .split(' ')
    .map((word) => word.replace('_', ' '))
  const isUnits = levels.every((word) => COMMUNE.test(word) || DISTRICT.test(word))
  if (!isPlural && !(isUnits && levels.length > 1)) {
    if (!/^ủy ban nhân dân cấp (?:xã|huyện)$|^cấp (?:xã|huyện)$/u.test(key)) return undefined
  }
  const alive = known.filter(
    (agency) =>
      isAlive(agency, context.on) &&
      (context.unitIds === undefined ||
        context.unitIds.includes(agency.unitId) ||
        agency.unitId === context.unitId),
  )
  const members = alive.filter((agency) => {
    if (isUnits || /cấp (?:xã|huyện)$/u.test(key))
      return isCommittee(agency) && fitsLevel(agency, levels, key)
    const first = canonical(agency.name).split(' ')[0] ?? ''
    if (
      words.startsWith('sở') &&
      (first === 'sở' || (first === 'ban' && words.includes('ban') && isAtLevel(agency, 'tỉnh')))
    )
      return true
    if (words.startsWith('phòng') && first === 'phòng')
      return agency.unitId === (context.unitId ?? agency.unitId)
    return words.includes('địa phương') && isCommittee(agency) && agency.unitId !== context.unitId
  })
  return {
    agencyIds: ids(members),
    status: 'group',
    isOpen: members.length === 0 || (OPEN.test(key) && !isUnits),
  }
}

function fitsLevel(agency: KnownAgency, levels: readonly string[], key: string): boolean {
  const level = levelOf(agency)
  if (key.endsWith('cấp xã')) return COMMUNE.test(level)
  if (key.endsWith('cấp huyện')) return DISTRICT.test(level) && agency.unitKind !== 'province'
  const isListed = levels.includes(level)
  return (
    isListed &&
    !(level === 'thành phố' && (agency.unitKind === 'province' || agency.unitKind === 'city'))
  )
}
