import '../tasks.css'
import { IconFileTypeDocx } from '@tabler/icons-react'
import type { TaskRow } from '@hopluc/shared/tasks'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { myTasksQuery, pendingTasksQuery } from '../queries.ts'
import { quarterOf, quarterWords } from '../review/quarters.ts'
import { PendingLines, TaskLines } from '../task-lines.tsx'

/** Open ones in full; what is done stands in the list of tasks. */
export const MINE = {
  status:
    'not_taken_up,in_term,due_soon,overdue,waiting_confirmation,standing,paused,waiting_notice',
  parts: 'all',
  limit: 200,
} as const

/** What waits for me first, then what was passed to me, by what is due. */
export function MyTasksPage() {
  const { today } = useSession()
  const { data: pending } = useSuspenseQuery(pendingTasksQuery)
  const { data: mine } = useSuspenseQuery(myTasksQuery(MINE))
  const groups = groupsOf(mine.items, today)
  return (
    <Page
      title={t('tasks.mine.title')}
      actions={
        <>
          <ButtonLink to="/self-reviews">{t('tasks.mine.review')}</ButtonLink>
          <ProductsButton today={today} />
        </>
      }
    >
      <PendingLines
        title={t('tasks.mine.pending')}
        items={pending.items}
        today={today}
        none={t('tasks.mine.pending.none')}
      />
      {groups.map(({ id, tasks }) => (
        <Section key={id} title={t(`tasks.mine.${id}`)} note={String(tasks.length)}>
          <TaskLines tasks={tasks} today={today} hasDue />
        </Section>
      ))}
      {mine.items.length === 0 && (
        <Section title={t('tasks.mine.passed')}>
          <EmptyState>{t('tasks.mine.none')}</EmptyState>
        </Section>
      )}
    </Page>
  )
}

const SOON = 7

function groupsOf(tasks: readonly TaskRow[], today: PlainDate) {
  const isSent = ({ status }: TaskRow) => status === 'waiting_confirmation'
  const isLate = ({ status }: TaskRow) => status === 'overdue'
  const open = tasks.filter((task) => !isSent(task) && !isLate(task))
  const isSoon = ({ dueOn }: TaskRow) => dueOn !== null && dueOn <= addDays(today, SOON)
  return [
    { id: 'late', tasks: tasks.filter(isLate) },
    { id: 'week', tasks: open.filter(isSoon) },
    { id: 'later', tasks: open.filter((task) => !isSoon(task) && task.dueOn !== null) },
    { id: 'standing', tasks: open.filter(({ dueOn }) => dueOn === null) },
    { id: 'sent', tasks: tasks.filter(isSent) },
  ].flatMap(({ id, tasks: found }) =>
    found.length > 0 ? [{ id: groupKey(id), tasks: found }] : [],
  )
}

const GROUPS = ['late', 'week', 'later', 'standing', 'sent'] as const
const groupKey = (id: string) => GROUPS.find((one) => one === id) ?? 'later'

/** Each person's own list of the quarter's products, for their evaluation. */
function ProductsButton({ today }: { today: PlainDate }) {
  const [isPending, setIsPending] = useState(false)
  const quarter = quarterOf(today)
  const save = async () => {
    setIsPending(true)
    try {
      await api.download('/tasks/mine/products', { quarter })
    } catch (error) {
      toast(sentence(error), { kind: 'late' })
    } finally {
      setIsPending(false)
    }
  }
  return (
    <Button icon={IconFileTypeDocx} isPending={isPending} onPress={() => void save()}>
      {t('tasks.mine.products', { quarter: quarterWords(quarter) })}
    </Button>
  )
}
