import { daysBetween } from '@hopluc/shared/values'
import { folded, lettersApart } from './syllables.ts'
import { likenessOf, type NameLikeness } from './names.ts'
import { type ReadName, readName } from './words.ts'
import { type DoubleReason, type DoubleReasonKind, LIKELY } from '@hopluc/shared/entity-doubles'
import type { Id, PlainDate } from '@hopluc/shared/values'

/** An entity as it is compared. */
export interface Compared {
  id: Id
  kind: string
  /** The name of today first, then earlier and short ones. */
  names: readonly string[]
  code: string | null
  phone: string | null
  representative: string | null
  address: string | null
  sector: string | null
  /** Units in which it has lain, as entered. */
  unitIds: readonly Id[]
  foundedOn: PlainDate | null
  endedOn: PlainDate | null
}

/** What is known of the units: what became of each, and how they are called. */
export interface Places {
  /** The units of today in which what lay in a unit may lie now. */
  heirsOf: (unitId: Id) => readonly Id[]
  nameOf: (unitId: Id) => string
  provinceOf: (unitId: Id) => Id | null
}

/** An entity made ready: what is asked again and again is worked out once. */
export interface Prepared extends Compared {
  read: readonly ReadName[]
  homes: ReadonlySet<Id>
  provinceIds: ReadonlySet<Id>
  unitWords: readonly string[]
  person: string | null
  digits: string | null
  house: string | null
}

/** How often a telephone, a representative, a day of founding or a word stands among those compared. */
export interface Shared {
  phones: ReadonlyMap<string, number>
  persons: ReadonlyMap<string, number>
  days: ReadonlyMap<string, number>
  /** In how many names a word stands. */
  words: ReadonlyMap<string, number>
  size: number
}

export interface Found {
  score: number
  reasons: DoubleReason[]
}

const POINTS = {
  sameCode: 60,
  otherCode: -60,
  nearCode: -5,
  sameName: 50,
  nearName: 42,
  likeName: 25,
  closeName: 30,
  partName: 10,
  otherNumber: -60,
  oneNumber: -45,
  turned: -25,
  otherTrade: -30,
  samePlace: 25,
  heirPlace: 22,
  joinedPlace: 0,
  saidPlace: 5,
  otherPlace: -20,
  samePerson: 20,
  nearPerson: 14,
  commonPerson: 10,
  otherPerson: -12,
  samePhone: 25,
  commonPhone: 5,
  otherPhone: -4,
  sameDay: 15,
  sameYear: 5,
  otherYear: -5,
  sameHouse: 8,
  otherHouse: -3,
  otherKind: -20,
  otherSector: -10,
  afterEnd: -25,
} as const

export function prepare(entity: Compared, places: Places): Prepared {
  const homes = new Set(entity.unitIds.flatMap((id) => places.heirsOf(id)))
  const unitWords = new Set(
    [...entity.unitIds, ...homes].flatMap((id) => folded(places.nameOf(id)).split(/\s+/)),
  )
  const provinces = [...homes].flatMap((id) => places.provinceOf(id) ?? [])
  return {
    ...entity,
    read: entity.names.map(readName),
    homes,
    provinceIds: new Set(provinces),
    unitWords: [...unitWords],
    person: entity.representative ? personOf(entity.representative) : null,
    digits: entity.phone?.replaceAll(/\D/g, '').slice(-9) || null,
    house: entity.address ? houseOf(entity.address) : null,
  }
}

/** Compares two: what speaks for one and the same, what against it, and the sum within 0 and 100. */
export function compare(a: Prepared, b: Prepared, shared: Shared): Found {
  const reasons: DoubleReason[] = []
  const add = (kind: DoubleReasonKind, points: number) => {
    reasons.push({ kind, points })
  }
  codes(a, b, add)
  names(a, b, shared, add)
  const place = placeOf(a, b)
  add(place, POINTS[place])
  people(a, b, shared, add)
  days(a, b, shared, add)
  if (a.house && b.house) {
    if (a.house === b.house) add('sameHouse', POINTS.sameHouse)
    else add('otherHouse', POINTS.otherHouse)
  }
  if (a.kind !== b.kind) add('otherKind', POINTS.otherKind)
  if (a.sector && b.sector && a.sector !== b.sector) add('otherSector', POINTS.otherSector)
  const sum = reasons.reduce((total, { points }) => total + points, 0)
  const least = reasons.some(({ kind }) => kind === 'sameCode') ? LIKELY : 0
  return { score: Math.max(least, Math.min(100, sum)), reasons }
}

type Add = (kind: DoubleReasonKind, points: number) => void

function codes(a: Compared, b: Compared, add: Add): void {
  if (!a.code || !b.code) return
  if (a.code === b.code) add('sameCode', POINTS.sameCode)
  else if (lettersApart(a.code, b.code) === 1) add('nearCode', POINTS.nearCode)
  else add('otherCode', POINTS.otherCode)
}

/** Among fewer than these, a word that stands only once tells nothing. */
const ENOUGH = 500

function names(a: Prepared, b: Prepared, { words, size }: Shared, add: Add): void {
  const places = new Set([...a.unitWords, ...b.unitWords])
  for (const { place } of [...a.read, ...b.read]) for (const word of place) places.add(word)
  const isKnown = (word: string) => size < ENOUGH || (words.get(word) ?? 0) > 1
  const pairs = a.read.flatMap((one) =>
    b.read.map((other) => likenessOf(one, other, places, isKnown)),
  )
  const best = pairs.reduce<NameLikeness | undefined>(
    (most, item) => (most && worth(most) >= worth(item) ? most : item),
    undefined,
  )
  if (!best) return
  const kind = nameKind(best)
  if (kind) add(kind, POINTS[kind])
  if (best.numbers === 'different') add('otherNumber', POINTS.otherNumber)
  if (best.numbers === 'one') add('oneNumber', POINTS.oneNumber)
  if (best.isTurned) add('turned', POINTS.turned)
  if (best.trades === 'other') add('otherTrade', POINTS.otherTrade)
}

function nameKind({ own, isOtherWord, isSame, isTurned }: NameLikeness) {
  if (isTurned) return 'likeName'
  if (isOtherWord) return own >= 0.7 ? 'closeName' : undefined
  if (isSame) return 'sameName'
  if (own >= 0.85) return 'nearName'
  if (own >= 0.7) return 'likeName'
  return own >= 0.5 ? 'partName' : undefined
}

function worth(likeness: NameLikeness): number {
  const kind = nameKind(likeness)
  const { numbers, trades } = likeness
  return (
    (kind ? POINTS[kind] : 0) +
    (numbers === 'different' ? POINTS.otherNumber : 0) +
    (numbers === 'one' ? POINTS.oneNumber : 0) +
    (trades === 'other' ? POINTS.otherTrade : 0)
  )
}

function placeOf(a: Prepared, b: Prepared) {
  if (a.unitIds.some((id) => b.unitIds.includes(id) && !isHeirOfOther(id, a, b))) return 'samePlace'
  const isShared = [...a.homes].some((id) => b.homes.has(id))
  if (!isShared) return isSaidElsewhere(a, b) ? 'saidPlace' : 'otherPlace'
  // Both told from which old unit they come, and not from the same one.
  return isOnlyNew(a) || isOnlyNew(b) ? 'heirPlace' : 'joinedPlace'
}

/** The unit of today in which both lie, while each is known to come from another one. */
function isHeirOfOther(id: Id, a: Prepared, b: Prepared): boolean {
  return a.homes.has(id) && !isOnlyNew(a) && !isOnlyNew(b)
}

function isOnlyNew({ unitIds, homes }: Prepared): boolean {
  return unitIds.every((id) => homes.has(id))
}

function isSaidElsewhere(a: Prepared, b: Prepared): boolean {
  const says = (one: Prepared, other: Prepared) =>
    one.address !== null &&
    other.unitWords.length > 0 &&
    folded(one.address).includes(other.unitWords.join(' '))
  return says(a, b) || says(b, a)
}

function people(a: Prepared, b: Prepared, { phones, persons }: Shared, add: Add): void {
  if (a.digits && b.digits) {
    const isCommon = (phones.get(a.digits) ?? 0) > 2
    if (a.digits !== b.digits) add('otherPhone', POINTS.otherPhone)
    else if (isCommon) add('commonPhone', POINTS.commonPhone)
    else add('samePhone', POINTS.samePhone)
  }
  if (!a.person || !b.person) return
  if (a.person === b.person) {
    if ((persons.get(a.person) ?? 0) > 4) add('commonPerson', POINTS.commonPerson)
    else add('samePerson', POINTS.samePerson)
  } else if (lettersApart(a.person, b.person) === 1) add('nearPerson', POINTS.nearPerson)
  else add('otherPerson', POINTS.otherPerson)
}

/** A day on which more than these were founded is one on which many were entered. */
const MANY = 5

function days(a: Compared, b: Compared, shared: Shared, add: Add): void {
  if (!a.foundedOn || !b.foundedOn) return
  const [first, then] = a.foundedOn <= b.foundedOn ? [a, b] : [b, a]
  const isAfter = first.endedOn && then.foundedOn && first.endedOn <= then.foundedOn
  if (isAfter) add('afterEnd', POINTS.afterEnd)
  else if (a.foundedOn === b.foundedOn && (shared.days.get(a.foundedOn) ?? 0) <= MANY)
    add('sameDay', POINTS.sameDay)
  else if (a.foundedOn.slice(0, 4) === b.foundedOn.slice(0, 4)) add('sameYear', POINTS.sameYear)
  else if (Math.abs(daysBetween(a.foundedOn, b.foundedOn)) > 730) add('otherYear', POINTS.otherYear)
}

/** "Ông Nguyễn Văn A" is "nguyen van a". */
function personOf(words: string): string {
  return folded(words)
    .replace(/^\s*(ong|ba|anh|chi|dong chi|d\/c)\b\.?/, '')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
}

/** The part before the unit: "Thôn 3, xã Kế Sách" is "thon 3". */
function houseOf(words: string): string {
  const [first = ''] = folded(words).split(/[,;]|\s-\s/)
  return first
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replace(/^(so nha|so|nha) /, '')
    .trim()
}
