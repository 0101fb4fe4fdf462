import './loans.css'
import type { LoanPortfolio } from '@hopluc/shared/loan-portfolio'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate, formatNumber, formatShare } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { portfolioQuery } from './queries.ts'
import { dong } from './words.tsx'

type Fund = LoanPortfolio['funds'][number]
type Risk = Fund['atRisk'][number]
type Group = NonNullable<Fund['groups']>[number]

/** What the funds have lent, how much of it is at risk, by debt group. */
export function LoanPortfolioPage() {
  const { data, error, refetch } = useQuery(portfolioQuery)
  return (
    <Page
      title={t('loans.portfolio')}
      crumbs={[{ label: t('loans.title'), to: '/loans' }]}
      lead={data && t('loans.asOf', { day: formatDate(data.asOf) })}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data?.funds.length === 0 && <EmptyState>{t('loans.funds.none')}</EmptyState>}
      {data?.funds.map((one) => (
        <FundSums key={one.fund.id} one={one} />
      ))}
    </Page>
  )
}

function FundSums({ one }: { one: Fund }) {
  const { fund, outstanding, disbursed, restructured, loans, borrowers, overdueLoans } = one
  const lines = [
    [t('loans.sum.loans'), formatNumber(loans)],
    [t('loans.sum.borrowers'), formatNumber(borrowers)],
    [t('loans.disbursed'), dong(disbursed)],
    [t('loans.outstanding'), dong(outstanding)],
    [t('loans.sum.overdue'), formatNumber(overdueLoans)],
    [t('loans.sum.restructured'), dong(restructured)],
  ] as const
  return (
    <Section
      title={fund.name}
      note={one.isDemo && <DemoMark />}
      more={
        <Link to="/loans" search={{ fund: fund.id }}>
          {t('loans.sum.list')}
        </Link>
      }
    >
      <dl className="loans-owed">
        {lines.map(([label, amount]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">{amount}</dd>
          </div>
        ))}
      </dl>
      <div className="loans-tables">
        <Table
          label={t('loans.risk')}
          columns={RISKS()}
          rows={one.atRisk}
          rowKey={({ overDays }) => String(overDays)}
        />
        {one.groups ? (
          <Table
            label={t('loans.group')}
            columns={GROUPS()}
            rows={one.groups}
            rowKey={({ group }) => String(group)}
          />
        ) : (
          <p className="muted small">{t('loans.groups.unset')}</p>
        )}
      </div>
    </Section>
  )
}

const RISKS = (): readonly Column<Risk>[] => [
  {
    id: 'over',
    head: t('loans.risk'),
    phone: 'title',
    cell: ({ overDays }) => t('loans.risk.over', { count: overDays }),
  },
  {
    id: 'outstanding',
    head: t('loans.outstanding'),
    isFigure: true,
    phone: 'line',
    cell: ({ outstanding }) => dong(outstanding),
  },
  {
    id: 'share',
    head: t('loans.risk.share'),
    isFigure: true,
    phone: 'end',
    cell: ({ share }) => formatShare(share),
  },
]

const GROUPS = (): readonly Column<Group>[] => [
  {
    id: 'group',
    head: t('loans.group'),
    phone: 'title',
    cell: ({ group }) => t('loans.group.words', { group }),
  },
  {
    id: 'loans',
    head: t('loans.sum.loans'),
    isFigure: true,
    phone: 'end',
    cell: ({ loans }) => formatNumber(loans),
  },
  {
    id: 'outstanding',
    head: t('loans.outstanding'),
    isFigure: true,
    phone: 'line',
    cell: ({ outstanding }) => dong(outstanding),
  },
]
