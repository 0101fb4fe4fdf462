import type { TaskHistoryEntry } from '@hopluc/shared/tasks'
import { expect, test } from 'vitest'
import { storyOf, together } from './story.ts'

const part = (shortName: string) => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: `UBND xã ${shortName}`,
  shortName,
})
const entry = (more: Partial<TaskHistoryEntry>): TaskHistoryEntry => ({
  seq: 2,
  action: 'confirm',
  on: '2021-04-20',
  at: '2021-04-20T09:00:00+07:00',
  byWords: 'Trần Thị Hạnh',
  preparedByWords: null,
  text: '',
  percent: null,
  wish: null,
  verdict: null,
  dueOn: null,
  isObjective: null,
  from: null,
  to: null,
  papers: [],
  files: [],
  part: null,
  ...more,
})

test('the same deed on several parts is told once', () => {
  const joined = together([entry({ part: part('Kế An') }), entry({ part: part('Ba Trinh') })])
  expect(joined.map(({ parts }) => parts)).toEqual([['Kế An', 'Ba Trinh']])
})

test('what a container and its parts were told alike is told of the parts', () => {
  const joined = together([
    entry({ action: 'issue' }),
    entry({ action: 'issue', part: part('Kế An') }),
  ])
  expect(joined.map(({ parts }) => parts)).toEqual([['Kế An']])
})

test('files keep a deed by itself', () => {
  const file = {
    id: '00000000-0000-4000-8000-00000000000f',
    name: 'a.pdf',
    size: 1,
    mediaType: 'application/pdf',
  }
  const joined = together([
    entry({ part: part('Kế An'), files: [file] }),
    entry({ part: part('Ba Trinh') }),
  ])
  expect(joined).toHaveLength(2)
})

test('lateness begins the day after the term, reminders are counted, quiet deeds are left out', () => {
  const rung = {
    id: '00000000-0000-4000-8000-0000000000aa',
    rung: 'reminder' as const,
    documentId: null,
    documentLabel: null,
    note: null,
    byWords: 'Trần Thị Hạnh',
  }
  const story = storyOf({
    history: [entry({ action: 'take_up' }), entry({ action: 'progress', on: '2021-05-01' })],
    rungs: [
      { ...rung, on: '2021-07-01' },
      { ...rung, on: '2021-07-05' },
    ],
    status: 'overdue',
    dueOn: '2021-06-30',
    partRows: [],
    parts: null,
  })
  expect(story.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
    'rung 2021-07-05',
    'rung 2021-07-01',
    'late 2021-07-01',
    'deed 2021-05-01',
  ])
  expect(story.flatMap((item) => (item.kind === 'rung' ? item.number : []))).toEqual([2, 1])
})
