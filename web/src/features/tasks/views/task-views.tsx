import { Link } from '@tanstack/react-router'
import { t } from '../../../lib/i18n.ts'

export type TaskView = 'list' | 'board' | 'calendar' | 'agencies' | 'dunning'

const VIEWS = [
  { id: 'list', to: '/tasks' },
  { id: 'board', to: '/tasks/board' },
  { id: 'calendar', to: '/tasks/calendar' },
  { id: 'agencies', to: '/tasks/agencies' },
  { id: 'dunning', to: '/tasks/dunning' },
] as const

/** The same tasks in other forms. */
export function TaskViews({ current }: { current: TaskView }) {
  return (
    <nav className="tasks-views" aria-label={t('tasks.views')}>
      {VIEWS.map(({ id, to }) => (
        <Link key={id} to={to} aria-current={id === current ? 'page' : undefined}>
          {t(`tasks.view.${id}`)}
        </Link>
      ))}
    </nav>
  )
}
