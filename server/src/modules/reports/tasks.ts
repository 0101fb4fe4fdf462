import { TaskQuery, type TaskRow } from '@hopluc/shared/tasks'
import type { PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import { list as listTasks } from '../task-lists/index.ts'
import type { Body } from '../task-papers/index.ts'
import type { Row } from './fill.ts'
import { slashed } from './periods.ts'
import type { Found } from './template-check.ts'
import { type LoopName, loopNamed, type TextName } from './words.ts'

const MOST_TASKS = 200

const STATES = {
  'nhiệm vụ quá hạn': ['overdue'],
  'nhiệm vụ hoàn thành': ['done_in_time', 'done_late'],
  'nhiệm vụ đang thực hiện': [
    'not_taken_up',
    'in_term',
    'due_soon',
    'waiting_confirmation',
    'standing',
    'paused',
  ],
} as const

/** Tasks that the body gave, of others those that it leads: counts, and the lists that are gone through. */
export async function tasksOf(
  context: Context,
  { id, kind }: Body,
  day: PlainDate,
  found: readonly Found[],
): Promise<{ rows: Partial<Record<LoopName, Row[]>>; texts: Partial<Record<TextName, string>> }> {
  const asked = kind === 'steering_committee' ? { issuer: id } : { lead: id }
  const common = { ...asked, manner: 'assign', asOf: day, limit: MOST_TASKS, sort: 'due' } as const
  const all = await listTasks(context, TaskQuery.parse({ ...common, limit: 1 }))
  const { byStatus } = all.counts
  const count = (...states: readonly (keyof typeof byStatus)[]) =>
    states.reduce((sum, state) => sum + (byStatus[state] ?? 0), 0)
  const done = count(...STATES['nhiệm vụ hoàn thành'])
  const running = count(...STATES['nhiệm vụ đang thực hiện'])
  const late = count('overdue')
  const rows: Partial<Record<LoopName, Row[]>> = {}
  for (const [loop, states] of Object.entries(STATES)) {
    const named = loopNamed(loop)
    if (!named || !isNamed(found, named) || count(...states) === 0) continue
    const { items } = await listTasks(
      context,
      TaskQuery.parse({ ...common, status: states.join(',') }),
    )
    rows[named] = items.map(taskRow)
  }
  return {
    rows,
    texts: {
      'số nhiệm vụ được giao': String(done + running + late),
      'số nhiệm vụ hoàn thành': String(done),
      'số nhiệm vụ đúng hạn': String(count('done_in_time')),
      'số nhiệm vụ đang thực hiện': String(running),
      'số nhiệm vụ quá hạn': String(late),
    },
  }
}

function isNamed(found: readonly Found[], loop: LoopName): boolean {
  return found.some(
    ({ placeholder }) =>
      (placeholder.kind === 'loop' && placeholder.loop === loop) ||
      (placeholder.kind === 'if' &&
        placeholder.test.kind === 'any' &&
        placeholder.test.loop === loop),
  )
}

function taskRow(task: TaskRow, index: number): Row {
  const source = [task.source?.label, task.source?.item].filter(Boolean).join(', ')
  return {
    isRow: true,
    texts: {
      stt: String(index + 1),
      'nội dung': task.title,
      'nguồn giao': source,
      'cơ quan chủ trì': task.lead?.name ?? '',
      'thời hạn': task.dueOn === null ? (task.dueText ?? 'Thường xuyên') : slashed(task.dueOn),
      'số ngày quá hạn': String(task.daysLate),
    },
  }
}
