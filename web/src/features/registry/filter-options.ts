import {
  CERTIFICATE_WORDS,
  FIELD_WORDS,
  GOVERNANCE_WORDS,
  KIND_WORDS,
  LAW_WORDS,
  SECTOR_WORDS,
  SIZE_WORDS,
  STATUS_WORDS,
} from '@hopluc/shared/entity-words'
import {
  BusinessField,
  CooperativeLaw,
  EntityKind,
  EntityStatus,
  Governance,
  Sector,
  SizeClass,
} from '@hopluc/shared/entities'
import { CertificateKind } from '@hopluc/shared/entity-parts-products'
import type { Option } from '../../ui/select.tsx'
import type { RegistryFilters } from './search.ts'
import { say } from './words.ts'

const optionsOf = <Value extends string>(
  values: readonly Value[],
  words: (value: Value) => string,
): Option<Value>[] => values.map((value) => ({ value, label: words(value) }))

export const kindOptions = () => optionsOf(EntityKind.options, (one) => say(KIND_WORDS[one]))
export const statusOptions = () => optionsOf(EntityStatus.options, (one) => say(STATUS_WORDS[one]))
export const lawOptions = () =>
  optionsOf([...CooperativeLaw.options, 'none'], (one) => say(LAW_WORDS[one]))
export const fieldOptions = () => optionsOf(BusinessField.options, (one) => say(FIELD_WORDS[one]))
export const sectorOptions = () => optionsOf(Sector.options, (one) => say(SECTOR_WORDS[one]))
export const sizeOptions = () => optionsOf(SizeClass.options, (one) => say(SIZE_WORDS[one]))
export const governanceOptions = () =>
  optionsOf(Governance.options, (one) => say(GOVERNANCE_WORDS[one]))
export const certificateOptions = () =>
  optionsOf(CertificateKind.options, (one) => say(CERTIFICATE_WORDS[one]))

export function isCertificate(kind: string): kind is CertificateKind {
  return CertificateKind.safeParse(kind).success
}

/** Filters that do not stand above the list; their number is told on the button. */
export const RARE = [
  'law',
  'notConverted',
  'field',
  'sector',
  'commodity',
  'line',
  'size',
  'governance',
  'membersFrom',
  'membersTo',
  'workersFrom',
  'workersTo',
  'capitalFrom',
  'capitalTo',
  'revenueFrom',
  'revenueTo',
  'hasCode',
  'noCongress',
  'memberOf',
  'life',
] as const satisfies readonly (keyof RegistryFilters)[]

export const rareCount = (search: RegistryFilters) =>
  RARE.filter((key) => search[key] !== undefined).length

/** What needs strengthening or ends: neither active nor being founded nor over. */
export const WEAK = 'not_at_address,suspended,tax_revoked,dissolving,bankruptcy'
export const STALE_DAYS = '60'

/** Every filter taken away; what the address holds else stays. */
export const NO_FILTERS = {
  q: undefined,
  unit: undefined,
  kind: undefined,
  status: undefined,
  life: undefined,
  law: undefined,
  notConverted: undefined,
  field: undefined,
  sector: undefined,
  commodity: undefined,
  line: undefined,
  size: undefined,
  governance: undefined,
  membersFrom: undefined,
  membersTo: undefined,
  workersFrom: undefined,
  workersTo: undefined,
  capitalFrom: undefined,
  capitalTo: undefined,
  revenueFrom: undefined,
  revenueTo: undefined,
  hasCode: undefined,
  staleDays: undefined,
  noCongress: undefined,
  certificate: undefined,
  memberOf: undefined,
  cursor: undefined,
} as const satisfies Record<keyof RegistryFilters | 'cursor', undefined>

/** Whether anything but the tabs chooses. */
export function isNarrowed(search: RegistryFilters): boolean {
  const keys = ['q', 'certificate', ...RARE] as const
  return keys.some((key) => search[key] !== undefined)
}
