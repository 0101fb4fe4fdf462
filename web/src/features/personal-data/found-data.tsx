import type { DataFound, DataRequest } from '@hopluc/shared/personal-data'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useCopy, useSearch } from './queries.ts'

/** All that is kept of the person; what is chosen goes into the copy for them. */
export function FoundData({ request }: { request: DataRequest }) {
  const search = useSearch(request.id)
  const copy = useCopy(request.id)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const error = search.error ?? copy.error
  const find = () =>
    search.mutate(undefined, {
      // Who bears the same name may be another: those are looked through first.
      onSuccess: ({ items }) =>
        setSelected(new Set(items.flatMap(({ key, isSure }) => (isSure ? [key] : [])))),
    })
  return (
    <Section title={t('personal.found')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <div className="personal-actions">
        <Button isPending={search.isPending} onPress={find}>
          {t('personal.found.do')}
        </Button>
        {selected.size > 0 && (
          <>
            <Button isPending={copy.isPending} onPress={() => copy.mutate([...selected])}>
              {t('personal.found.copy')}
            </Button>
            <span className="muted">{t('personal.found.chosen', { count: selected.size })}</span>
          </>
        )}
      </div>
      {!search.data && <p className="soft">{t('personal.found.text')}</p>}
      {search.data && search.data.cut.length > 0 && (
        <Notice kind="warning">
          {t('personal.found.cut', { fields: search.data.cut.join(', ') })}
        </Notice>
      )}
      {search.data && (
        <div className="personal-found">
          <Table
            label={t('personal.found')}
            columns={columns()}
            rows={search.data.items}
            rowKey={({ key }) => key}
            rowName={({ name, shown }) => `${name[language()]} ${shown}`}
            selected={selected}
            onSelect={setSelected}
            isTall
            empty={<EmptyState>{t('personal.found.none')}</EmptyState>}
          />
        </div>
      )}
    </Section>
  )
}

function columns(): Column<DataFound>[] {
  const lang = language()
  return [
    {
      id: 'name',
      head: t('personal.field'),
      phone: 'title',
      cell: ({ name, subject }) => (
        <>
          <strong>{name[lang]}</strong>
          <small>{subject[lang]}</small>
        </>
      ),
    },
    { id: 'value', head: t('personal.found.value'), phone: 'line', cell: ({ shown }) => shown },
    {
      id: 'match',
      head: t('personal.found.match'),
      phone: 'line',
      width: '200px',
      cell: ({ isSure }) => t(isSure ? 'personal.found.sure' : 'personal.found.byName'),
    },
  ]
}
