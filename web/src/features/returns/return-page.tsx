import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useConnection } from '../../lib/connection.ts'
import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { useSessionNow } from '../session/queries.ts'
import { returnQuery } from './queries.ts'
import { ReturnDesk } from './return-desk.tsx'

const route = getRouteApi('/app/returns/$id')

/** One report of one unit; without a line it opens as it was last read on this machine. */
export function ReturnPage() {
  const { id } = route.useParams()
  const { account } = useSessionNow()
  const { isOnline } = useConnection()
  const { data: read, error, refetch } = useQuery(returnQuery(account.id, id))
  const isBehind = read?.isKept === true && isOnline
  useEffect(() => {
    if (isBehind) void refetch()
  }, [isBehind, refetch])
  if (read) return <ReturnDesk key={id} data={read.data} isKept={read.isKept} owner={account.id} />
  if (!error) return <PageSkeleton />
  return (
    <Page title={t('returns.title')} crumbs={[{ label: t('rounds.title'), to: '/rounds' }]}>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </Page>
  )
}
