import './plans.css'
import { IconPlus } from '@tabler/icons-react'
import { type PlanItem, PlanKind } from '@hopluc/shared/plans'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { PlanDialog } from './plan-dialog.tsx'
import { plansQuery } from './queries.ts'

const route = getRouteApi('/app/plans')

/** Plans of five years and of years: of one's own body, and of those above and below. */
export function PlansPage() {
  const { kind, cursor, asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(plansQuery({ kind, cursor, asOf }))
  const [made, setMade] = useState<'period' | 'year' | null>(null)
  const bodies = data?.bodies ?? []
  return (
    <Page
      title={t('plans.title')}
      actions={
        <>
          <Select
            label={t('plans.kind')}
            prefix={t('plans.kind')}
            value={kind ?? 'all'}
            onChange={(next) =>
              void navigate({
                search: (before) => ({
                  ...before,
                  cursor: undefined,
                  kind: PlanKind.safeParse(next).data,
                }),
              })
            }
            options={[
              { value: 'all', label: t('registry.filter.any') },
              ...PlanKind.options.map((value) => ({ value, label: t(`plans.kind.${value}`) })),
            ]}
          />
          {bodies.length > 0 && (
            <>
              <Button onPress={() => setMade('year')}>{t('needs.round')}</Button>
              <Button kind="primary" icon={IconPlus} onPress={() => setMade('period')}>
                {t('plans.make')}
              </Button>
            </>
          )}
        </>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={5} />}
      {data && (
        <>
          <Table
            label={t('plans.title')}
            columns={COLUMNS()}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ title }) => title}
            isTall
            empty={<EmptyState>{t('plans.none')}</EmptyState>}
          />
          <Pager cursor={cursor} next={data.next} />
        </>
      )}
      {made && (
        <PlanDialog
          plan={null}
          start={made}
          bodies={bodies}
          others={data?.items ?? []}
          onClose={() => setMade(null)}
        />
      )}
    </Page>
  )
}

const COLUMNS = (): readonly Column<PlanItem>[] => [
  {
    id: 'plan',
    head: t('plans.column.plan'),
    phone: 'title',
    cell: ({ id, title, number, issuedOn, body, isDemo }) => (
      <>
        <Link className="row-title" to="/plans/$id" params={{ id }}>
          {title}
        </Link>{' '}
        {isDemo && <DemoMark />}
        <small>
          {[body.name, number && `${number}${issuedOn ? `, ${formatDate(issuedOn)}` : ''}`]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </>
    ),
  },
  {
    id: 'period',
    head: t('plans.column.period'),
    phone: 'line',
    cell: ({ fromOn, untilOn }) => (
      <span className="figures">
        {formatDate(fromOn)} – {formatDate(untilOn)}
      </span>
    ),
  },
  { id: 'unit', head: t('plans.column.unit'), cell: ({ unit }) => unitWords(unit) },
  {
    id: 'targets',
    head: t('plans.column.targets'),
    isFigure: true,
    cell: ({ targets }) => targets,
  },
  {
    id: 'state',
    head: t('plans.column.state'),
    phone: 'end',
    cell: ({ state, registerBy }) => (
      <>
        <Status kind={state === 'issued' ? 'done' : state === 'draft' ? 'draft' : 'waiting'}>
          {t(`plans.state.${state}`)}
        </Status>
        {registerBy && <small>{t('plans.registerBy', { day: formatDate(registerBy) })}</small>}
      </>
    ),
  },
]
