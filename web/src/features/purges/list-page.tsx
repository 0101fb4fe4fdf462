import type { PurgeState, PurgeSummary } from '@hopluc/shared/purges'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { purgesQuery } from './queries.ts'
import { RulesSection } from './rules-section.tsx'

const route = getRouteApi('/app/purges')

/** Decisions under which records were or are to be destroyed, and how long records are kept. */
export function PurgesPage() {
  const { cursor } = route.useSearch()
  const { data } = useSuspenseQuery(purgesQuery(cursor))
  return (
    <Page
      title={t('purges.title')}
      crumbs={[{ label: t('audit.title'), to: '/audit' }]}
      lead={t('purges.lead')}
      actions={
        <ButtonLink to="/purges/new" kind="primary" icon={IconPlus}>
          {t('purges.new')}
        </ButtonLink>
      }
    >
      <Table
        label={t('purges.title')}
        columns={COLUMNS()}
        rows={data.items}
        rowKey={({ id }) => id}
        rowName={({ decision }) => decision}
        isTall
        empty={<EmptyState>{t('purges.none')}</EmptyState>}
      />
      <Pager cursor={cursor} next={data.next} />
      <RulesSection />
    </Page>
  )
}

const KINDS: Record<PurgeState, StatusKind> = {
  draft: 'draft',
  waiting: 'waiting',
  running: 'waiting',
  done: 'done',
  failed: 'late',
}

export function PurgeStatus({ state }: { state: PurgeState }) {
  return <Status kind={KINDS[state]}>{t(`purges.state.${state}`)}</Status>
}

const COLUMNS = (): Column<PurgeSummary>[] => [
  {
    id: 'decision',
    head: t('purges.decision'),
    phone: 'title',
    cell: ({ id, decision, decidedBy }) => (
      <>
        <Link className="row-title" to="/purges/$id" params={{ id }}>
          {decision}
        </Link>
        <small>{decidedBy}</small>
      </>
    ),
  },
  {
    id: 'decidedOn',
    head: t('purges.decidedOn'),
    width: '140px',
    phone: 'line',
    cell: ({ decidedOn }) => <span className="figures">{formatDate(decidedOn)}</span>,
  },
  { id: 'ground', head: t('purges.ground'), cell: ({ ground }) => t(`purges.ground.${ground}`) },
  {
    id: 'count',
    head: t('purges.count'),
    width: '110px',
    isFigure: true,
    cell: ({ count }) => formatNumber(count),
  },
  {
    id: 'kept',
    head: t('purges.keptCount'),
    width: '110px',
    isFigure: true,
    cell: ({ kept }) => formatNumber(kept),
  },
  {
    id: 'state',
    head: t('purges.state'),
    width: '160px',
    phone: 'end',
    cell: ({ state }) => <PurgeStatus state={state} />,
  },
]
