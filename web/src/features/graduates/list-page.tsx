import '../support/support.css'
import { IconPlus } from '@tabler/icons-react'
import { type Graduate, GraduateOutcome, type GraduatePage } from '@hopluc/shared/graduates'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { Page, Section, Sentence } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { PersonalExcelButton } from '../../ui/personal-excel-button.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { SupportTabs } from '../support/tabs.tsx'
import { dong } from '../support/words.tsx'
import { FloorDialog } from './floor-dialog.tsx'
import { graduatesQuery, useTakeOutFloor } from './queries.ts'
import { StartDialog } from './start-dialog.tsx'
import { OutcomeMark, regionWords } from './words.tsx'

const route = getRouteApi('/app/support/graduates')

/** Who works where with support, and the wages below which that may not lie. */
export function GraduateListPage() {
  const { outcome, cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(graduatesQuery({ outcome, cursor }))
  const [opened, setOpened] = useState<'start' | 'floor' | null>(null)
  const close = () => setOpened(null)
  return (
    <Page
      title={t('graduates.title')}
      crumbs={[{ label: t('support.title'), to: '/support' }]}
      actions={
        <>
          <PersonalExcelButton path="/graduates" search={{ outcome }} />
          {data?.mayKeep && (
            <Button kind="primary" icon={IconPlus} onPress={() => setOpened('start')}>
              {t('graduates.new')}
            </Button>
          )}
        </>
      }
    >
      <SupportTabs />
      <search className="support-filters">
        <Select
          label={t('graduates.outcome')}
          prefix={t('graduates.outcome')}
          value={outcome ?? ''}
          options={[
            { value: '', label: t('support.all') },
            ...GraduateOutcome.options.map((value) => ({
              value,
              label: t(`graduates.outcome.${value}`),
            })),
          ]}
          onChange={(next) =>
            void navigate({ search: { outcome: GraduateOutcome.safeParse(next).data } })
          }
        />
      </search>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Sums sums={data.sums} />
          <Table
            label={t('graduates.title')}
            columns={COLUMNS()}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
            isTall
            empty={<EmptyState>{t('graduates.none')}</EmptyState>}
          />
          <Pager cursor={cursor} next={data.next}>
            {data.items.length > 0 && t('graduates.shown', { count: data.items.length })}
          </Pager>
          {data.mayKeep && <Floors data={data} onAdd={() => setOpened('floor')} />}
        </>
      )}
      {opened === 'start' && <StartDialog onClose={close} />}
      {opened === 'floor' && <FloorDialog onClose={close} />}
    </Page>
  )
}

function Sums({ sums }: { sums: GraduatePage['sums'] }) {
  if (sums.people === 0) return null
  return <Sentence>{t('graduates.sums', { ...sums, paid: dong(sums.paid) })}</Sentence>
}

function Floors({ data: { floors }, onAdd }: { data: GraduatePage; onAdd: () => void }) {
  const { mutate, error, isPending } = useTakeOutFloor()
  const [asked, setAsked] = useState<GraduatePage['floors'][number] | null>(null)
  return (
    <Section
      title={t('graduates.floors')}
      more={
        <Button isSmall onPress={onAdd}>
          {t('graduates.floor.new')}
        </Button>
      }
    >
      {floors.length === 0 && <EmptyState>{t('graduates.floors.none')}</EmptyState>}
      <ul className="support-list">
        {floors.map((one) => (
          <li key={one.id} className="support-head">
            <span>
              <b>{regionWords(one.region)}</b>{' '}
              {t('graduates.floor.since', {
                day: formatDate(one.fromOn),
                amount: dong(one.monthly),
              })}{' '}
              {one.isDemo && <DemoMark />}
              <small>{one.legalBasis}</small>
            </span>
            {one.mayTakeOut && (
              <Button
                isSmall
                aria-label={`${t('graduates.floor.takeOut')}: ${regionWords(one.region)}`}
                onPress={() => setAsked(one)}
              >
                {t('graduates.floor.takeOut')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={t('graduates.floor.takeOut')}
          action={t('graduates.floor.takeOut')}
          isOpen
          isPending={isPending}
          onConfirm={() => mutate(asked.id, { onSuccess: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        >
          {error && <Notice kind="error">{sentence(error)}</Notice>}
          {t('graduates.floor.sure', {
            region: regionWords(asked.region),
            day: formatDate(asked.fromOn),
          })}
        </Confirm>
      )}
    </Section>
  )
}

const COLUMNS = (): readonly Column<Graduate>[] => [
  {
    id: 'name',
    head: t('graduates.name'),
    phone: 'title',
    cell: ({ id, name, post, isDemo }) => (
      <>
        <Link className="row-title" to="/support/graduates/$id" params={{ id }}>
          {name}
        </Link>{' '}
        {isDemo && <DemoMark />}
        <small>{post}</small>
      </>
    ),
  },
  {
    id: 'entity',
    head: t('support.column.entity'),
    phone: 'line',
    cell: ({ entity, unit }) => (
      <>
        {entity.name}
        <small>{unitWords(unit)}</small>
      </>
    ),
  },
  {
    id: 'term',
    head: t('graduates.term'),
    cell: ({ fromOn, untilOn, months }) => (
      <>
        <span className="figures">{formatRange(fromOn, untilOn)}</span>
        <small>{t('graduates.months', { count: months })}</small>
      </>
    ),
  },
  {
    id: 'monthly',
    head: t('graduates.monthly'),
    isFigure: true,
    cell: ({ monthly }) => dong(monthly),
  },
  {
    id: 'paid',
    head: t('graduates.paid'),
    isFigure: true,
    phone: 'line',
    cell: ({ paid, paidMonths, months }) => (
      <>
        {dong(paid)}
        <small>{t('graduates.paid.months', { paid: paidMonths, months })}</small>
      </>
    ),
  },
  {
    id: 'outcome',
    head: t('graduates.outcome'),
    phone: 'end',
    cell: (one) => <OutcomeMark one={one} />,
  },
]
