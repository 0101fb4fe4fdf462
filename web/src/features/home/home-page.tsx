import { useSession } from '../session/queries.ts'
import { AgencyHome } from './agency-home.tsx'
import { ChairHome } from './chair-home.tsx'
import { AdminHome, CooperativeHome } from './other-homes.tsx'
import { StandingHome } from './standing-home.tsx'

/** "What do I have to do today", by the role of the post. */
export function HomePage() {
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
