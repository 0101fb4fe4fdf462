import './reports.css'
import { DocumentState } from '@hopluc/shared/documents'
import type { ReportSummary } from '@hopluc/shared/reports'
import { IconFileTypeDocx, IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { reportOptionsQuery, reportsQuery } from './queries.ts'
import { periodOf } from './words.ts'

const route = getRouteApi('/app/reports')
const STATES = ['draft', 'submitted', 'issued', 'replaced'] as const

/** Written reports, the last begun first. */
export function ReportsPage() {
  const { state, cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useSuspenseQuery(reportsQuery({ state, cursor }))
  const { data: options } = useSuspenseQuery(reportOptionsQuery)
  const choose = (value: string) =>
    void navigate({
      search: (before) => ({
        ...before,
        cursor: undefined,
        state: DocumentState.safeParse(value).data,
      }),
    })
  return (
    <Page
      title={t('reports.title')}
      lead={t('reports.lead')}
      actions={
        <>
          <ButtonLink to="/report-templates" icon={IconFileTypeDocx}>
            {t('reports.templates')}
          </ButtonLink>
          {options.mayMake && (
            <ButtonLink to="/reports/new" kind="primary" icon={IconPlus}>
              {t('reports.new')}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="reports-filter">
        <Select
          label={t('documents.state')}
          prefix={t('documents.state')}
          value={STATES.find((one) => one === state) ?? 'all'}
          options={[
            { value: 'all', label: t('reports.all') },
            ...STATES.map((value) => ({ value, label: t(`documents.state.${value}`) })),
          ]}
          onChange={choose}
        />
      </div>
      <Table
        label={t('reports.title')}
        columns={COLUMNS()}
        rows={data.items}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        isTall
        empty={<EmptyState>{t(state ? 'reports.noneOfState' : 'reports.none')}</EmptyState>}
      />
      <Pager cursor={cursor} next={data.next} />
    </Page>
  )
}

const KINDS: Record<DocumentState, StatusKind> = {
  draft: 'draft',
  opinions: 'waiting',
  appraisal: 'waiting',
  submitted: 'waiting',
  issued: 'done',
  replaced: 'cancelled',
  expired: 'cancelled',
}

export function ReportStatus({ state }: { state: DocumentState }) {
  return <Status kind={KINDS[state]}>{t(`documents.state.${state}`)}</Status>
}

const COLUMNS = (): Column<ReportSummary>[] => [
  {
    id: 'title',
    head: t('reports.report'),
    phone: 'title',
    cell: ({ id, title, issuer, isCorrection }) => (
      <>
        <Link className="row-title" to="/reports/$id" params={{ id }}>
          {title}
        </Link>
        <small>
          {issuer.name}
          {isCorrection && ` · ${t('reports.correction')}`}
        </small>
      </>
    ),
  },
  {
    id: 'period',
    head: t('reports.period'),
    width: '180px',
    phone: 'line',
    cell: ({ period }) => periodOf(period),
  },
  {
    id: 'number',
    head: t('reports.number'),
    width: '160px',
    cell: ({ symbol, issuedOn }) =>
      issuedOn && (
        <>
          {symbol}
          <small className="figures">{formatDate(issuedOn)}</small>
        </>
      ),
  },
  {
    id: 'missing',
    head: t('reports.missing'),
    width: '120px',
    isFigure: true,
    cell: ({ missing }) => formatNumber(missing),
  },
  {
    id: 'state',
    head: t('documents.state'),
    width: '160px',
    phone: 'end',
    cell: ({ state }) => <ReportStatus state={state} />,
  },
]
