import './import.css'
import type { PastImportPage } from '@hopluc/shared/entity-import'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { formatDate, formatInstant, formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { pastImportsQuery } from './queries.ts'

type Row = PastImportPage['items'][number]
const route = getRouteApi('/app/registry/imports')

/** What people of the agency imported: who, when, which file, what it did, and what stayed behind. */
export function PastImportsPage() {
  const { cursor } = route.useSearch()
  const { today } = useSession()
  const { data, error, refetch } = useQuery(pastImportsQuery(cursor))
  return (
    <Page
      title={t('registryImport.past')}
      crumbs={[
        { label: t('registry.short'), to: '/registry' },
        { label: t('registryImport.short'), to: '/registry/import' },
      ]}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Table
            label={t('registryImport.past')}
            columns={columnsOf(today)}
            rows={data.items}
            rowKey={({ id }) => id}
            isTall
            empty={
              <EmptyState
                action={<ButtonLink to="/registry/import">{t('registryImport.short')}</ButtonLink>}
              >
                {t('registryImport.past.none')}
              </EmptyState>
            }
          />
          <Pager cursor={cursor} next={data.next} />
        </>
      )}
    </Page>
  )
}

const columnsOf = (today: string): readonly Column<Row>[] => [
  {
    id: 'file',
    head: t('registryImport.past.file'),
    phone: 'title',
    cell: ({ fileName, source, day }) => (
      <>
        {fileName}
        <small>
          {t(`registryImport.past.${source}`)},{' '}
          {t('registryImport.past.day', { day: formatDate(day) })}
        </small>
      </>
    ),
  },
  {
    id: 'by',
    head: t('registryImport.past.by'),
    phone: 'line',
    cell: ({ at, by }) => (
      <>
        <span className="figures">{formatInstant(at, today)}</span>
        <small>{by}</small>
      </>
    ),
  },
  {
    id: 'did',
    head: t('registryImport.past.did'),
    phone: 'line',
    cell: ({ counts, gone }) => (
      <>
        {t('registryImport.past.did.words', {
          create: formatNumber(counts.create),
          change: formatNumber(counts.change),
          same: formatNumber(counts.same),
        })}
        {gone > 0 && (
          <small>{t('registryImport.past.did.gone', { gone: formatNumber(gone) })}</small>
        )}
      </>
    ),
  },
  {
    id: 'rejected',
    head: t('registryImport.past.rejected'),
    isFigure: true,
    phone: 'end',
    cell: (row) =>
      row.rejected > 0 ? <RejectedButton row={row} /> : t('registryImport.past.whole'),
  },
]

/** The lines that stayed behind, as Excel with what is to be mended. */
function RejectedButton({ row: { id, rejected } }: { row: Row }) {
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.download(`/entities/imports/${id}/rejected`),
    onError: (error) => toast(sentence(error), { kind: 'late' }),
  })
  return (
    <Button
      kind="quiet"
      isSmall
      icon={IconFileSpreadsheet}
      isPending={isPending}
      onPress={() => mutate()}
    >
      {t('registryImport.past.download', { count: formatNumber(rejected) })}
    </Button>
  )
}
