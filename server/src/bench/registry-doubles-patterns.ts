import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Word } from './registry-doubles-words.ts'

/** A commune of today, and those of which it was formed. */
export interface SetCommune {
  unitId: Id
  provinceId: Id
  name: string
  formedFrom: readonly { unitId: Id; name: string }[]
}

export interface SetEntity {
  id: Id
  kind: 'cooperative' | 'group'
  name: string
  code: string | null
  phone: string | null
  representative: string | null
  address: string | null
  line: string
  /** `until`: before the communes were merged; `since`: from then on; `always`: never moved on. */
  places: { unitId: Id; when: 'until' | 'since' | 'always' }[]
  foundedOn: PlainDate
}

export interface SetPair {
  pattern: string
  first: Id
  second: Id
}

export interface DoublesSet {
  entities: SetEntity[]
  /** The same cooperative, entered twice. */
  doubles: SetPair[]
  /** Two that only look alike. */
  misses: SetPair[]
}

export type Random = () => number

/** The same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** How one cooperative comes to be entered twice. */
export const PATTERNS = [
  'marks lost',
  'abbreviated',
  'abbreviated in one word',
  'word order',
  'type words missing',
  'typing error',
  'unit moved',
  'code missing in one',
  'capitals and signs',
  'commune in the name',
  'marks lost and abbreviated',
  'abbreviated and moved',
  'typing error and order',
  'renamed, one code',
] as const
/** How two that are not one come to look alike. */
export const MISSES = [
  'number 1 and 2',
  'number and none',
  'same name, next commune',
  'same name, other province',
  'other trade',
  'dates',
  'one letter',
  'turned round',
  'group and cooperative',
  'two old communes, one new',
  'one person leads both',
  'one telephone for both',
] as const

/** What one entity is, before anybody writes it down. */
export interface Truth {
  kind: 'cooperative' | 'group'
  trade: readonly Word[]
  line: string
  proper: string
  commune: SetCommune
  old: { unitId: Id; name: string } | undefined
  code: string
  phone: string
  representative: string
  house: string
  foundedOn: PlainDate
}
