import type { SupportKind } from '@hopluc/shared/support'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../lib/i18n.ts'
import { Select } from '../../ui/select.tsx'
import { programmesQuery } from './queries.ts'

interface ProgrammeFieldProps {
  readonly kind: SupportKind
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** By which programme of a kind it is done; hidden where there is none. */
export function ProgrammeField({ kind, value, onChange }: ProgrammeFieldProps) {
  const { data } = useQuery(programmesQuery)
  const programmes = (data?.items ?? []).filter((one) => one.kind === kind)
  if (programmes.length === 0) return null
  return (
    <Select
      label={t('support.programme')}
      value={value ?? ''}
      onChange={(next) => onChange(next || null)}
      options={[
        { value: '', label: t('support.programme.none') },
        ...programmes.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
