import { OpinionRound } from '@hopluc/shared/opinions'
import { Task } from '@hopluc/shared/tasks'
import { addDays } from '@hopluc/shared/values'
import { type Api, taskId } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

/** A round of opinions on the agency's own scheme, opened when there is none. */
async function opinionRound(api: Api): Promise<string> {
  const id = await taskId(api, '12/2026')
  const task = Task.parse(await api.get(`/tasks/${id}`))
  const [known] = task.rounds
  if (known) return known.id
  const round = await api.post(`/tasks/${id}/opinion-rounds`, {
    title: 'Dự thảo phương án liên kết tiêu thụ trái cây',
    text: 'Đề nghị các cơ quan cho ý kiến về phạm vi, nguồn kinh phí và tiến độ của phương án.',
    untilOn: addDays(task.asOf, 10),
    agencyIds: task.co.map((agency) => agency.id),
    version: task.version,
  })
  return OpinionRound.parse(round).id
}

export const TASKS_PAGES: readonly PageToSee[] = [
  { route: '/tasks', name: 'tasks', as: STANDING },
  { route: '/tasks/board', name: 'board', as: STANDING },
  { route: '/tasks/calendar', name: 'calendar', as: 'department' },
  { route: '/tasks/agencies', name: 'agencies', as: 'chair' },
  { route: '/tasks/dunning', name: 'dunning', as: STANDING },
  { route: '/tasks/rights', name: 'rights', as: STANDING },
  { route: '/tasks/new', name: 'new-task', as: STANDING },
  { route: '/tasks/import', name: 'import', as: STANDING },
  {
    route: '/tasks/$id',
    name: 'task',
    as: STANDING,
    at: async (api) => `/tasks/${await taskId(api, '9/2026')}`,
  },
  {
    route: '/tasks/$id',
    name: 'task-department',
    as: 'department',
    at: async (api) => `/tasks/${await taskId(api, '12/2026')}`,
  },
  {
    route: '/tasks/$id/edit',
    name: 'edit-task',
    as: STANDING,
    at: async (api) => `/tasks/${await taskId(api, '21/2026')}/edit`,
  },
  { route: '/my-tasks', name: 'my-tasks', as: 'department' },
  { route: '/self-reviews', name: 'self-review', as: 'department' },
  {
    route: '/opinion-rounds/$id',
    name: 'opinion-round',
    as: 'department',
    at: async (api) => `/opinion-rounds/${await opinionRound(api)}`,
  },
]
