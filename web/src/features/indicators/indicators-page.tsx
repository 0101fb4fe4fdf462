import '../figures/figures.css'
import type { Indicator } from '@hopluc/shared/indicators'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { matches } from '../../lib/matches.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { nameOf } from '../figures/words.ts'
import { IndicatorDialog } from './indicator-dialog.tsx'
import { indicatorsQuery } from './queries.ts'

const COLUMNS: readonly Column<Indicator>[] = [
  {
    id: 'code',
    head: t('indicators.code'),
    width: '70px',
    phone: 'line',
    cell: ({ code }) => code,
  },
  {
    id: 'name',
    head: t('indicators.name'),
    phone: 'title',
    cell: (one) => (
      <>
        <b>{nameOf(one)}</b>
        {!one.isActive && <span className="figures-warn"> {t('indicators.retired')}</span>}
        {one.definition && <span className="figures-definition">{one.definition}</span>}
      </>
    ),
  },
  { id: 'measure', head: t('indicators.measure'), phone: 'line', cell: ({ measure }) => measure },
  {
    id: 'origin',
    head: t('indicators.origin'),
    phone: 'line',
    cell: ({ origin, formula }) => (
      <>
        {t(`indicators.origin.${origin}`)}
        {formula && <code className="figures-definition">{formula}</code>}
      </>
    ),
  },
  { id: 'adds', head: t('indicators.adds'), cell: ({ addsUp }) => t(`indicators.adds.${addsUp}`) },
  { id: 'owner', head: t('indicators.owner'), cell: ({ owner }) => owner },
]

/** The catalogue: what each indicator means, where its numbers come from and how they add up. */
export function IndicatorsPage() {
  const { data, error, refetch } = useQuery(indicatorsQuery)
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<Indicator | 'new' | null>(null)
  const items = (data?.items ?? []).filter((one) => matches(`${one.code} ${nameOf(one)}`, words))
  const mayChange = data?.mayChange ?? false
  return (
    <Page
      title={t('indicators.title')}
      crumbs={[{ label: t('figures.title'), to: '/figures' }]}
      lead={data && t('indicators.count', { count: data.items.length })}
      actions={
        mayChange && (
          <Button icon={IconPlus} onPress={() => setOpen('new')}>
            {t('indicators.new')}
          </Button>
        )
      }
    >
      <search className="figures-filters">
        <TextField
          label={t('indicators.find')}
          isLabelHidden
          placeholder={t('indicators.find')}
          value={words}
          onChange={setWords}
          onClear={() => setWords('')}
        />
      </search>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={10} />}
      {data && (
        <Table
          label={t('indicators.title')}
          columns={COLUMNS}
          rows={items}
          rowKey={({ id }) => id}
          rowName={nameOf}
          isTall
          onOpen={mayChange ? setOpen : undefined}
          empty={t('indicators.empty')}
        />
      )}
      {open && (
        <IndicatorDialog before={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Page>
  )
}
