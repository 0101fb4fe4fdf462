import './loans.css'
import { IconPlus } from '@tabler/icons-react'
import { type LoanItem, LoanState } from '@hopluc/shared/loans'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { choicesQuery, loansQuery } from './queries.ts'
import type { LoanSearch } from './search.ts'
import { dong, LoanStatus } from './words.tsx'

const route = getRouteApi('/app/loans')

/** What cooperatives have borrowed: for an authority of its area, for a cooperative its own. */
export function LoansPage() {
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(loansQuery(search))
  const { data: choices } = useQuery(choicesQuery)
  const isOwn = choices?.isCooperative === true
  return (
    <Page
      title={t('loans.title')}
      actions={
        <>
          {!isOwn && <ButtonLink to="/loans/portfolio">{t('loans.portfolio')}</ButtonLink>}
          <ButtonLink to="/loans/funds">{t('loans.funds')}</ButtonLink>
          {!isOwn && <ExcelButton path="/loans" search={search} />}
          {choices?.mayRequest && (
            <ButtonLink to="/loans/new" kind="primary" icon={IconPlus}>
              {t('loans.request')}
            </ButtonLink>
          )}
        </>
      }
    >
      {choices && !isOwn && <Filters />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Table
            label={t('loans.title')}
            columns={columns(isOwn)}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ purpose }) => purpose}
            isTall
            empty={<EmptyState>{t(isOwn ? 'loans.none.own' : 'loans.none')}</EmptyState>}
          />
          <Pager cursor={search.cursor} next={data.next}>
            {data.items.length > 0 && t('loans.shown', { count: data.items.length })}
          </Pager>
        </>
      )}
    </Page>
  )
}

function Filters() {
  const { fund, unit, state, overdue } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useQuery(choicesQuery)
  const change = (next: LoanSearch) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  const any = { value: '', label: t('loans.all') }
  const units = data?.units ?? []
  return (
    <search className="loans-filters">
      <Select
        label={t('loans.fund')}
        prefix={t('loans.fund')}
        value={fund ?? ''}
        options={[any, ...(data?.funds ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(next) => change({ fund: next || undefined })}
      />
      <Select
        label={t('loans.state')}
        prefix={t('loans.state')}
        value={state ?? ''}
        options={[
          any,
          ...LoanState.options.map((value) => ({ value, label: t(`loans.state.${value}`) })),
        ]}
        onChange={(next) => change({ state: LoanState.safeParse(next).data })}
      />
      {units.length > 1 && (
        <ComboBox
          label={t('loans.unit')}
          isLabelHidden
          placeholder={t('loans.unit')}
          value={unit ?? null}
          options={units.map((one) => ({ value: one.id, label: unitWords(one) }))}
          onChange={(next) => change({ unit: next ?? undefined })}
        />
      )}
      <Checkbox
        isSelected={overdue ?? false}
        onChange={(isOn) => change({ overdue: isOn || undefined })}
      >
        {t('loans.overdue')}
      </Checkbox>
    </search>
  )
}

const columns = (isOwn: boolean): readonly Column<LoanItem>[] => [
  {
    id: 'purpose',
    head: t(isOwn ? 'loans.purpose' : 'loans.column.who'),
    phone: 'title',
    cell: ({ id, purpose, entity, isDemo }) => (
      <>
        <Link className="loans-link" to="/loans/$id" params={{ id }}>
          {isOwn ? purpose : entity.name}
        </Link>{' '}
        {isDemo && <DemoMark />}
        {!isOwn && <small>{purpose}</small>}
      </>
    ),
  },
  {
    id: 'fund',
    head: t('loans.fund'),
    cell: ({ fund, unit }) => (
      <>
        {fund.name}
        {!isOwn && <small>{unitWords(unit)}</small>}
      </>
    ),
  },
  {
    id: 'requestedOn',
    head: t('loans.requestedOn'),
    width: '96px',
    cell: ({ requestedOn }) => <span className="figures">{formatDate(requestedOn)}</span>,
  },
  {
    id: 'amount',
    head: t('loans.column.amount'),
    isFigure: true,
    width: '132px',
    phone: 'line',
    cell: ({ approved, asked }) => dong(approved ?? asked),
  },
  {
    id: 'outstanding',
    head: t('loans.outstanding'),
    isFigure: true,
    width: '132px',
    cell: ({ outstanding, disbursed }) => disbursed > 0 && dong(outstanding),
  },
  {
    id: 'state',
    head: t('loans.state'),
    phone: 'end',
    cell: (one) => (
      <>
        <LoanStatus one={one} />
        {one.debtGroup !== null && one.debtGroup > 1 && (
          <small>{t('loans.group.words', { group: one.debtGroup })}</small>
        )}
      </>
    ),
  },
]
