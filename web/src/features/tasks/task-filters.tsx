import { IconSearch } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSession } from '../session/queries.ts'
import { AgencyPicker } from './agency-picker.tsx'
import { TERMS, termDays, termOf } from './terms.ts'

const route = getRouteApi('/app/tasks')

/** Filters live in the address; what is typed goes there after a short rest. */
export function TaskFilters() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useSession()
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (previous) => ({ ...previous, cursor: undefined, ...next }) })
  const years = [0, 1, 2, 3, 4, 5].map((back) => Number(today.slice(0, 4)) - back)
  const isFiltered = Boolean(
    search.q ||
    search.lead ||
    search.co ||
    search.year ||
    search.dueFrom ||
    search.dueTo ||
    search.parent ||
    search.unit ||
    search.document,
  )

  return (
    <search className="filters">
      <WordsFilter value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
      <AgencyPicker
        label={t('tasks.filter.lead')}
        isLabelHidden
        value={search.lead ?? null}
        onChange={(lead) => change({ lead: lead ?? undefined, parts: lead ? 'all' : undefined })}
      />
      <AgencyPicker
        label={t('tasks.filter.co')}
        isLabelHidden
        value={search.co ?? null}
        onChange={(co) => change({ co: co ?? undefined })}
      />
      <Select
        label={t('tasks.filter.due')}
        prefix={t('tasks.filter.due')}
        value={termOf(search, today)}
        options={TERMS.map((term) => ({ value: term, label: t(`tasks.term.${term}`) }))}
        onChange={(term) => change(termDays(term, today))}
      />
      <Select
        label={t('tasks.filter.year')}
        prefix={t('tasks.filter.year')}
        value={String(search.year ?? '')}
        options={[
          { value: '', label: t('tasks.filter.all') },
          ...years.map((year) => ({ value: String(year), label: String(year) })),
        ]}
        onChange={(year) => change({ year: year ? Number(year) : undefined })}
      />
      {isFiltered && (
        <Button
          kind="quiet"
          onPress={() =>
            change({
              q: undefined,
              lead: undefined,
              co: undefined,
              year: undefined,
              dueFrom: undefined,
              dueTo: undefined,
              parts: undefined,
              parent: undefined,
              unit: undefined,
              document: undefined,
            })
          }
        >
          {t('tasks.filter.clear')}
        </Button>
      )}
    </search>
  )
}

const REST_MS = 350

function WordsFilter({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? value
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      if (typed.trim() !== value) onChange(typed.trim())
      setTyped(null)
    }, REST_MS)
    return () => clearTimeout(timer)
  })
  return (
    <TextField
      label={t('tasks.filter.words')}
      isLabelHidden
      icon={IconSearch}
      placeholder={t('tasks.filter.words')}
      value={shown}
      onChange={setTyped}
      onClear={() => onChange('')}
    />
  )
}
