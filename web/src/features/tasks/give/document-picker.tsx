import { DocumentPage, DocumentSummary } from '@hopluc/shared/documents'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { ComboBox } from '../../../ui/combo-box.tsx'

const FEW = 20

/** A registered paper, by its symbol or words of its abstract. */
export function DocumentPicker({
  value,
  onChange,
}: {
  value: string | null
  onChange: (id: string | null) => void
}) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: ['documents', 'pick', words],
    queryFn: () => api.get('/documents', DocumentPage, { q: words, limit: FEW }),
  })
  const { data: chosen } = useQuery({
    queryKey: ['documents', 'picked', value],
    queryFn: () => api.get(`/documents/${value}`, DocumentSummary),
    enabled: value !== null,
  })
  return (
    <ComboBox
      label={t('tasks.give.document')}
      hint={t('tasks.give.document.hint')}
      value={value}
      valueLabel={chosen && nameOf(chosen)}
      options={(data?.items ?? []).map((one) => ({
        value: one.id,
        label: nameOf(one),
        note: one.abstract,
      }))}
      onSearch={setWords}
      isSearching={isFetching}
      onChange={onChange}
    />
  )
}

function nameOf({ symbol, issuedOn, abstract }: DocumentSummary): string {
  if (!symbol) return abstract
  return issuedOn ? t('tasks.paper.mark', { number: symbol, day: formatDate(issuedOn) }) : symbol
}
