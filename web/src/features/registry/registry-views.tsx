import { Link, useRouter } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { useSession } from '../session/queries.ts'
import { REGISTRY_VIEWS } from './sections.ts'

/** The pages of the register; those that are not in the router are not shown. */
export function RegistryViews() {
  const { routesByPath } = useRouter()
  const { post } = useSession()
  const views = REGISTRY_VIEWS.filter(
    ({ to, roles }) => to in routesByPath && (!roles || (post && roles.includes(post.role))),
  )
  return (
    <nav className="registry-views" aria-label={t('registry.views')}>
      {views.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
