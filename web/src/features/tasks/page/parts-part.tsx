import type { Task, TaskRow } from '@hopluc/shared/tasks'
import type { PlainDate } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import { STATUS_KIND, statusWords } from '../task-status.tsx'

const SHOWN = 30
const DONE: readonly string[] = ['done_in_time', 'done_late', 'cancelled']

/** Each commune's part, the late on top, in two columns read downwards; or sub-tasks handed down. */
export function PartsPart({ task }: { task: Task }) {
  const { partRows, asOf } = task
  const [isAll, setIsAll] = useState(false)
  if (partRows.length === 0) return null
  const isCopies = partRows.some(({ partKind }) => partKind === 'copy')
  const rows = isAll ? partRows : partRows.slice(0, SHOWN)
  const half = Math.ceil(rows.length / 2)
  return (
    <Section
      title={t(isCopies ? 'tasks.parts.copies' : 'tasks.parts.subtasks')}
      note={t('tasks.parts.count', { count: partRows.length })}
      more={
        <Link to="/tasks" search={{ parent: task.id, parts: 'all' }}>
          {t('tasks.parts.list')}
        </Link>
      }
    >
      <div className={rows.length > 5 ? 'tasks-parts tasks-parts-two' : 'tasks-parts'}>
        {rows.length > 5 ? (
          <>
            <PartTable rows={rows.slice(0, half)} asOf={asOf} isCopies={isCopies} />
            <PartTable rows={rows.slice(half)} asOf={asOf} isCopies={isCopies} />
          </>
        ) : (
          <PartTable rows={rows} asOf={asOf} isCopies={isCopies} />
        )}
      </div>
      {rows.length < partRows.length && (
        <Button kind="quiet" isSmall onPress={() => setIsAll(true)}>
          {t('tasks.parts.rest', { count: partRows.length - rows.length })}
        </Button>
      )}
    </Section>
  )
}

interface PartsProps {
  readonly rows: readonly TaskRow[]
  readonly asOf: PlainDate
  readonly isCopies: boolean
}

function PartTable({ rows, asOf, isCopies }: PartsProps) {
  return (
    <ul className="tasks-part-rows">
      {rows.map((part) => (
        <li key={part.id} className={isCopies ? 'tasks-part' : 'tasks-part tasks-part-titled'}>
          <Link
            to="/tasks/$id"
            params={{ id: part.id }}
            className="quiet-link"
            title={part.lead?.name}
          >
            {isCopies ? placeName(part.lead?.shortName ?? part.code) : part.title}
            {!isCopies && part.lead && <small>{part.lead.shortName}</small>}
          </Link>
          <Status kind={STATUS_KIND[part.status]}>{partWords(part, asOf)}</Status>
          <span className="figures tasks-part-paper">{paperOf(part)}</span>
          <span className="figures muted">
            {part.result.on ? formatDay(part.result.on, asOf) : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "UBND xã Minh Giồng" among its like is Minh Giồng; the title says the whole. */
const placeName = (name: string) => name.replace(/^UBND (xã|phường|thị trấn|TT|đặc khu) /, '')

/** In a column of many, what is done says no more than that. */
function partWords(part: TaskRow, day: PlainDate): string {
  return DONE.includes(part.status) && part.status !== 'cancelled'
    ? t(part.status === 'done_late' ? 'tasks.status.done_late' : 'tasks.parts.done')
    : part.status === 'waiting_confirmation'
      ? t('tasks.tab.waiting_confirmation')
      : statusWords(part, day)
}

function paperOf({ result }: TaskRow) {
  const [paper] = result.papers
  if (paper) return paper.number
  if (result.files > 0) return t('tasks.parts.files', { count: result.files })
  return <span className="muted">–</span>
}
