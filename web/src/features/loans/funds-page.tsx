import './loans.css'
import { IconPlus } from '@tabler/icons-react'
import type { LoanFund } from '@hopluc/shared/loans'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { FundDialog } from './fund-dialog.tsx'
import { choicesQuery } from './queries.ts'
import { dong, rateWords } from './words.tsx'

/** The funds that lend where one is, with what they lend by. */
export function LoanFundsPage() {
  const { data, error, refetch } = useQuery(choicesQuery)
  const [edited, setEdited] = useState<LoanFund | 'new' | null>(null)
  return (
    <Page
      title={t('loans.funds')}
      crumbs={[{ label: t('loans.title'), to: '/loans' }]}
      actions={
        data?.mayKeepFunds && (
          <Button kind="primary" icon={IconPlus} onPress={() => setEdited('new')}>
            {t('loans.fund.new')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={4} />}
      {data && (
        <Table
          label={t('loans.funds')}
          columns={columns(setEdited)}
          rows={data.funds}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          isTall
          empty={<EmptyState>{t('loans.funds.none')}</EmptyState>}
        />
      )}
      {edited && (
        <FundDialog fund={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Page>
  )
}

const columns = (onEdit: (fund: LoanFund) => void): readonly Column<LoanFund>[] => [
  {
    id: 'name',
    head: t('loans.fund'),
    phone: 'title',
    cell: ({ name, agency, isDemo, isEnded }) => (
      <>
        {name} {isDemo && <DemoMark />}
        <small>
          {agency.name}
          {isEnded && ` · ${t('loans.fund.ended')}`}
        </small>
      </>
    ),
  },
  {
    id: 'capital',
    head: t('loans.charterCapital'),
    isFigure: true,
    cell: ({ charterCapital }) => charterCapital !== null && dong(charterCapital),
  },
  {
    id: 'rate',
    head: t('loans.rate'),
    phone: 'line',
    cell: ({ yearlyRate, latePercent }) => (
      <>
        {rateWords(yearlyRate)}
        <small>{t('loans.latePercent.words', { percent: latePercent })}</small>
      </>
    ),
  },
  {
    id: 'limits',
    head: t('loans.limits'),
    cell: ({ ownPercent, onePercent, relatedPercent, maxAmount, maxMonths }) => (
      <>
        {t('loans.limit.own', { percent: ownPercent })}
        {onePercent !== null && <small>{t('loans.limit.one', { percent: onePercent })}</small>}
        {relatedPercent !== null && (
          <small>{t('loans.limit.related', { percent: relatedPercent })}</small>
        )}
        {maxAmount !== null && (
          <small>{t('loans.limit.amount', { amount: dong(maxAmount) })}</small>
        )}
        {maxMonths !== null && <small>{t('loans.limit.months', { count: maxMonths })}</small>}
      </>
    ),
  },
  {
    id: 'groups',
    head: t('loans.groupDays'),
    cell: ({ groupDays }) =>
      groupDays ? groupDays.join(' · ') : <span className="muted">{t('loans.unset')}</span>,
  },
  {
    id: 'edit',
    head: '',
    phone: 'end',
    cell: (fund) =>
      fund.mayEdit && (
        <Button isSmall onPress={() => onEdit(fund)}>
          {t('loans.fund.edit')}
        </Button>
      ),
  },
]
