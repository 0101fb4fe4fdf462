import '../registry/years/years.css'
import type { AllianceDue } from '@hopluc/shared/alliance-dues'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { YearSelect } from '../registry/years/year-select.tsx'
import { useSession } from '../session/queries.ts'
import { KeepDialog, OpenDialog } from './dialogs.tsx'
import { duesQuery } from './queries.ts'

const route = getRouteApi('/app/registry/alliances/$id/dues')

/** What the members of an Alliance owe for a year and what they paid. */
export function AllianceDuesPage() {
  const { id } = route.useParams()
  const { today } = useSession()
  const { year = Number(today.slice(0, 4)), open, cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(duesQuery(id, { year, open, cursor }))
  const [isOpening, setOpening] = useState(false)
  const [kept, setKept] = useState<AllianceDue | null>(null)
  const total = data?.total
  return (
    <Page
      title={t('dues.title')}
      crumbs={[
        { label: t('registry.short'), to: '/registry' },
        { label: t('dues.members'), to: `/registry/alliances/${id}` },
      ]}
      lead={
        total &&
        total.count > 0 &&
        t('dues.total', {
          count: formatNumber(total.count),
          due: formatNumber(total.due),
          paid: formatNumber(total.paid),
        })
      }
      actions={
        <>
          <ExcelButton path={`/alliances/${id}/dues`} search={{ year, open }} />
          {data?.mayKeep && data.unlisted > 0 && (
            <Button kind="primary" onPress={() => setOpening(true)}>
              {t('dues.open')}
            </Button>
          )}
        </>
      }
    >
      <div className="years-filters">
        <YearSelect
          year={year}
          onChange={(next) =>
            void navigate({ search: (now) => ({ ...now, year: next, cursor: undefined }) })
          }
        />
      </div>
      <TabLinks
        label={t('dues.title')}
        tabs={[
          {
            id: 'all',
            label: t('dues.all'),
            count: total?.count,
            change: { open: undefined, cursor: undefined },
            isCurrent: open === undefined,
          },
          {
            id: 'open',
            label: t('dues.unpaid'),
            count: total?.open,
            change: { open: 'true', cursor: undefined },
            isCurrent: open !== undefined,
          },
        ]}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          {data.unlisted > 0 && total !== undefined && total.count > 0 && (
            <Notice kind="info">
              {t('dues.unlisted', { count: formatNumber(data.unlisted), year })}
            </Notice>
          )}
          <Table
            label={t('dues.title')}
            columns={columnsOf(data.mayKeep ? setKept : undefined)}
            rows={data.items}
            rowKey={(line) => line.id}
            rowName={({ entity }) => entity.name}
            isTall
            empty={
              <EmptyState>
                {total && total.count > 0
                  ? t('dues.none.unpaid')
                  : t(data.mayKeep ? 'dues.none' : 'dues.none.seen', { year })}
              </EmptyState>
            }
          />
          <Pager cursor={cursor} next={data.next} />
        </>
      )}
      {isOpening && data && (
        <OpenDialog
          allianceId={id}
          year={year}
          unlisted={data.unlisted}
          onClose={() => setOpening(false)}
        />
      )}
      {kept && <KeepDialog line={kept} onClose={() => setKept(null)} />}
    </Page>
  )
}

const columnsOf = (
  onKeep: ((line: AllianceDue) => void) | undefined,
): readonly Column<AllianceDue>[] => [
  {
    id: 'member',
    head: t('dues.member'),
    phone: 'title',
    cell: ({ entity, unit }) => (
      <>
        <Link className="row-title" to="/registry/$id" params={{ id: entity.id }}>
          {entity.name}
        </Link>
        {unit && <small>{unitWords(unit)}</small>}
      </>
    ),
  },
  {
    id: 'due',
    head: t('dues.inDong', { what: t('dues.due') }),
    isFigure: true,
    width: '150px',
    phone: 'line',
    cell: ({ due }) => formatNumber(due),
  },
  {
    id: 'paid',
    head: t('dues.inDong', { what: t('dues.paid') }),
    isFigure: true,
    width: '150px',
    cell: ({ paid }) => formatNumber(paid),
  },
  {
    id: 'rest',
    head: t('dues.inDong', { what: t('dues.rest') }),
    isFigure: true,
    width: '130px',
    cell: ({ due, paid }) => (due > paid ? formatNumber(due - paid) : '–'),
  },
  {
    id: 'paidOn',
    head: t('dues.paidOn'),
    width: '110px',
    cell: ({ paidOn }) => paidOn && <span className="figures">{formatDate(paidOn)}</span>,
  },
  { id: 'note', head: t('dues.note'), cell: ({ note }) => note },
  ...(onKeep
    ? [
        {
          id: 'keep',
          head: '',
          width: '110px',
          phone: 'end' as const,
          cell: (line: AllianceDue) => (
            <Button
              isSmall
              aria-label={t('dues.keep.of', { name: line.entity.name })}
              onPress={() => onKeep(line)}
            >
              {t('dues.keep')}
            </Button>
          ),
        },
      ]
    : []),
]
