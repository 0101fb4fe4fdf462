import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { unitWords } from '../organisation/words.ts'
import { entitySearchQuery } from '../registry/queries.ts'

interface EntityFieldProps {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly error: string | undefined
  readonly label?: string
}

/** A cooperative of one's area, by its name. */
export function EntityField({ value, onChange, error, label }: EntityFieldProps) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  return (
    <ComboBox
      label={label ?? t('support.entity')}
      name="entityId"
      value={value}
      onChange={onChange}
      options={(data?.items ?? []).map(({ id, name, unit }) => ({
        value: id,
        label: name,
        note: unitWords(unit),
      }))}
      onSearch={setWords}
      isSearching={isFetching}
      error={error}
      isRequired
    />
  )
}
