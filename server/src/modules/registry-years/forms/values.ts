import {
  EVENT_WORDS,
  GOVERNANCE_WORDS,
  LAW_WORDS,
  SECTOR_WORDS,
  SIZE_WORDS,
} from '@hopluc/shared/entity-words'
import type { Entity } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import type { FieldSource } from './mapping.ts'
import type { Figure } from './store.ts'

export interface Facts {
  entity: Entity
  figures: readonly Figure[]
  year: number
  names: ReadonlyMap<string, string>
  confirmation: { byWords: string | null; nationalOn: PlainDate | null } | undefined
}

export const dayWords = (day: PlainDate): string => day.split('-').toReversed().join('/')
export const numberWords = (value: number): string =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value)

/** As it is printed; empty where the register says nothing. Numbers stay numbers, for spreadsheets. */
export function valueOf(source: FieldSource, facts: Facts): string | number | null {
  const { entity, figures, year, names, confirmation } = facts
  switch (source.of) {
    case 'attribute':
      return attributeOf(source.name, entity, names)
    case 'members':
      return entity.attributes.officialMembers
    case 'address':
      return entity.place.address
    case 'unit':
      return `${entity.place.unit.kind} ${entity.place.unit.name}`
    case 'status':
      return entity.statusWords?.vi ?? null
    case 'sector':
      return entity.sector && SECTOR_WORDS[entity.sector].vi
    case 'size':
      return entity.size && SIZE_WORDS[entity.size].vi
    case 'event': {
      const event = entity.events.findLast(
        ({ kind, voidReason }) => kind === source.kind && voidReason === null,
      )
      if (!event) return null
      return source.say === 'day' ? dayWords(event.onDay) : event.decisionNo
    }
    case 'figure':
      return figures.find((one) => one.key === source.key && one.year === year)?.value ?? null
    case 'confirmed':
      return confirmation?.byWords ?? 'Chưa xác nhận'
    case 'national':
      return confirmation?.nationalOn ? dayWords(confirmation.nationalOn) : 'Chưa cập nhật'
  }
}

/** An attribute in words. */
export function attributeOf(
  name: keyof Entity['attributes'],
  { attributes }: Entity,
  names: ReadonlyMap<string, string>,
): string | number | null {
  if (name === 'lines' || name === 'commodities')
    return attributes[name].map((code) => names.get(code) ?? code).join('; ') || null
  if (name === 'law') return attributes.law && LAW_WORDS[attributes.law].vi
  if (name === 'governance')
    return attributes.governance && GOVERNANCE_WORDS[attributes.governance].vi
  return attributes[name]
}

export const printed = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? numberWords(value) : value

/** The legal life, oldest first, as the sheet lists it. */
export const lifeRows = ({ events }: Entity): string[][] =>
  events
    .filter(({ voidReason }) => voidReason === null)
    .map(({ kind, onDay, decisionNo, decidedBy }) => [
      dayWords(onDay),
      EVENT_WORDS[kind].vi,
      [decisionNo, decidedBy].filter(Boolean).join(', '),
    ])
