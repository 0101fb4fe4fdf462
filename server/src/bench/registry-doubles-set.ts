import { randomUUIDv7 as newId } from 'node:crypto'
import {
  CLOSE,
  COMMON,
  DATES,
  FAMILY,
  FIRST,
  GIVEN,
  MIDDLE,
  SECOND,
  TRADES,
  type Word,
} from './registry-doubles-words.ts'
import {
  type DoublesSet,
  MISSES,
  PATTERNS,
  type Random,
  randomFrom,
  type SetCommune,
  type SetEntity,
  type SetPair,
  type Truth,
} from './registry-doubles-patterns.ts'

/** A register of `rest` entities, and beside them `doubles` and `misses` of every pattern in turn. */
export function makeDoublesSet(
  communes: readonly SetCommune[],
  size: { doubles: number; misses: number; cooperatives: number; groups: number },
  seed = 1,
): DoublesSet {
  const random = randomFrom(seed)
  const maker = createMaker(random, communes)
  const set: DoublesSet = { entities: [], doubles: [], misses: [] }
  const put = (pattern: string, first: SetEntity, second: SetEntity, into: SetPair[]) => {
    set.entities.push(first, second)
    into.push({ pattern, first: first.id, second: second.id })
  }
  for (let at = 0; at < size.doubles; at += 1) {
    const pattern = PATTERNS[at % PATTERNS.length] ?? 'marks lost'
    const truth = maker.truth('cooperative')
    const first = maker.written(truth)
    if (pattern === 'renamed, one code') first.code = truth.code
    put(pattern, first, maker.again(truth, pattern), set.doubles)
  }
  for (let at = 0; at < size.misses; at += 1) {
    const pattern = MISSES[at % MISSES.length] ?? 'dates'
    const [one, other] = maker.miss(pattern)
    put(pattern, maker.written(one), maker.written(other), set.misses)
  }
  for (let at = 0; at < size.cooperatives; at += 1)
    set.entities.push(maker.written(maker.truth('cooperative')))
  for (let at = 0; at < size.groups; at += 1) set.entities.push(maker.written(maker.truth('group')))
  return set
}

function createMaker(random: Random, communes: readonly SetCommune[]) {
  const one = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  const chance = (share: number) => random() < share
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const taken = new Set<string>()
  const state = { code: 100000 }

  const trade = () => {
    let left = random() * TRADES.reduce((sum, { share }) => sum + share, 0)
    return TRADES.find(({ share }) => (left -= share) < 0) ?? one(TRADES)
  }
  const person = () => `${one(FAMILY)} ${one(MIDDLE)} ${one(GIVEN)}`
  const day = () => {
    const year = between(1998, 2026)
    const month = year === 2026 ? between(1, 2) : between(1, 12)
    return `${year}-${String(month).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`
  }
  const properName = () => (chance(0.15) ? one(COMMON) : `${one(FIRST)} ${one(SECOND)}`)
  const code = () => {
    state.code += between(1, 9)
    return `${between(10, 62)}${String(state.code).padStart(7, '0')}${between(0, 9)}`
  }
  /** No two in the made-up register mean the same: a name stands once in a commune of today. */
  const truth = (kind: Truth['kind'], more: Partial<Truth> = {}): Truth => {
    const commune = more.commune ?? one(communes)
    const done = trade()
    const of = () => more.proper ?? properName()
    let proper = of()
    for (let tries = 0; tries < 50 && taken.has(`${commune.unitId} ${proper}`); tries += 1)
      proper = of()
    taken.add(`${commune.unitId} ${proper}`)
    return {
      kind,
      trade: done.words,
      line: done.sector,
      proper,
      commune,
      old: commune.formedFrom.length > 0 ? one(commune.formedFrom) : undefined,
      code: code(),
      phone: `0${between(200, 999)}${String(between(0, 9999999)).padStart(7, '0')}`.slice(0, 10),
      representative: person(),
      house: chance(0.5) ? `Thôn ${between(1, 12)}` : `Ấp ${one(FIRST)} ${one(SECOND)}`,
      foundedOn: day(),
      ...more,
    }
  }
  const placesOf = ({ commune, old, foundedOn }: Truth): SetEntity['places'] =>
    old && foundedOn < '2025-07-01'
      ? [
          { unitId: old.unitId, when: 'until' },
          { unitId: commune.unitId, when: 'since' },
        ]
      : [{ unitId: commune.unitId, when: 'always' }]
  const fullName = ({ kind, trade: words, proper }: Truth) =>
    [
      kind === 'group' ? 'Tổ hợp tác' : chance(0.6) ? 'Hợp tác xã' : 'HTX',
      ...words.map(({ full }) => full),
      proper,
    ].join(' ')
  const written = (from: Truth): SetEntity => ({
    id: newId(),
    kind: from.kind,
    name: fullName(from),
    code: from.kind === 'group' || chance(0.25) ? null : from.code,
    phone: chance(0.6) ? from.phone : null,
    representative: chance(0.85) ? from.representative : null,
    address: chance(0.8) ? `${from.house}, ${from.old?.name ?? from.commune.name}` : null,
    line: from.line,
    places: placesOf(from),
    foundedOn: from.foundedOn,
  })

  const short = (words: readonly Word[]) => words.map((item) => item.short)
  const spoilt = (name: string) => {
    const words = name.split(' ')
    const long = words.findLastIndex((item) => item.length > 2)
    const at = long === -1 ? words.length - 1 : long
    const item = words[at] ?? ''
    const place = between(1, Math.max(1, item.length - 2))
    const letter = String.fromCodePoint(97 + between(0, 25))
    const wrong = one([
      item.slice(0, place) + item.slice(place + 1),
      item.slice(0, place) + letter + item.slice(place),
      item.slice(0, place) + (item[place + 1] ?? '') + (item[place] ?? '') + item.slice(place + 2),
      item.slice(0, place) + letter + item.slice(place + 1),
      item.slice(0, place) + (item[place] ?? '') + item.slice(place),
    ])
    return words.with(at, wrong === item ? `${item}${letter}` : wrong).join(' ')
  }
  const turned = (words: readonly Word[]) =>
    words.length > 1 ? [...words.slice(1), ...words.slice(0, 1)] : words
  const nameAs = (from: Truth, pattern: string): string => {
    const { trade: words, proper, commune, old } = from
    const full = words.map((item) => item.full)
    const abbreviated = ['HTX', ...short(words), proper].join(' ')
    switch (pattern) {
      case 'marks lost':
        return plain(`Hợp tác xã ${full.join(' ')} ${proper}`)
      case 'abbreviated':
        return abbreviated
      case 'abbreviated in one word':
        return chance(0.5)
          ? `HTX${short(words).join('')} ${proper}`
          : `HTX ${short(words).join(one(['', '-', '&', '.']))} ${proper}`
      case 'word order':
        return chance(0.7)
          ? `Hợp tác xã ${turned(words)
              .map((item) => item.full)
              .join(chance(0.3) ? ' và ' : ' ')} ${proper}`
          : `${proper} - HTX ${full.join(' ')}`
      case 'type words missing':
        return chance(0.5) ? proper : `${full.join(' ')} ${proper}`
      case 'typing error':
        return `HTX ${full.join(' ')} ${spoilt(proper)}`
      case 'capitals and signs':
        return `HỢP TÁC XÃ  ${full.join(' ').toUpperCase()} "${proper.toUpperCase()}".`
      case 'commune in the name':
        return `HTX ${full.join(' ')} ${proper} xã ${old?.name ?? commune.name}`
      case 'marks lost and abbreviated':
        return plain(abbreviated).toLowerCase()
      case 'abbreviated and moved':
        return abbreviated
      case 'typing error and order':
        return `HTX ${turned(words)
          .map((item) => item.full)
          .join(' ')} ${spoilt(proper)}`
      case 'renamed, one code':
        return `Hợp tác xã ${full.join(' ')} ${properName()}`
      default:
        return fullName(from)
    }
  }
  /** The second entry of one cooperative: by another hand, at another time, with less. */
  const again = (from: Truth, pattern: string): SetEntity => {
    const isMoved = ['unit moved', 'abbreviated and moved'].includes(pattern)
    const { commune, old } = from
    const unitId = isMoved && old ? old.unitId : commune.unitId
    const same = written(from)
    const hasCode =
      pattern === 'renamed, one code' || (pattern !== 'code missing in one' && chance(0.3))
    return {
      ...same,
      name: nameAs(from, pattern),
      code: hasCode ? from.code : null,
      phone: chance(0.4) ? from.phone.replace(/^(\d{4})(\d{3})/, '$1 $2 ') : null,
      representative: chance(0.6)
        ? chance(0.3)
          ? plain(from.representative)
          : from.representative
        : null,
      address: chance(0.5) ? `${from.house}, xã ${from.commune.name}` : null,
      places: [{ unitId, when: 'always' }],
      foundedOn: chance(0.6) ? from.foundedOn : `${from.foundedOn.slice(0, 4)}-01-01`,
    }
  }

  const miss = (pattern: string): [Truth, Truth] => {
    const first = truth('cooperative')
    const like = (more: Partial<Truth>, kind: Truth['kind'] = 'cooperative') => {
      const { trade: words, line, commune, old, proper } = first
      return truth(kind, { trade: words, line, commune, old, proper, ...more })
    }
    switch (pattern) {
      case 'number 1 and 2': {
        const sign = one(['', 'số '])
        return [
          { ...first, proper: `${first.proper} ${sign}1` },
          like({ proper: `${first.proper} ${sign}${between(2, 4)}` }),
        ]
      }
      case 'number and none':
        return [{ ...first, proper: 'Thanh niên' }, like({ proper: `Thanh Niên ${between(2, 3)}` })]
      case 'same name, next commune': {
        const near = communes.filter(
          (item) => item.provinceId === first.commune.provinceId && item !== first.commune,
        )
        const commune = near.length > 0 ? one(near) : one(communes)
        return [first, like({ commune, old: commune.formedFrom[0] })]
      }
      case 'same name, other province': {
        const commune = one(communes.filter((item) => item.provinceId !== first.commune.provinceId))
        return [first, like({ commune, old: commune.formedFrom[0] })]
      }
      case 'other trade': {
        const others = TRADES.filter(
          (item) => !item.words.some((said) => first.trade.some((mine) => mine.full === said.full)),
        )
        const { words, sector } = one(others)
        return [first, like({ trade: words, line: sector })]
      }
      case 'dates': {
        const [a, b] = [one(DATES), one(DATES)]
        const [c] = a === b ? DATES.filter((item) => item !== a) : [b]
        const said = (item: readonly [number, number] | undefined) =>
          `${item?.[0] ?? 0} tháng ${item?.[1] ?? 0}`
        return [{ ...first, proper: said(a) }, like({ proper: said(c) })]
      }
      case 'one letter': {
        const [a, b] = one(CLOSE)
        return [{ ...first, proper: a }, like({ proper: b })]
      }
      case 'turned round': {
        const [a, b] = [one(FIRST), one(SECOND)]
        return [{ ...first, proper: `${a} ${b}` }, like({ proper: `${b} ${a}` })]
      }
      case 'group and cooperative':
        return [first, like({}, 'group')]
      case 'two old communes, one new': {
        const many = communes.filter((item) => item.formedFrom.length > 1)
        const commune = one(many)
        const [a, b] = commune.formedFrom
        const early = { commune, foundedOn: '2015-05-20' }
        const late = { commune, foundedOn: '2018-09-12' }
        return [{ ...first, ...early, old: a }, like({ ...late, old: b })]
      }
      case 'one person leads both':
        return [
          first,
          like({ proper: properName(), representative: first.representative, ...tradeOf() }),
        ]
      default:
        return [first, like({ proper: properName(), phone: first.phone, ...tradeOf() })]
    }
  }
  const tradeOf = () => {
    const { words, sector } = trade()
    return { trade: words, line: sector }
  }
  return { truth, written, again, miss }
}

function plain(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
}
