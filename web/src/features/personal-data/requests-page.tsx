import './personal-data.css'
import { IconPlus } from '@tabler/icons-react'
import type { DataRequestItem } from '@hopluc/shared/personal-data'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateText, Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Deadlines } from './deadlines.tsx'
import { NewRequestDialog } from './new-request.tsx'
import { requestsQuery } from './queries.ts'
import { RequestState } from './state.tsx'

const route = getRouteApi('/app/personal-data/requests')

/** What persons ask about their data: all for the administrator, one's own for the others. */
export function RequestsPage() {
  const { asOf: _asOf, ...search } = useDeferredValue(route.useSearch())
  const navigate = useNavigate()
  const { data: page } = useSuspenseQuery(requestsQuery(search))
  const [isOpen, setOpen] = useState(false)
  const { open, overdue, closed } = page.counts
  const counts = { open, overdue, closed }
  return (
    <Page
      title={t('personal.requests')}
      crumbs={[{ label: t('personal.title'), to: '/personal-data' }]}
      actions={
        <Button kind="primary" icon={IconPlus} onPress={() => setOpen(true)}>
          {t(page.mayKeep ? 'personal.request.new' : 'personal.request.own')}
        </Button>
      }
    >
      <p className="personal-lead soft">
        {t(page.mayKeep ? 'personal.requests.lead' : 'personal.requests.own')}
      </p>
      <TabLinks
        label={t('personal.requests.tabs')}
        tabs={[
          {
            id: 'all',
            label: t('personal.requests.all'),
            change: { state: undefined },
            isCurrent: search.state === undefined,
          },
          ...(['open', 'overdue', 'closed'] as const).map((state) => ({
            id: state,
            label: t(`personal.requests.${state}`),
            count: counts[state],
            change: { state },
            isCurrent: search.state === state,
            ...(state === 'overdue' && counts.overdue > 0 && { status: 'late' as const }),
          })),
        ]}
      />
      <Table
        label={t('personal.requests')}
        columns={COLUMNS()}
        rows={page.items}
        rowKey={({ id }) => id}
        rowName={({ code }) => t('personal.request.title', { code })}
        isTall
        onOpen={({ id }) => void navigate({ to: '/personal-data/requests/$id', params: { id } })}
        empty={<EmptyState>{t('personal.requests.none')}</EmptyState>}
      />
      <Pager cursor={search.cursor} next={page.next} />
      <Deadlines />
      {isOpen && <NewRequestDialog mayKeep={page.mayKeep} onClose={() => setOpen(false)} />}
    </Page>
  )
}

const COLUMNS = (): Column<DataRequestItem>[] => [
  {
    id: 'code',
    head: t('personal.request.code'),
    width: '90px',
    cell: ({ code }) => <span className="figures">{code}</span>,
  },
  {
    id: 'kind',
    head: t('personal.request.kind'),
    phone: 'title',
    cell: ({ id, kind }) => (
      <Link className="row-title" to="/personal-data/requests/$id" params={{ id }}>
        {t(`personal.request.kind.${kind}`)}
      </Link>
    ),
  },
  {
    id: 'person',
    head: t('personal.request.person'),
    phone: 'line',
    cell: ({ subjectName }) => subjectName,
  },
  {
    id: 'received',
    head: t('personal.request.receivedOn'),
    width: '120px',
    cell: ({ receivedOn }) => <DateText value={receivedOn} />,
  },
  {
    id: 'due',
    head: t('personal.request.answerDueOn'),
    width: '120px',
    cell: ({ answerDueOn }) => <DateText value={answerDueOn} />,
  },
  {
    id: 'complete',
    head: t('personal.request.completeDueOn'),
    width: '130px',
    cell: ({ completeDueOn }) => <DateText value={completeDueOn} />,
  },
  {
    id: 'state',
    head: t('personal.request.state'),
    phone: 'end',
    cell: (request) => <RequestState request={request} />,
  },
]
