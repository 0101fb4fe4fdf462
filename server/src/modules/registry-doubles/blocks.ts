import type { Id } from '@hopluc/shared/values'
import { compare, type Found, type Prepared, type Shared } from './evidence.ts'
import { LIKELY } from '@hopluc/shared/entity-doubles'

export interface FoundPair extends Found {
  first: Id
  second: Id
}

/** More than these in one drawer say nothing, such as a telephone that stands everywhere. */
const MOST = 400

/**
 * Finds the likely pairs among these: only those are compared that share a code, a telephone, or lie
 * in one commune of today and share a word of their own, a person or a day; across communes of one
 * province those of one name. `asked`: only pairs with one of these.
 */
export function findPairs(entities: readonly Prepared[], asked?: ReadonlySet<Id>): FoundPair[] {
  const drawers = new Map<string, Prepared[]>()
  for (const entity of entities)
    for (const key of new Set(keysOf(entity))) {
      const drawer = drawers.get(key)
      if (drawer) drawer.push(entity)
      else drawers.set(key, [entity])
    }
  const shared = sharedAmong(entities)
  const order = new Map(entities.map(({ id }, at) => [id, at]))
  const seen = new Set<number>()
  const found: FoundPair[] = []
  for (const drawer of drawers.values()) {
    if (drawer.length < 2 || drawer.length > MOST) continue
    for (const [at, one] of drawer.entries())
      for (const other of drawer.slice(at + 1)) {
        if (asked && !asked.has(one.id) && !asked.has(other.id)) continue
        const [low, high] = [order.get(one.id) ?? 0, order.get(other.id) ?? 0].toSorted(
          (a, b) => a - b,
        )
        const pair = (low ?? 0) * entities.length + (high ?? 0)
        if (seen.has(pair)) continue
        seen.add(pair)
        const result = compare(one, other, shared)
        if (result.score < LIKELY) continue
        const [first = one.id, second = other.id] = [one.id, other.id].toSorted()
        found.push({ first, second, ...result })
      }
  }
  return found
}

function keysOf(entity: Prepared): string[] {
  const { code, digits, person, foundedOn, homes, provinceIds, read } = entity
  const keys: string[] = []
  if (code) keys.push(`code ${code}`)
  if (digits) keys.push(`phone ${digits}`)
  const words = new Set(read.flatMap(({ own }) => own.map(({ plain }) => plain)))
  const joined = read.map(({ own }) => own.map(({ plain }) => plain).join(''))
  for (const home of homes) {
    for (const word of words) keys.push(`${home} ${word}`)
    for (const name of joined) keys.push(`${home} = ${name}`, `${home} : ${name.slice(0, 3)}`)
    for (const { own } of read)
      if (own.length > 1) keys.push(`${home} / ${own.map(({ plain }) => plain[0]).join('')}`)
    for (const { numbers } of read)
      if (numbers.length > 0) keys.push(`${home} # ${numbers.join(' ')}`)
    if (person) keys.push(`${home} @ ${person}`)
    if (foundedOn && !foundedOn.endsWith('-01-01')) keys.push(`${home} on ${foundedOn}`)
  }
  for (const province of provinceIds)
    for (const name of joined)
      if (name.length > 3) {
        if (person) keys.push(`${province} = ${name} ${person}`)
        if (foundedOn && !foundedOn.endsWith('-01-01'))
          keys.push(`${province} = ${name} ${foundedOn}`)
      }
  return keys
}

function sharedAmong(entities: readonly Prepared[]): Shared {
  const [phones, persons, days, words] = [0, 1, 2, 3].map(() => new Map<string, number>())
  const count = (counts: Map<string, number> | undefined, key: string | null) => {
    if (key) counts?.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { digits, person, foundedOn, read } of entities) {
    count(phones, digits)
    count(persons, person)
    count(days, foundedOn)
    for (const word of new Set(read.flatMap(({ own }) => own.map(({ plain }) => plain))))
      count(words, word)
  }
  const none = new Map<string, number>()
  return {
    phones: phones ?? none,
    persons: persons ?? none,
    days: days ?? none,
    words: words ?? none,
    size: entities.length,
  }
}
