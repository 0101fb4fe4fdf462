import './report-forms.css'
import { IconPlus } from '@tabler/icons-react'
import type { ReportForm } from '@hopluc/shared/report-forms'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { formsQuery } from './queries.ts'

/** The forms that can be asked for, with the version that is newest. */
export function FormsPage() {
  const { data, error, refetch } = useQuery(formsQuery)
  return (
    <Page
      title={t('forms.title')}
      crumbs={[{ label: t('rounds.title'), to: '/rounds' }]}
      actions={
        data?.mayAdd && (
          <ButtonLink to="/report-forms/new" kind="primary" icon={IconPlus}>
            {t('forms.new')}
          </ButtonLink>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <Table
          label={t('forms.title')}
          columns={COLUMNS()}
          rows={data.items}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          isTall
          empty={<EmptyState>{t('forms.empty')}</EmptyState>}
        />
      )}
    </Page>
  )
}

const COLUMNS = (): readonly Column<ReportForm>[] => [
  { id: 'code', head: t('forms.code'), phone: 'line', cell: ({ code }) => code },
  {
    id: 'name',
    head: t('forms.name'),
    phone: 'title',
    cell: ({ id, name, isDemo }) => (
      <>
        <Link className="form-link" to="/report-forms/$id" params={{ id }}>
          {name}
        </Link>{' '}
        {isDemo && <DemoMark />}
      </>
    ),
  },
  { id: 'owner', head: t('forms.owner'), phone: 'none', cell: ({ owner }) => owner.shortName },
  {
    id: 'no',
    head: t('forms.version'),
    isFigure: true,
    phone: 'none',
    cell: ({ no }) => formatNumber(no),
  },
  {
    id: 'rounds',
    head: t('forms.rounds'),
    isFigure: true,
    phone: 'none',
    cell: ({ rounds }) => formatNumber(rounds),
  },
  {
    id: 'state',
    head: t('rounds.column.state'),
    phone: 'end',
    cell: ({ isRetired, isFrozen }) =>
      isRetired ? (
        <Status kind="standing">{t('forms.retired')}</Status>
      ) : isFrozen ? (
        <Status kind="done">{t('forms.used')}</Status>
      ) : (
        <Status kind="draft">{t('forms.draft')}</Status>
      ),
  },
]
