import type { Sentences } from '../../platform/errors.ts'
import { addDays, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { plain } from './columns.ts'

export interface UnitOfDays {
  id: Id
  fromOn: PlainDate
  untilOn: PlainDate
  level: string
  kind: string
  name: string
  code: string | null
  parentId: Id | null
}

/** Every version of every unit, what became of what, and which of them the acting person keeps. */
export interface UnitsKnown {
  versions: readonly UnitOfDays[]
  successions: readonly { fromId: Id; toId: Id; onDay: PlainDate }[]
  kept: ReadonlySet<Id>
}

export interface PlaceWords {
  province: string
  district: string
  commune: string
  code: string
}

export interface FoundPlace {
  unitId?: Id
  error?: Sentences
  note?: Sentences
}

/** A unit and the days on which something entered there lies in it. */
export interface PlaceTurn {
  unitId: Id
  fromOn: PlainDate
  untilOn: PlainDate
}

export interface Places {
  /** The commune that is meant, as of the day: one that was merged gives the one that came of it. */
  find: (words: PlaceWords, day: PlainDate) => FoundPlace
  /** From a day on; null where a unit was divided among several. */
  from: (unitId: Id, day: PlainDate) => PlaceTurn[] | null
  nameOf: (unitId: Id, day: PlainDate) => string
  parentNames: (unitId: Id, day: PlainDate) => { province: string; code: string }
}

const KIND = /^(xa|phuong|thi tran|dac khu|tt|p|x)\s+/
const bare = (words: string) => plain(words).replace(KIND, '')
const ABOVE = /^(tinh|thanh pho|tp|huyen|quan|thi xa|tx|h|q|t)\s+/
const above = (words: string) => plain(words).replace(ABOVE, '')
const words = (day: PlainDate) => day.split('-').toReversed().join('/')
const MOST_NEAR = 3

/** Where communes lie, by the words of people. Built once for a list. */
export function placesOf({ versions, successions, kept }: UnitsKnown): Places {
  const byId = Map.groupBy(versions, ({ id }) => id)
  const communes = versions.filter(({ level }) => level === 'commune')
  const byName = Map.groupBy(communes, ({ name }) => bare(name))
  const byCode = Map.groupBy(
    communes.filter(({ code }) => code !== null),
    ({ code }) => code ?? '',
  )
  const nextOf = Map.groupBy(successions, ({ fromId }) => fromId)
  const answers = new Map<string, FoundPlace>()

  const on = (id: Id, day: PlainDate) =>
    byId.get(id)?.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
  const latest = (id: Id) => byId.get(id)?.toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))[0]
  const spelt = ({ kind, name }: UnitOfDays) =>
    `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`
  const chain = (unit: UnitOfDays, day: PlainDate): UnitOfDays[] => {
    const parent = unit.parentId ? (on(unit.parentId, day) ?? latest(unit.parentId)) : undefined
    return parent && parent.level !== 'nation' ? [parent, ...chain(parent, day)] : []
  }
  const full = (unit: UnitOfDays) =>
    [unit, ...chain(unit, unit.untilOn < FOREVER ? unit.untilOn : unit.fromOn)]
      .map(spelt)
      .join(', ')

  /** The units of the day that came of one of before. */
  const heirs = (id: Id, day: PlainDate): Id[] => {
    if (on(id, day)) return [id]
    const next = (nextOf.get(id) ?? []).filter(({ onDay }) => onDay <= day)
    return [...new Set(next.flatMap(({ toId }) => heirs(toId, day)))]
  }
  const liesIn = (unit: UnitOfDays, day: PlainDate, { province, district }: PlaceWords) => {
    const own = unit.untilOn < day ? unit.untilOn : unit.fromOn > day ? unit.fromOn : day
    const names = chain(unit, own).map((one) => above(one.name))
    const now = heirs(unit.id, day).flatMap((id) => {
      const heir = on(id, day)
      return heir ? chain(heir, day).map((one) => above(one.name)) : []
    })
    const isIn = (said: string) =>
      said === '' || names.includes(above(said)) || now.includes(above(said))
    return isIn(province) && isIn(district)
  }

  const find = (asked: PlaceWords, day: PlainDate): FoundPlace => {
    const { commune, district, province } = split(asked)
    const said = { ...asked, commune, district, province }
    const named =
      asked.code !== ''
        ? (byCode.get(asked.code.padStart(5, '0')) ?? byCode.get(asked.code))
        : undefined
    const all = named ?? (commune === '' ? [] : (byName.get(bare(commune)) ?? []))
    const fitting = all.filter((unit) => unit.fromOn <= day && liesIn(unit, day, said))
    if (fitting.length === 0) return unknown(said, day)
    const exact = fitting.filter(({ name }) => isSpelt(name, commune))
    const some = exact.length > 0 ? exact : fitting
    const now = some.filter(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
    const found = new Map<Id, UnitOfDays>()
    for (const unit of some) for (const id of heirs(unit.id, day)) found.set(id, unit)
    const mine = [...found.keys()].filter((id) => kept.has(id))
    const ofDay = now.map(({ id }) => id).filter((id) => kept.has(id))
    const choices = ofDay.length > 0 ? [...new Set(ofDay)] : mine
    const [unitId] = choices
    if (unitId !== undefined && choices.length === 1) {
      const old = found.get(unitId)
      const isOther = old !== undefined && old.id !== unitId && !ofDay.includes(unitId)
      return isOther ? { unitId, note: merged(old, unitId, day) } : { unitId }
    }
    if (choices.length > 1) return several(commune || asked.code, choices, day)
    const [first] = some
    return { error: foreign(first ? full(first) : commune) }
  }

  const isSpelt = (name: string, said: string) =>
    said.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').endsWith(name.toLowerCase())

  const merged = (old: UnitOfDays, unitId: Id, day: PlainDate): Sentences => ({
    vi: `${spelt(old)} nay thuộc ${nameOf(unitId, day)}: ghi vào ${nameOf(unitId, day)}.`,
    en: `${spelt(old)} now belongs to ${nameOf(unitId, day)}, which is taken.`,
  })
  const several = (said: string, ids: readonly Id[], day: PlainDate): FoundPlace => {
    const names = ids.slice(0, 4).map((id) => {
      const unit = on(id, day)
      return unit ? full(unit) : ''
    })
    return {
      error: {
        vi: `"${said}" có thể là ${names.join(' hoặc ')}. Hãy ghi thêm tỉnh, huyện cũ hoặc mã xã.`,
        en: `"${said}" may be ${names.join(' or ')}. Add the province, the old district or the code.`,
      },
    }
  }
  const unknown = (
    { commune, code, province, district }: PlaceWords,
    day: PlainDate,
  ): FoundPlace => {
    const said = commune || code
    const isElsewhere =
      (byName.get(bare(commune)) ?? []).length > 0 && (province || district) !== ''
    const near = nearest(
      bare(commune),
      communes.filter((one) => kept.has(one.id) && one.fromOn <= day && day <= one.untilOn),
    )
    const also = isElsewhere
      ? {
          vi: ` thuộc ${[district, province].filter(Boolean).join(', ')}`,
          en: ` in ${[district, province].filter(Boolean).join(', ')}`,
        }
      : { vi: '', en: '' }
    const ask = near.map(spelt).join(', ')
    return {
      error: {
        vi: `Không có xã, phường "${said}"${also.vi} vào ngày ${words(day)}.${ask ? ` Có phải: ${ask}?` : ' Hãy kiểm tra tên hoặc ghi mã xã.'}`,
        en: `There is no commune "${said}"${also.en} on ${words(day)}.${ask ? ` Is it ${ask}?` : ''}`,
      },
    }
  }
  const nameOf = (unitId: Id, day: PlainDate) => {
    const unit = on(unitId, day) ?? latest(unitId)
    return unit ? spelt(unit) : ''
  }
  const from = (unitId: Id, day: PlainDate): PlaceTurn[] | null => {
    const last = byId
      .get(unitId)
      ?.reduce((most, { untilOn }) => (untilOn > most ? untilOn : most), day)
    if (last === undefined) return null
    if (last === FOREVER) return [{ unitId, fromOn: day, untilOn: FOREVER }]
    const [heir, ...others] = nextOf.get(unitId) ?? []
    if (!heir || others.length > 0) return null
    const rest = from(heir.toId, addDays(last, 1))
    return rest && [{ unitId, fromOn: day, untilOn: last }, ...rest]
  }
  return {
    find: (asked, day) => {
      const isEmpty = asked.commune === '' && asked.code === ''
      if (isEmpty) return onlyOwn(versions, kept, day)
      const key = [asked.commune, asked.district, asked.province, asked.code, day].join('|')
      const answer = answers.get(key) ?? find(asked, day)
      answers.set(key, answer)
      return answer
    },
    from,
    nameOf,
    parentNames: (unitId, day) => {
      const unit = on(unitId, day)
      const province = unit && chain(unit, day).find(({ level }) => level === 'province')
      return { province: province ? spelt(province) : '', code: unit?.code ?? '' }
    },
  }
}

/** Of somebody who keeps one commune it need not be said. */
function onlyOwn(
  versions: readonly UnitOfDays[],
  kept: ReadonlySet<Id>,
  day: PlainDate,
): FoundPlace {
  const own = versions.filter(
    (one) => kept.has(one.id) && one.level === 'commune' && one.fromOn <= day && day <= one.untilOn,
  )
  const [only] = own
  if (only && own.length === 1) return { unitId: only.id }
  return { error: { vi: 'Thiếu xã, phường.', en: 'The commune is missing.' } }
}

/** "Xã An Ninh, huyện Quỳnh Phụ, tỉnh Thái Bình": what a cell says beyond the commune. */
function split(asked: PlaceWords): PlaceWords {
  const [commune = '', ...rest] = asked.commune.split(/\s*[,;]\s*|\s+[-–]\s+/)
  const province = rest.find((one) => /^(tỉnh|thành phố|tp)/i.test(one)) ?? rest[1] ?? ''
  const district = rest.find((one) => one !== province) ?? ''
  return {
    ...asked,
    commune,
    province: asked.province || province,
    district: asked.district || district,
  }
}

const foreign = (name: string): Sentences => ({
  vi: `${name} không thuộc địa bàn đồng chí quản lý danh sách. Bỏ dòng này hoặc chuyển cho địa phương đó.`,
  en: `${name} is not in the area whose register you keep. Leave the line out or pass it on.`,
})

function nearest(said: string, units: readonly UnitOfDays[]): UnitOfDays[] {
  const most = said.length < 5 ? 1 : 2
  const seen = new Set<string>()
  return units
    .map((unit) => ({ unit, far: distance(said, bare(unit.name), most) }))
    .filter(({ far }) => far <= most)
    .toSorted((one, other) => one.far - other.far)
    .flatMap(({ unit }) => {
      if (seen.has(unit.name)) return []
      seen.add(unit.name)
      return [unit]
    })
    .slice(0, MOST_NEAR)
}

/** Letters to change, add or leave out; more than `most` is not counted on. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1)
      next[to] = Math.min(
        (next[to - 1] ?? 0) + 1,
        (row[to] ?? 0) + 1,
        (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1),
      )
    row = next
  }
  return row[other.length] ?? most + 1
}
