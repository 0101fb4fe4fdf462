import './activities.css'
import { IconPlus } from '@tabler/icons-react'
import { type Activity, ActivityKind, ActivityState } from '@hopluc/shared/activities'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber, formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useSession } from '../session/queries.ts'
import { ActivityDialog } from './activity-dialog.tsx'
import { activitiesQuery } from './queries.ts'
import type { ActivitySearch } from './search.ts'
import { ActivityStatus } from './words.tsx'

const route = getRouteApi('/app/activities')

/** Communication, contests, co-ordination, advice, market notices: by kind, what began last first. */
export function ActivitiesPage() {
  const search = route.useSearch()
  const kind = search.kind ?? 'campaign'
  const { data, error, refetch } = useQuery(activitiesQuery(search))
  const [isOpen, setOpen] = useState(false)
  return (
    <Page
      title={t('activity.title')}
      actions={
        <>
          <ExcelButton path="/activities" search={search} />
          {data?.mayKeep && (
            <Button kind="primary" icon={IconPlus} onPress={() => setOpen(true)}>
              {t(`activity.new.${kind}`)}
            </Button>
          )}
        </>
      }
    >
      <TabLinks
        label={t('activity.kind')}
        tabs={ActivityKind.options.map((one) => ({
          id: one,
          label: t(`activity.kind.${one}`),
          change: { kind: one === 'campaign' ? undefined : one },
          isCurrent: one === kind,
        }))}
      />
      <Filters />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Table
            label={t(`activity.kind.${kind}`)}
            columns={columns()}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ title }) => title}
            isTall
            empty={<EmptyState>{t('activity.none')}</EmptyState>}
          />
          <Pager cursor={search.cursor} next={data.next}>
            {data.items.length > 0 && t('activity.shown', { count: data.items.length })}
          </Pager>
        </>
      )}
      {isOpen && <ActivityDialog kind={kind} onClose={() => setOpen(false)} />}
    </Page>
  )
}

const YEARS = 6

function Filters() {
  const { year, state } = route.useSearch()
  const { today } = useSession()
  const navigate = route.useNavigate()
  const change = (next: ActivitySearch) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  const any = { value: '', label: t('activity.all') }
  const last = Number(today.slice(0, 4)) + 1
  const years = Array.from({ length: YEARS }, (_, at) => String(last - at))
  return (
    <search className="activity-filters">
      <Select
        label={t('activity.year')}
        prefix={t('activity.year')}
        value={year ? String(year) : ''}
        options={[any, ...years.map((value) => ({ value, label: value }))]}
        onChange={(next) => change({ year: next ? Number(next) : undefined })}
      />
      <Select
        label={t('activity.state')}
        prefix={t('activity.state')}
        value={state ?? ''}
        options={[
          any,
          ...ActivityState.options.map((value) => ({ value, label: t(`activity.state.${value}`) })),
        ]}
        onChange={(next) => change({ state: ActivityState.safeParse(next).data })}
      />
    </search>
  )
}

const columns = (): readonly Column<Activity>[] => [
  {
    id: 'title',
    head: t('activity.name'),
    phone: 'title',
    cell: ({ id, title, entity, isDemo }) => (
      <>
        <Link className="row-title" to="/activities/$id" params={{ id }}>
          {title}
        </Link>{' '}
        {isDemo && <DemoMark />}
        {entity && <small>{entity.name}</small>}
      </>
    ),
  },
  {
    id: 'agency',
    head: t('activity.agency'),
    cell: ({ agency, partners }) => (
      <>
        {agency.name}
        {partners.length > 0 && <small>{partners.join(', ')}</small>}
      </>
    ),
  },
  {
    id: 'reach',
    head: t('activity.outcome'),
    cell: ({ reach, tasks }) => (
      <>
        {reach.map(({ name, value }) => `${name}: ${formatNumber(value)}`).join(' · ')}
        {tasks.length > 0 &&
          t('activity.tasks.done', {
            done: tasks.filter(({ state }) => state === 'done').length,
            count: tasks.length,
          })}
      </>
    ),
  },
  {
    id: 'period',
    head: t('activity.period'),
    width: '200px',
    phone: 'line',
    cell: ({ kind, fromOn, untilOn }) => (
      <span className="figures">
        {kind === 'advice' ? formatDate(fromOn) : formatRange(fromOn, untilOn)}
      </span>
    ),
  },
  {
    id: 'state',
    head: t('activity.state'),
    phone: 'end',
    cell: ({ state }) => <ActivityStatus state={state} />,
  },
]
