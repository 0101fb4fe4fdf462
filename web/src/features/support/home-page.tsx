import { useQuery } from '@tanstack/react-query'
import { ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { SupportOfEntityView } from './entity-page.tsx'
import { ProgrammesView } from './programmes-view.tsx'
import { programmesQuery } from './queries.ts'

/** For a cooperative what it may ask for and received; for an authority the programmes. */
export function SupportHomePage() {
  const { data, error, refetch } = useQuery(programmesQuery)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return data.isCooperative ? <SupportOfEntityView id="own" /> : <ProgrammesView data={data} />
}
