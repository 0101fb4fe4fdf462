import './rounds.css'
import { IconPlus } from '@tabler/icons-react'
import type { MyReturns, ReturnItem, Round } from '@hopluc/shared/rounds'
import type { PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDay, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Bar } from '../../ui/bar.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { myReturnsQuery } from '../returns/queries.ts'
import { useSession } from '../session/queries.ts'
import { roundsQuery } from './queries.ts'
import { Due, progressParts, ReturnStatus } from './words.tsx'

const route = getRouteApi('/app/rounds')
const PARTS = ['fill', 'approve', 'accept', 'check'] as const

/** First what I have to report or to decide, then the rounds that I run or am asked in. */
export function RoundsPage() {
  const { part, state, cursor } = route.useSearch()
  const { data, error, refetch } = useQuery(roundsQuery({ state, cursor }))
  // What waits for the reader is counted first; then the first part that has something is listed.
  const { data: counted } = useQuery(myReturnsQuery({ part: 'fill', limit: 50 }))
  const shown = part ?? PARTS.find((one) => (counted?.counts[one] ?? 0) > 0) ?? 'fill'
  const mine = useQuery(myReturnsQuery({ part: shown, limit: 50 }))
  const { today } = useSession()
  return (
    <Page
      title={t('rounds.title')}
      actions={
        <>
          <ButtonLink to="/report-forms">{t('forms.title')}</ButtonLink>
          {data?.mayOpen && (
            <ButtonLink to="/rounds/new" kind="primary" icon={IconPlus}>
              {t('rounds.new')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Section title={t('rounds.mine')} note={t('rounds.mine.note')}>
        {mine.error && <ErrorState error={mine.error} onRetry={() => void mine.refetch()} />}
        {!mine.data && !mine.error && <Skeleton rows={3} />}
        {mine.data && <Mine mine={mine.data} part={shown} today={today} />}
      </Section>
      <Section title={t('rounds.all')}>
        <TabLinks
          label={t('rounds.all')}
          tabs={([undefined, 'open', 'closed'] as const).map((one) => ({
            id: one ?? 'all',
            label: t(one ? `rounds.is.${one}` : 'rounds.is.all'),
            change: { state: one },
            isCurrent: state === one,
          }))}
        />
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton rows={5} />}
        {data && (
          <>
            <Table
              label={t('rounds.all')}
              columns={roundColumns(today)}
              rows={data.items}
              rowKey={({ id }) => id}
              rowName={({ title }) => title}
              isTall
              empty={<EmptyState>{t('rounds.empty')}</EmptyState>}
            />
            <Pager cursor={cursor} next={data.next} />
          </>
        )}
      </Section>
    </Page>
  )
}

interface MineProps {
  readonly mine: MyReturns
  readonly part: (typeof PARTS)[number]
  readonly today: PlainDate
}

function Mine({ mine, part, today }: MineProps) {
  const { counts, items } = mine
  const parts = PARTS.filter((one) => counts[one] > 0)
  return (
    <>
      {(parts.length > 1 || !parts.includes(part)) && parts.length > 0 && (
        <TabLinks
          label={t('rounds.mine')}
          tabs={PARTS.map((one) => ({
            id: one,
            label: t(`rounds.mine.${one}`),
            count: counts[one],
            change: { part: one },
            isCurrent: part === one,
          }))}
        />
      )}
      <Table
        label={t('rounds.mine')}
        columns={mineColumns(today)}
        rows={items}
        rowKey={({ id }) => id}
        rowName={({ round }) => round.title}
        isTall
        empty={<EmptyState>{t('rounds.mine.empty')}</EmptyState>}
      />
    </>
  )
}

const mineColumns = (today: PlainDate): readonly Column<ReturnItem>[] => [
  {
    id: 'title',
    head: t('rounds.column.return'),
    phone: 'title',
    cell: ({ id, round, form, isDemo }) => (
      <>
        <Link className="round-link" to="/returns/$id" params={{ id }}>
          {round.title}
        </Link>
        <small>
          {form.code}: {form.name} {isDemo && <DemoMark />}
        </small>
      </>
    ),
  },
  {
    id: 'unit',
    head: t('rounds.column.unit'),
    phone: 'line',
    cell: ({ unit, agency }) => (
      <>
        {unitWords(unit)}
        <small>{agency.shortName}</small>
      </>
    ),
  },
  {
    id: 'due',
    head: t('rounds.due'),
    phone: 'line',
    cell: (item) => <Due item={item} today={today} />,
  },
  {
    id: 'state',
    head: t('rounds.column.state'),
    phone: 'end',
    cell: (item) => <ReturnStatus item={item} />,
  },
]

const roundColumns = (today: PlainDate): readonly Column<Round>[] => [
  {
    id: 'title',
    head: t('rounds.column.round'),
    phone: 'title',
    cell: ({ id, title, form, isDemo }) => (
      <>
        <Link className="round-link" to="/rounds/$id" params={{ id }}>
          {title}
        </Link>
        <small>
          {form.code} {isDemo && <DemoMark />}
        </small>
      </>
    ),
  },
  {
    id: 'receiver',
    head: t('rounds.column.receiver'),
    phone: 'none',
    cell: ({ receiver }) => receiver.shortName,
  },
  {
    id: 'due',
    head: t('rounds.due'),
    phone: 'line',
    cell: ({ deadlines }) => {
      const [first] = deadlines
      return first ? <span className="figures">{formatDay(first.dueOn, today)}</span> : '–'
    },
  },
  {
    id: 'progress',
    head: t('rounds.column.progress'),
    phone: 'end',
    cell: ({ counts, title }) => (
      <span className="round-progress">
        <Bar label={title} parts={progressParts(counts)} />
        <span className="figures">
          {formatNumber(counts.sent + counts.accepted)}/{formatNumber(counts.asked)}
        </span>
        {counts.late > 0 && (
          <b className="red nowrap">{t('rounds.late.count', { count: counts.late })}</b>
        )}
      </span>
    ),
  },
]
