import './rounds.css'
import { IconBell } from '@tabler/icons-react'
import type { ReturnItem, Round } from '@hopluc/shared/rounds'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatInstant, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Bar } from '../../ui/bar.tsx'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { DescriptionList } from '../../ui/marks.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Page, Section, Sentence } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState, ErrorState, PageSkeleton, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { ChangeDialog, CloseDialog } from './change-dialog.tsx'
import { roundQuery, roundReturnsQuery, useRemind } from './queries.ts'
import type { RoundSearch } from './search.ts'
import { Due, progressParts, ReturnStatus } from './words.tsx'

const route = getRouteApi('/app/rounds/$id')

/** Who has reported, who has not, late by how much. */
export function RoundPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(roundQuery(id))
  if (data) return <OneRound round={data} />
  if (!error) return <PageSkeleton />
  return (
    <Page title={t('rounds.one')} crumbs={[{ label: t('rounds.title'), to: '/rounds' }]}>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </Page>
  )
}

function OneRound({ round }: { round: Round }) {
  const { id, counts, allowed } = round
  const search = route.useSearch()
  const { today } = useSession()
  const [selected, setSelected] = useState<ReadonlySet<Id>>(new Set())
  const [open, setOpen] = useState<'change' | 'close' | null>(null)
  const { data, error, refetch } = useQuery(roundReturnsQuery(id, search))
  const remind = useRemind(id)
  const missing = counts.asked - counts.sent - counts.accepted
  const mayRemind = allowed.includes('remind')
  const tell = (returnIds: Id[]) =>
    remind.mutate(
      { returnIds },
      {
        onSuccess: ({ reminded, already, withoutAccount }) => {
          setSelected(new Set())
          toast(t('rounds.reminded', { reminded, already, withoutAccount }))
        },
        onError: (failure) => toast(sentence(failure), { kind: 'late' }),
      },
    )
  const close = () => setOpen(null)
  return (
    <Page
      title={round.title}
      crumbs={[{ label: t('rounds.title'), to: '/rounds' }]}
      lead={
        <>
          <span>
            {round.form.code}: {round.form.name}
          </span>
          {round.unit && <span>{unitWords(round.unit)}</span>}
          {round.parentId && round.parentTitle && (
            <span>
              {t('rounds.parent.of')}{' '}
              <Link to="/rounds/$id" params={{ id: round.parentId }}>
                {round.parentTitle}
              </Link>
            </span>
          )}
          {round.state === 'closed' && <Status kind="standing">{t('rounds.is.closed')}</Status>}
          {round.isDemo && <DemoMark />}
        </>
      }
      actions={
        <>
          <ExcelButton path={`/rounds/${id}/returns`} search={{ ...search }} />
          {(allowed.includes('change') || allowed.includes('close')) && (
            <Menu
              label={t('returns.more')}
              actions={[
                ...(allowed.includes('change')
                  ? [{ id: 'change', label: t('rounds.change'), run: () => setOpen('change') }]
                  : []),
                ...(allowed.includes('close')
                  ? [
                      {
                        id: 'close',
                        label: t(round.state === 'open' ? 'rounds.close' : 'rounds.reopen'),
                        run: () => setOpen('close'),
                      },
                    ]
                  : []),
              ]}
            />
          )}
          {mayRemind && missing > 0 && (
            <Button icon={IconBell} isPending={remind.isPending} onPress={() => tell([])}>
              {t('rounds.remind', { count: missing })}
            </Button>
          )}
        </>
      }
      bar={
        selected.size > 0 && (
          <>
            <b>{t('rounds.selected', { count: selected.size })}</b>
            <Button
              icon={IconBell}
              isPending={remind.isPending}
              onPress={() => tell([...selected])}
            >
              {t('rounds.remind.chosen')}
            </Button>
            <Button kind="quiet" onPress={() => setSelected(new Set())}>
              {t('returns.unchoose')}
            </Button>
          </>
        )
      }
    >
      <Sentence>
        {t('rounds.sentence', {
          reported: formatNumber(counts.sent + counts.accepted),
          asked: formatNumber(counts.asked),
          accepted: formatNumber(counts.accepted),
        })}{' '}
        {counts.late > 0 && (
          <b className="red">{t('rounds.sentence.late', { count: formatNumber(counts.late) })}</b>
        )}
      </Sentence>
      <Bar size="page" label={round.title} parts={progressParts(counts)} />
      <Facts round={round} />
      <Section title={t('rounds.returns')}>
        <StateTabs counts={counts} state={search.state} />
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton rows={8} />}
        {data && (
          <>
            <Table
              label={t('rounds.returns')}
              columns={columns(today)}
              rows={data.items}
              rowKey={(item) => item.id}
              rowName={({ unit }) => unitWords(unit)}
              isTall
              {...(mayRemind && { selected, onSelect: setSelected })}
              empty={<EmptyState>{t('rounds.returns.none')}</EmptyState>}
            />
            <Pager cursor={search.cursor} next={data.next} />
          </>
        )}
      </Section>
      {open === 'change' && <ChangeDialog round={round} onClose={close} />}
      {open === 'close' && <CloseDialog round={round} onClose={close} />}
    </Page>
  )
}

function Facts({ round }: { round: Round }) {
  const { deadlines, checker, checkDueOn, paper } = round
  return (
    <div className="round-facts">
      <DescriptionList
        items={[
          [t('rounds.cutoff'), formatDate(round.cutoffOn)],
          [t('rounds.estimate'), formatDate(round.estimateOn)],
          [
            t('rounds.due'),
            deadlines
              .map(({ level, dueOn }) => `${t(`rounds.level.${level}`)} ${formatDate(dueOn)}`)
              .join('; '),
          ],
          [t('rounds.column.receiver'), round.receiver.name],
          [
            t('rounds.checker'),
            checker && checkDueOn ? `${checker.name}, ${formatDate(checkDueOn)}` : checker?.name,
          ],
          [t('rounds.paper'), paper],
        ]}
      />
    </div>
  )
}

const COUNTED = {
  missing: ({ open, withLeader, returned }: Round['counts']) => open + withLeader + returned,
  late: ({ late }: Round['counts']) => late,
  open: ({ open }: Round['counts']) => open,
  with_leader: ({ withLeader }: Round['counts']) => withLeader,
  sent: ({ sent }: Round['counts']) => sent,
  returned: ({ returned }: Round['counts']) => returned,
  accepted: ({ accepted }: Round['counts']) => accepted,
} as const

function StateTabs({ counts, state }: { counts: Round['counts']; state: RoundSearch['state'] }) {
  return (
    <TabLinks
      label={t('rounds.returns')}
      tabs={[
        {
          id: 'all',
          label: t('rounds.is.all'),
          count: counts.asked,
          change: { state: undefined },
          isCurrent: state === undefined,
        },
        ...(['missing', 'late', 'sent', 'returned', 'accepted'] as const).map((one) => ({
          id: one,
          label: t(`rounds.tab.${one}`),
          count: COUNTED[one](counts),
          ...(one === 'late' && counts.late > 0 && { status: 'late' as const }),
          change: { state: one },
          isCurrent: state === one,
        })),
      ]}
    />
  )
}

const columns = (today: PlainDate): readonly Column<ReturnItem>[] => [
  {
    id: 'unit',
    head: t('rounds.column.unit'),
    phone: 'title',
    cell: ({ id, unit, under, agency }) => (
      <>
        <Link className="round-link" to="/returns/$id" params={{ id }}>
          {unitWords(unit)}
        </Link>
        <small>{under ?? agency.name}</small>
      </>
    ),
  },
  {
    id: 'state',
    head: t('rounds.column.state'),
    phone: 'end',
    cell: (item) => <ReturnStatus item={item} />,
  },
  {
    id: 'due',
    head: t('rounds.due'),
    phone: 'line',
    cell: (item) => <Due item={item} today={today} />,
  },
  {
    id: 'sent',
    head: t('rounds.column.sent'),
    phone: 'none',
    cell: ({ sentAt, daysLate }) =>
      sentAt ? (
        <>
          <span className="figures">{formatInstant(sentAt, today)}</span>
          {daysLate > 0 && <small>{t('rounds.sent.late', { count: daysLate })}</small>}
        </>
      ) : (
        '–'
      ),
  },
  {
    id: 'filled',
    head: t('rounds.column.filled'),
    isFigure: true,
    phone: 'none',
    cell: ({ filled }) => formatNumber(filled),
  },
  {
    id: 'check',
    head: t('rounds.column.check'),
    phone: 'none',
    cell: ({ checkState }) => (checkState ? t(`rounds.check.${checkState}`) : '–'),
  },
  {
    id: 'reminded',
    head: t('rounds.column.reminded'),
    phone: 'none',
    cell: ({ remindedOn }) =>
      remindedOn ? <span className="figures">{formatDate(remindedOn)}</span> : '–',
  },
]
