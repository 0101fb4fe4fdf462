import { GOVERNANCE_WORDS, KIND_WORDS, LAW_WORDS } from '@hopluc/shared/entity-words'
import type { ImportField } from '@hopluc/shared/entity-import'
import { CooperativeLaw, EntityKind, Governance } from '@hopluc/shared/entities'

/** A value as a person reads it in a comparison, and as a sheet says it. */
export function said(
  field: ImportField,
  value: unknown,
  commodities: ReadonlyMap<string, string>,
): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) {
    const names = value.map((one) =>
      field === 'commodities' ? (commodities.get(String(one)) ?? one) : one,
    )
    return names.length > 0 ? names.join('; ') : null
  }
  if (typeof value === 'number')
    return value.toLocaleString('vi-VN', {
      maximumFractionDigits: 6,
      useGrouping: field !== 'figuresYear',
    })
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (field === 'kind') return KIND_WORDS[EntityKind.parse(value)].vi
  if (field === 'law') return LAW_WORDS[CooperativeLaw.parse(value)].vi
  if (field === 'governance') return GOVERNANCE_WORDS[Governance.parse(value)].vi
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text.split('-').toReversed().join('/') : text
}
