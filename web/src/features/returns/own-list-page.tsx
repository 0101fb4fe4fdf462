import './returns.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { daysBetween } from '@hopluc/shared/values'
import type { OwnReturn } from '@hopluc/shared/return-deeds'
import { formatDate, formatLate, formatLeft } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useSession } from '../session/queries.ts'
import { ownReturnsQuery } from './queries.ts'

/** A cooperative's own: what its commune asks of it. */
export function OwnListPage() {
  const { today } = useSession()
  const { data, error, refetch } = useQuery(ownReturnsQuery)
  return (
    <Page title={t('returns.own.title')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={4} />}
      {data && (
        <Table
          label={t('returns.own.title')}
          columns={columns(today)}
          rows={data.items}
          rowKey={({ id, entity }) => `${id} ${entity.id}`}
          rowName={({ title }) => title}
          isTall
          empty={<EmptyState>{t('returns.own.empty')}</EmptyState>}
        />
      )}
    </Page>
  )
}

const columns = (today: string): readonly Column<OwnReturn>[] => [
  {
    id: 'title',
    head: t('returns.own.what'),
    phone: 'title',
    cell: ({ id, entity, title, unit }) => (
      <>
        <Link
          className="return-own-link"
          to="/returns/own/$id/$entityId"
          params={{ id, entityId: entity.id }}
        >
          {title}
        </Link>
        <small>
          {entity.name}, {unit}
        </small>
      </>
    ),
  },
  {
    id: 'due',
    head: t('rounds.due'),
    phone: 'line',
    cell: ({ dueOn, filledAt, isOpen }) => (
      <>
        <span className="figures">{formatDate(dueOn)}</span>
        {isOpen && !filledAt && (
          <small className={dueOn < today ? 'red' : ''}>
            {dueOn < today
              ? formatLate(daysBetween(dueOn, today))
              : formatLeft(daysBetween(today, dueOn))}
          </small>
        )}
      </>
    ),
  },
  {
    id: 'state',
    head: t('returns.row.state'),
    phone: 'end',
    cell: ({ isTaken, filledAt, isOpen, dueOn }) =>
      isTaken ? (
        <Status kind="done">{t('returns.own.taken')}</Status>
      ) : filledAt ? (
        <Status kind="waiting">{t('returns.own.sent')}</Status>
      ) : (
        <Status kind={isOpen && dueOn < today ? 'missingLate' : 'missing'}>
          {t(isOpen ? 'returns.own.open' : 'returns.own.closed')}
        </Status>
      ),
  },
]
