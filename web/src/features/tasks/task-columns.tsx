import type { TaskRow } from '@hopluc/shared/tasks'
import type { PlainDate } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import type { ChosenColumn } from '../../ui/column-chooser.tsx'
import { DateText } from '../../ui/page.tsx'
import { TaskStatusText } from './task-status.tsx'

/** The columns of the list; those marked extra stand only when chosen. */
export function taskColumns(day: PlainDate): ChosenColumn<TaskRow>[] {
  return [
    {
      id: 'number',
      name: t('tasks.column.number'),
      head: t('tasks.column.number'),
      sortKey: 'number',
      phone: 'none',
      cell: ({ code }) => <span className="figures muted">{code}</span>,
    },
    {
      id: 'title',
      name: t('tasks.column.title'),
      head: t('tasks.column.title'),
      isFixed: true,
      phone: 'title',
      cell: (task) => (
        <>
          <Link to="/tasks/$id" params={{ id: task.id }} className="row-title">
            {task.title}
          </Link>
          <small>{sourceWords(task)}</small>
        </>
      ),
    },
    {
      id: 'lead',
      name: t('tasks.column.lead'),
      head: t('tasks.column.lead'),
      phone: 'line',
      cell: ({ lead, parts }) =>
        lead ? (
          <span title={lead.name}>{lead.shortName}</span>
        ) : (
          parts && t('tasks.bodies', { count: parts.total })
        ),
    },
    {
      id: 'co',
      name: t('tasks.column.co'),
      head: t('tasks.column.co'),
      isExtra: true,
      phone: 'none',
      cell: ({ co }) => co.map(({ shortName }) => shortName).join(', '),
    },
    {
      id: 'due',
      name: t('tasks.column.due'),
      head: t('tasks.column.due'),
      sortKey: 'due',
      phone: 'line',
      cell: (task) => <Due task={task} />,
    },
    {
      id: 'status',
      name: t('tasks.column.status'),
      head: t('tasks.column.status'),
      isFixed: true,
      sortKey: 'status',
      phone: 'end',
      cell: (task) => (
        <>
          <TaskStatusText task={task} today={day} />
          {task.waiting.length > 0 && (
            <small>{task.waiting.map((what) => t(`tasks.waits.${what}`)).join(', ')}</small>
          )}
        </>
      ),
    },
    {
      id: 'result',
      name: t('tasks.column.result'),
      head: t('tasks.column.result'),
      phone: 'none',
      cell: (task) => resultWords(task),
    },
    {
      id: 'product',
      name: t('tasks.column.product'),
      head: t('tasks.column.product'),
      isExtra: true,
      phone: 'none',
      cell: ({ product }) => product,
    },
    {
      id: 'assigned',
      name: t('tasks.column.assigned'),
      head: t('tasks.column.assigned'),
      isExtra: true,
      phone: 'none',
      cell: ({ assignedOn }) => assignedOn && <DateText value={assignedOn} today={day} />,
    },
    {
      id: 'tracker',
      name: t('tasks.column.tracker'),
      head: t('tasks.column.tracker'),
      isExtra: true,
      phone: 'none',
      cell: ({ trackerCode }) => <span className="figures">{trackerCode}</span>,
    },
  ]
}

/** "Thông báo 05/TB-BCĐ ngày 03/03/2021, mục 11", or how else it came. */
export function sourceWords({ source, origin, partKind }: TaskRow): string {
  if (source) return [source.label, source.item].filter(Boolean).join(', ')
  if (partKind === 'subtask') return t('tasks.origin.subtask')
  return t(`tasks.origin.${origin}`)
}

function Due({ task }: { task: TaskRow }) {
  const { dueOn, dueSource, dueText, extensions } = task
  if (!dueOn) return <span className="muted">{dueText ?? t('tasks.due.none')}</span>
  return (
    <>
      <span className="figures nowrap">{formatDate(dueOn)}</span>
      {extensions > 0 && (
        <span className="muted"> {t('tasks.due.extended', { count: extensions })}</span>
      )}
      <small>{dueSourceWords(dueSource, dueText)}</small>
    </>
  )
}

export function dueSourceWords(source: TaskRow['dueSource'], words: string | null): string {
  if (source === 'document')
    return words ? t('tasks.due.words', { words }) : t('tasks.due.document')
  return source === 'proposed' ? t('tasks.due.proposed') : ''
}

/** How far the result has come: parts done, papers, or the state of its draft. */
function resultWords({ parts, result, percent }: TaskRow) {
  if (parts) return <span className="figures">{`${parts.done}/${parts.total}`}</span>
  const [paper] = result.papers
  if (paper && result.state !== 'none') return <span className="figures">{paper.number}</span>
  if (result.state !== 'none') return t(`tasks.result.${result.state}`)
  return percent > 0 ? `${percent}%` : <span className="muted">{t('tasks.result.none')}</span>
}
