import {
  type EntityWords,
  GOVERNANCE_WORDS,
  KIND_WORDS,
  LAW_WORDS,
  SOURCE_WORDS,
} from '@hopluc/shared/entity-words'
import type {
  AttributeSource,
  EntityAttribute,
  EntityAttributes,
  EntityStatus,
} from '@hopluc/shared/entities'
import { formatDate, formatMoney, formatNumber } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import type { StatusKind } from '../../ui/status.tsx'

/** Shape and colour are for what needs attention; what runs as it should stays in ink. */
export const STATUS_KIND: Record<EntityStatus, StatusKind | null> = {
  founding: 'draft',
  active: null,
  not_at_address: 'soon',
  suspended: 'soon',
  tax_revoked: 'late',
  dissolving: 'late',
  bankruptcy: 'late',
  ended: 'cancelled',
}

/** Words that pages share with spreadsheets and forms. */
export const say = (words: EntityWords): string => words[language()]

/** Names of the codes of the maintained lists. */
export interface ListNames {
  readonly commodities: ReadonlyMap<string, string>
  readonly lines: ReadonlyMap<string, string>
}

/** In the order in which they are read. */
export const ATTRIBUTES = [
  'name',
  'shortName',
  'foreignName',
  'kind',
  'code',
  'law',
  'governance',
  'representative',
  'phone',
  'email',
  'website',
  'lines',
  'commodities',
  'charterCapital',
  'officialMembers',
  'linkedMembers',
  'otherMembers',
  'workers',
] as const satisfies readonly EntityAttribute[]

/** "Giấy chứng nhận đăng ký, 16/08/2017". */
export function sourceWords(source: AttributeSource | undefined): string {
  if (!source) return t('registry.source.none')
  const from = say(SOURCE_WORDS[source.from])
  const words = t('registry.source.words', { from, day: formatDate(source.on) })
  return source.note ? `${words}: ${source.note}` : words
}

export function lineWords(code: string, { lines }: ListNames): string {
  const name = lines.get(code)
  return name ? `${name} (${code})` : code
}

/** An attribute as it is read; an empty one is null. */
export function attributeWords<Key extends EntityAttribute>(
  key: Key,
  attributes: Partial<EntityAttributes>,
  names: ListNames,
): string | null {
  const { kind, law, governance, lines, commodities, charterCapital } = attributes
  if (key === 'kind') return kind ? say(KIND_WORDS[kind]) : null
  if (key === 'law') return law ? say(LAW_WORDS[law]) : null
  if (key === 'governance') return governance ? say(GOVERNANCE_WORDS[governance]) : null
  if (key === 'lines') return lines?.map((code) => lineWords(code, names)).join('; ') || null
  if (key === 'commodities')
    return commodities?.map((code) => names.commodities.get(code) ?? code).join(', ') || null
  if (key === 'charterCapital')
    return typeof charterCapital === 'number' ? formatMoney(charterCapital) : null
  const value = attributes[key]
  if (value === null || value === undefined) return null
  return typeof value === 'number' ? formatNumber(value) : String(value)
}
