import type { PendingTask } from '@hopluc/shared/task-overview'
import type { TaskRow } from '@hopluc/shared/tasks'
import type { PlainDate } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDate, formatDay } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TaskStatusText } from './task-status.tsx'

export interface TaskLinesProps {
  readonly tasks: readonly TaskRow[]
  readonly today: PlainDate
  /** The deadline beside the names. */
  readonly hasDue?: boolean | undefined
}

/** A line a task: how long, what, whose. */
export function TaskLines({ tasks, today, hasDue }: TaskLinesProps) {
  return (
    <ul className="tasks-lines">
      {tasks.map((task) => (
        <li key={task.id} className="tasks-line">
          <span className="tasks-when">
            <TaskStatusText task={task} today={today} />
          </span>
          <span>
            <Link to="/tasks/$id" params={{ id: task.id }} className="quiet-link">
              {task.title}
            </Link>
            <small>{whose(task, hasDue ?? false)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}

function whose({ lead, parts, source, dueOn }: TaskRow, hasDue: boolean): string {
  const place = lead?.shortName ?? (parts ? t('tasks.lines.parts', parts) : '')
  const due = hasDue && dueOn && t('tasks.lead.due', { day: formatDate(dueOn) })
  return [due, place, source?.label].filter(Boolean).join(' · ')
}

export interface PendingLinesProps {
  readonly title: string
  readonly items: readonly PendingTask[]
  readonly today: PlainDate
  readonly none: ReactNode
}

/** What waits for the signed-in person's word, whatever it is. */
export function PendingLines({ title, items, today, none }: PendingLinesProps) {
  return (
    <Section title={title} note={items.length > 0 ? String(items.length) : undefined}>
      {items.length === 0 && <EmptyState>{none}</EmptyState>}
      <ul className="tasks-lines">
        {items.map(({ kind, task, since, text, byWords, seq, roundId }) => (
          <li key={`${kind} ${task.id} ${seq ?? roundId ?? ''}`} className="tasks-line">
            <span className="tasks-when accent">{t(`tasks.pending.${kind}`)}</span>
            <span>
              {roundId ? (
                <Link to="/opinion-rounds/$id" params={{ id: roundId }} className="quiet-link">
                  {task.title}
                </Link>
              ) : (
                <Link to="/tasks/$id" params={{ id: task.id }} className="quiet-link">
                  {task.title}
                </Link>
              )}
              <small>
                {[task.lead?.shortName, text, byWords, formatDay(since, today)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
