import './plans.css'
import './needs.css'
import type { PlanNeeds, YearTarget } from '@hopluc/shared/plan-needs'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { NeedActions, RemindButton } from './need-actions.tsx'
import { AgencyTable, PolicyTable } from './need-tables.tsx'
import { needsQuery } from './needs-queries.ts'
import { aimWords } from './words.ts'

const route = getRouteApi('/app/plans/$id/needs')

/** The yearly round: targets beside what was, and what is needed by policy, allotted and not covered. */
export function NeedsPage() {
  const { id } = route.useParams()
  const { unit, asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(needsQuery(id, unit, asOf))
  if (error)
    return (
      <Page title={t('plans.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data) return <PageSkeleton />
  const { plan, year } = data
  return (
    <Page
      title={t('needs.title', { year })}
      crumbs={[
        { label: t('plans.title'), to: '/plans' },
        { label: plan.title, to: `/plans/${plan.id}` },
      ]}
      lead={
        <>
          <Status kind={plan.state === 'issued' ? 'done' : 'waiting'}>
            {t(`plans.state.${plan.state}`)}
          </Status>{' '}
          {plan.isDemo && <DemoMark />}
        </>
      }
      actions={
        <>
          <ExcelButton path={`/plans/${id}/needs`} search={{ asOf }} />
          <NeedActions data={data} />
        </>
      }
    >
      <Section
        title={t('needs.targets')}
        note={data.isWhole ? undefined : unitWords(data.unit)}
        more={
          data.isWhole && (
            <Select
              label={t('needs.unit')}
              prefix={t('needs.unit')}
              value={data.unit.id}
              onChange={(next) =>
                void navigate({ search: (before) => ({ ...before, unit: next }) })
              }
              options={data.units.map((one) => ({ value: one.id, label: unitWords(one) }))}
            />
          )
        }
      >
        <Table
          label={t('needs.targets')}
          columns={columnsOf(data)}
          rows={data.targets}
          rowKey={(row) => row.id}
          rowName={({ words }) => words}
          empty={<EmptyState>{t('needs.targets.none')}</EmptyState>}
        />
      </Section>
      <Section title={t('needs.policies')} note={t('needs.policies.unit')}>
        <PolicyTable data={data} />
      </Section>
      {data.policies.length > 0 && (
        <Section title={t('needs.agencies')} note={t('needs.policies.unit')}>
          <AgencyTable data={data} />
          {data.silent.length > 0 && (
            <p className="needs-silent">
              <Status kind="missing">{t('needs.silent')}</Status>{' '}
              {data.silent.map(({ shortName, name }) => shortName ?? name).join(', ')}{' '}
              {data.allowed.includes('remind') && <RemindButton data={data} />}
            </p>
          )}
        </Section>
      )}
    </Page>
  )
}

const number = (value: number | null) => (value === null ? '–' : formatNumber(value))

function columnsOf({ year }: PlanNeeds): readonly Column<YearTarget>[] {
  const figure = (
    id: 'lastYear' | 'planned' | 'half' | 'estimate' | 'registered' | 'allotted',
    of: number,
  ): Column<YearTarget> => ({
    id,
    head: t(`needs.column.${id}`, { year: of }),
    isFigure: true,
    cell: (row) => number(row[id]),
  })
  return [
    {
      id: 'words',
      head: t('needs.column.words'),
      phone: 'title',
      cell: (row) => (
        <span className={row.parentId === null ? '' : 'needs-sub'}>
          <Link to="/targets/$id" params={{ id: row.id }}>
            {row.words}
          </Link>
          <span className="needs-phone">
            {[
              `${t('needs.column.estimate', { year: year - 1 })}: ${number(row.estimate)}`,
              `${t('needs.column.registered', { year })}: ${number(row.registered)}`,
            ].join(' · ')}
          </span>
          <small>{`${aimWords(row)} ${row.expression.as === 'share' ? '' : row.measure}`}</small>
        </span>
      ),
    },
    figure('lastYear', year - 2),
    figure('planned', year - 1),
    figure('half', year - 1),
    figure('estimate', year - 1),
    figure('registered', year),
    figure('allotted', year),
  ]
}
