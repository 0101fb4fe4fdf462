import { Link } from '@tanstack/react-router'
import { t } from '../../../lib/i18n.ts'

const VIEWS = [
  { id: 'list', to: '/tasks' },
  { id: 'board', to: '/tasks/board' },
  { id: 'calendar', to: '/tasks/calendar' },
  { id: 'agencies', to: '/tasks/agencies' },
  { id: 'dunning', to: '/tasks/dunning' },
] as const

/** The same tasks in other forms. */
export function TaskViews() {
  return (
    <nav className="tasks-views" aria-label={t('tasks.views')}>
      {VIEWS.map(({ id, to }) => (
        <Link key={id} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`tasks.view.${id}`)}
        </Link>
      ))}
    </nav>
  )
}
