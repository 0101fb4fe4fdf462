import { lazy, Suspense } from 'react'
import { PageSkeleton } from '../../ui/states.tsx'
import { useSession } from '../session/queries.ts'
import { AdminHome, CooperativeHome } from './other-homes.tsx'

const ChairHome = lazy(async () => ({ default: (await import('./chair-home.tsx')).ChairHome }))
const StandingHome = lazy(async () => ({
  default: (await import('./standing-home.tsx')).StandingHome,
}))
const AgencyHome = lazy(async () => ({ default: (await import('./agency-home.tsx')).AgencyHome }))

/** "What do I have to do today", by the role of the post; each role loads its own. */
export function HomePage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <RoleHome />
    </Suspense>
  )
}

function RoleHome() {
  const { post } = useSession()
  switch (post?.role) {
    case 'chair':
    case 'delegate':
    case 'observer':
      return <ChairHome isDeciding={post.role !== 'observer'} />
    case 'standing':
      return <StandingHome />
    case 'leader':
    case 'officer':
    case 'clerk':
      return <AgencyHome />
    case 'cooperative':
      return <CooperativeHome />
    default:
      return <AdminHome isAdmin={post?.role === 'admin'} />
  }
}
