import { IconFilter, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { FilterDrawer } from './filter-drawer.tsx'
import { certificateOptions, NO_FILTERS, rareCount, statusOptions } from './filter-options.ts'
import type { RegistryFilters } from './search.ts'

/** Filters live in the address; the usual ones stand here, the rarer ones in a drawer. */
export function ListFilters({ search }: { search: RegistryFilters }) {
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const change = (next: Partial<RegistryFilters>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, cursor: undefined, ...next }) })
  const rare = rareCount(search)
  const isFiltered =
    rare > 0 || [search.q, search.unit, search.status, search.certificate].some(Boolean)
  const any = { value: '', label: t('registry.filter.any') }
  return (
    <search className="registry-filters">
      <WordsFilter value={search.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
      <UnitPicker
        label={t('registry.filter.unit')}
        isLabelHidden
        placeholder={t('registry.filter.unit')}
        value={search.unit ?? null}
        onChange={(unit) => change({ unit: unit ?? undefined })}
      />
      <Select
        label={t('registry.filter.status')}
        prefix={t('registry.filter.status')}
        value={search.status ?? ''}
        options={[any, ...statusOptions(), ...kept(search.status)]}
        onChange={(status) => change({ status: status || undefined })}
      />
      <Select
        label={t('registry.filter.certificate')}
        prefix={t('registry.filter.certificate')}
        value={search.certificate ?? ''}
        options={[any, ...certificateOptions()]}
        onChange={(certificate) => change({ certificate: certificate || undefined })}
      />
      <Button icon={IconFilter} onPress={() => setOpen(true)}>
        {rare > 0 ? t('registry.filter.more.count', { count: rare }) : t('registry.filter.more')}
      </Button>
      {isFiltered && (
        <Button kind="quiet" onPress={() => change(NO_FILTERS)}>
          {t('registry.filter.clear')}
        </Button>
      )}
      {isOpen && (
        <FilterDrawer
          search={search}
          onClose={() => setOpen(false)}
          onApply={(next) => {
            setOpen(false)
            change(next)
          }}
        />
      )}
    </search>
  )
}

/** Several states at once come from a tab; the choice then says which. */
function kept(status: string | undefined) {
  return status?.includes(',') ? [{ value: status, label: t('registry.tab.weak') }] : []
}

const REST_MS = 300

function WordsFilter({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
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
      label={t('registry.filter.words')}
      isLabelHidden
      icon={IconSearch}
      placeholder={t('registry.filter.words')}
      value={typed ?? value}
      onChange={setTyped}
      onClear={() => onChange('')}
    />
  )
}
