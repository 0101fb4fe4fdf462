import type { Task, TaskAction, TaskRow } from '@hopluc/shared/tasks'
import { expect, test } from 'vitest'
import { actsOf, allowedOnAll, lateOnes } from './acts.ts'

const agency = {
  id: '00000000-0000-4000-8000-0000000000aa',
  name: 'UBND xã Kế An',
  shortName: 'Kế An',
}

const row: TaskRow = {
  id: '00000000-0000-4000-8000-000000000001',
  code: '11/2021',
  title: 'Kiện toàn Ban Chỉ đạo',
  status: 'in_term',
  dueOn: '2021-06-30',
  daysLate: 0,
  since: '2021-03-03',
  dueSource: 'proposed',
  dueText: null,
  extensions: 0,
  manner: 'assign',
  origin: 'document',
  issuer: agency,
  lead: agency,
  co: [],
  source: null,
  product: null,
  assignedOn: '2021-03-03',
  takenUpOn: '2021-03-04',
  partKind: null,
  parentId: null,
  parts: null,
  percent: 0,
  result: { state: 'none', on: null, papers: [], files: 0 },
  waiting: [],
  trackerCode: null,
  version: 3,
  allowed: [],
}

const aTask = (allowed: TaskAction[], more: Partial<Task> = {}): Task => ({
  ...row,
  content: null,
  directedBy: null,
  directiveId: null,
  recurrence: null,
  asOf: '2021-06-01',
  words: null,
  basis: [],
  parent: null,
  partRows: [],
  dues: [],
  leads: [],
  tracker: null,
  needsApproval: false,
  prepared: null,
  submitted: null,
  question: null,
  explanationAsked: null,
  cause: null,
  openWishes: [],
  wishes: [],
  waits: { atIssuer: 0, atCo: 0, pausedObjective: 0 },
  persons: [],
  history: [],
  comments: [],
  milestones: [],
  rounds: [],
  rungs: [],
  files: [],
  allowed,
  ...more,
})

test('nothing but what the server allows is offered', () => {
  expect(actsOf(aTask([]))).toEqual([])
  expect(actsOf(aTask(['comment']))).toEqual([])
})

test('the result comes first, wishes are named one by one', () => {
  const acts = actsOf(aTask(['request', 'progress', 'submit'], { wishes: ['extend', 'cancel'] }))
  expect(acts.map(({ id }) => id)).toEqual([
    'submit',
    'progress',
    'request extend',
    'request cancel',
  ])
  expect(acts.filter(({ isFirst }) => isFirst).map(({ id }) => id)).toEqual(['submit'])
})

test('an officer whose leader approves drafts, in the place of the deed', () => {
  const acts = actsOf(aTask(['prepare', 'progress'], { wishes: ['extend'] }))
  expect(acts.map(({ id }) => id)).toEqual([
    'prepare submit',
    'progress',
    'prepare request extend',
    'prepare question',
  ])
})

test('what waits in the parts of a container is offered by name, all at once when many', () => {
  const part = (index: number): TaskRow => ({
    ...row,
    id: `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`,
    allowed: ['confirm', 'return'],
  })
  const few = actsOf(aTask(['remind'], { partRows: [part(1)] }))
  expect(few[0]).toMatchObject({ action: 'confirm', of: 'Kế An', isFirst: true })
  const many = actsOf(aTask([], { partRows: [1, 2, 3, 4, 5].map(part) }))
  expect(many[0]).toMatchObject({ action: 'confirm', of: '5' })
  expect(many[0]?.targets).toHaveLength(5)
})

test('reminders go to the late parts only, never to those who were asked', () => {
  const late = { ...row, id: '00000000-0000-4000-8000-000000000201', status: 'overdue' as const }
  const asked = { ...late, id: '00000000-0000-4000-8000-000000000202', manner: 'request' as const }
  expect(lateOnes(aTask([], { partRows: [row, late, asked] }))).toEqual([late.id])
  expect(lateOnes(aTask([]))).toEqual([row.id])
})

test('on many tasks stands what all of them allow', () => {
  expect(allowedOnAll([{ allowed: ['propose', 'remind'] }, { allowed: ['remind'] }])).toEqual([
    'remind',
  ])
  expect(allowedOnAll([])).toEqual([])
})
