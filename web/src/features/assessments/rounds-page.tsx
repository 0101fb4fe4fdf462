import './assessments.css'
import { IconPlus } from '@tabler/icons-react'
import type { AssessmentItem, AssessmentRoundItem } from '@hopluc/shared/assessments'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { listQuery, roundsQuery } from './queries.ts'
import { RoundDialog } from './round-dialog.tsx'
import { AssessmentStatus, points, setWords } from './words.tsx'

const route = getRouteApi('/app/assessments')

/** Rounds of an authority's area; for a cooperative its own sheets. */
export function RoundsPage() {
  const { post } = useSession()
  return post?.role === 'cooperative' ? <OwnSheets /> : <Rounds />
}

function Rounds() {
  const { data, error, refetch } = useQuery(roundsQuery)
  const [isNew, setNew] = useState(false)
  const mayOpen = data !== undefined && data.units.length > 0
  return (
    <Page
      title={t('assess.title')}
      actions={
        <>
          <ButtonLink to="/rural-sheets">{t('assess.rural')}</ButtonLink>
          <ButtonLink to="/assessments/criteria">{t('assess.sets')}</ButtonLink>
          {mayOpen && (
            <Button kind="primary" icon={IconPlus} onPress={() => setNew(true)}>
              {t('assess.open')}
            </Button>
          )}
        </>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={4} />}
      {data && (
        <Table
          label={t('assess.title')}
          columns={ROUND_COLUMNS()}
          rows={data.items}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          isTall
          empty={<EmptyState>{t('assess.none')}</EmptyState>}
        />
      )}
      {isNew && data && <RoundDialog choices={data} onClose={() => setNew(false)} />}
    </Page>
  )
}

const ROUND_COLUMNS = (): readonly Column<AssessmentRoundItem>[] => [
  {
    id: 'name',
    head: t('assess.round'),
    phone: 'title',
    cell: (round) => (
      <>
        <Link to="/assessments/rounds/$id" params={{ id: round.id }}>
          {round.name}
        </Link>{' '}
        {round.isDemo && <DemoMark />}
        <small>{setWords(round.set)}</small>
      </>
    ),
  },
  { id: 'unit', head: t('assess.unit'), phone: 'line', cell: ({ unit }) => unitWords(unit) },
  {
    id: 'until',
    head: t('assess.until'),
    width: '104px',
    cell: ({ untilOn }) => <span className="figures">{formatDate(untilOn)}</span>,
  },
  {
    id: 'decided',
    head: t('assess.decided'),
    isFigure: true,
    width: '120px',
    cell: ({ decided, count }) => `${formatNumber(decided)} / ${formatNumber(count)}`,
  },
  {
    id: 'state',
    head: t('assess.state'),
    phone: 'end',
    width: '150px',
    cell: ({ state }) => (
      <Status kind={state === 'open' ? 'term' : 'done'}>{t(`assess.round.${state}`)}</Status>
    ),
  },
]

function OwnSheets() {
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(listQuery(search))
  return (
    <Page title={t('assess.title')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={4} />}
      {data && (
        <>
          <Table
            label={t('assess.title')}
            columns={OWN_COLUMNS()}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ roundName }) => roundName}
            empty={<EmptyState>{t('assess.none.own')}</EmptyState>}
          />
          <Pager cursor={search.cursor} next={data.next} />
        </>
      )}
    </Page>
  )
}

const OWN_COLUMNS = (): readonly Column<AssessmentItem>[] => [
  {
    id: 'name',
    head: t('assess.round'),
    phone: 'title',
    cell: ({ id, roundName, isDemo }) => (
      <>
        <Link to="/assessments/$id" params={{ id }}>
          {roundName}
        </Link>{' '}
        {isDemo && <DemoMark />}
      </>
    ),
  },
  {
    id: 'total',
    head: t('assess.total'),
    isFigure: true,
    width: '90px',
    cell: ({ total }) => points(total),
  },
  {
    id: 'state',
    head: t('assess.state'),
    phone: 'end',
    width: '240px',
    cell: (one) => <AssessmentStatus one={one} />,
  },
]
