import './reorganisations.css'
import { IconPlus } from '@tabler/icons-react'
import type { ReorganisationItem } from '@hopluc/shared/reorganisations'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useSession } from '../session/queries.ts'
import { HeadDialog } from './head-dialog.tsx'
import { StateOf } from './head-line.tsx'
import { reorganisationsQuery } from './queries.ts'

const route = getRouteApi('/app/reorganisations')

const COLUMNS = (): Column<ReorganisationItem>[] => [
  {
    id: 'title',
    head: t('reorganisations.act'),
    phone: 'title',
    cell: ({ id, title, act }) => (
      <>
        <Link className="row-title" to="/reorganisations/$id" params={{ id }}>
          {title}
        </Link>
        <small>{act}</small>
      </>
    ),
  },
  {
    id: 'onDay',
    head: t('reorganisations.onDay'),
    phone: 'line',
    width: '130px',
    cell: ({ onDay }) => <span className="figures">{formatDate(onDay)}</span>,
  },
  {
    id: 'units',
    head: t('reorganisations.units'),
    width: '130px',
    cell: ({ unitsBefore, unitsAfter }) => (
      <span className="figures">
        {formatNumber(unitsBefore)} → {formatNumber(unitsAfter)}
      </span>
    ),
  },
  {
    id: 'agencies',
    head: t('reorganisations.agencies.ended'),
    isFigure: true,
    width: '130px',
    cell: ({ agencies }) => (agencies === 0 ? '' : formatNumber(agencies)),
  },
  {
    id: 'state',
    head: t('reorganisations.state'),
    phone: 'end',
    width: '150px',
    cell: ({ state }) => <StateOf state={state} />,
  },
]

/** Acts of reorganisation, newest first. */
export function ReorganisationsPage() {
  const { cursor } = route.useSearch()
  const { data } = useSuspenseQuery(reorganisationsQuery({ cursor }))
  const { may } = useSession()
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  return (
    <Page
      title={t('reorganisations.title')}
      crumbs={[{ label: t('organisation.short'), to: '/organisation' }]}
      actions={
        <>
          <ButtonLink to="/organisation/changes">{t('reorganisations.changes.open')}</ButtonLink>
          {may.includes('reorganisation.draft') && (
            <Button kind="primary" icon={IconPlus} onPress={() => setNew(true)}>
              {t('reorganisations.new.open')}
            </Button>
          )}
        </>
      }
    >
      <Table
        label={t('reorganisations.title')}
        columns={COLUMNS()}
        rows={data.items}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        onOpen={({ id }) => void navigate({ to: '/reorganisations/$id', params: { id } })}
        isTall
        empty={<EmptyState>{t('reorganisations.none')}</EmptyState>}
      />
      <Pager cursor={cursor} next={data.next} />
      {isNew && (
        <HeadDialog
          onClose={() => setNew(false)}
          onSaved={({ id }) => void navigate({ to: '/reorganisations/$id', params: { id } })}
        />
      )}
    </Page>
  )
}
