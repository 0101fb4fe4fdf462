import '../tasks.css'
import './views.css'
import type { TaskStatus } from '@hopluc/shared/tasks'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDay } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Page } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import { useSession } from '../../session/queries.ts'
import { taskListQuery } from '../queries.ts'
import { STATUS_KIND, TaskStatusText } from '../task-status.tsx'
import { TaskViews } from './task-views.tsx'

const route = getRouteApi('/app/tasks/board')
const FEW = 40

/** A state follows from dates and accepted results, so nothing is dragged here. */
const COLUMNS: readonly { id: string; status: readonly TaskStatus[] }[] = [
  { id: 'not_taken_up', status: ['not_taken_up'] },
  { id: 'in_term', status: ['in_term', 'standing'] },
  { id: 'due_soon', status: ['due_soon'] },
  { id: 'overdue', status: ['overdue'] },
  { id: 'waiting_confirmation', status: ['waiting_confirmation'] },
  { id: 'done_in_time', status: ['done_in_time', 'done_late'] },
]

/** Tasks by state, side by side; on the phone one state under another. */
export function BoardPage() {
  return (
    <Page title={t('tasks.board.title')} crumbs={[{ label: t('tasks.title'), to: '/tasks' }]}>
      <TaskViews />
      <div className="tasks-board">
        {COLUMNS.map(({ id, status }) => (
          <BoardColumn key={id} status={status} />
        ))}
      </div>
    </Page>
  )
}

function BoardColumn({ status }: { status: readonly TaskStatus[] }) {
  const search = route.useSearch()
  const { today } = useSession()
  const day = search.asOf ?? today
  const states = status.join(',')
  const { data } = useSuspenseQuery(taskListQuery({ ...search, status: states, limit: FEW }))
  const count = status.reduce((sum, state) => sum + (data.counts.byStatus[state] ?? 0), 0)
  const [first = 'in_term'] = status
  return (
    <section className="tasks-board-column" aria-label={t(`tasks.board.${columnKey(first)}`)}>
      <h2>
        <Status kind={STATUS_KIND[first]}>{t(`tasks.board.${columnKey(first)}`)}</Status>{' '}
        <Link to="/tasks" search={{ status: states }} className="value-link">
          {count}
        </Link>
      </h2>
      <ul>
        {data.items.map((task) => (
          <li key={task.id}>
            <Link to="/tasks/$id" params={{ id: task.id }} className="quiet-link">
              {task.title}
            </Link>
            <small>
              {task.lead?.shortName ?? (task.parts ? `${task.parts.done}/${task.parts.total}` : '')}
              {task.dueOn && ` · ${formatDay(task.dueOn, day)}`}
            </small>
            {(first === 'overdue' || first === 'due_soon') && (
              <TaskStatusText task={task} today={day} />
            )}
          </li>
        ))}
      </ul>
      {data.items.length === 0 && <p className="small muted">{t('tasks.board.none')}</p>}
      {data.next && (
        <Link to="/tasks" search={{ status: states }} className="small">
          {t('tasks.board.rest', { count: count - data.items.length })}
        </Link>
      )}
    </section>
  )
}

const KEYS = [
  'not_taken_up',
  'in_term',
  'due_soon',
  'overdue',
  'waiting_confirmation',
  'done_in_time',
] as const
const columnKey = (status: TaskStatus) => KEYS.find((one) => one === status) ?? 'in_term'
