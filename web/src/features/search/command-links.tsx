import { Link, useRouter } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { useSession } from '../session/queries.ts'
import { type Command, commandsFor } from './commands.ts'

export function useCommands(q: string, most: number): Command[] {
  const router = useRouter()
  const { post } = useSession()
  const exists = (to: string) => Object.hasOwn(router.routesByPath, to)
  return commandsFor(q, post?.role, exists).slice(0, most)
}

/** What one may do or where one may go by these words. */
export function CommandLinks(props: { commands: readonly Command[]; onFollow?: () => void }) {
  const { commands, onFollow } = props
  if (commands.length === 0) return null
  return (
    <section aria-label={t('search.group.commands')}>
      <h2>{t('search.group.commands')}</h2>
      <ul className="search-hits">
        {commands.map(({ to, label }) => (
          <li key={`${to} ${label}`}>
            <Link className="search-hit" to={to} onClick={() => onFollow?.()}>
              <span className="search-hit-title">{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
