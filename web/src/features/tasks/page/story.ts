import type { Task, TaskHistoryEntry, TaskRung } from '@hopluc/shared/tasks'
import { addDays, type PlainDate } from '@hopluc/shared/values'

/** Deeds that are no evidence and change nothing for the reader: they stand in the history only. */
const QUIET: readonly string[] = [
  'draft',
  'take_up',
  'prepare',
  'approve',
  'comment',
  'give_opinion',
]

/** One line of the story: a deed, the same deed by or for several parts, a rung, or lateness. */
export type StoryItem =
  | {
      readonly kind: 'deed'
      readonly id: string
      readonly on: PlainDate
      readonly at: string
      readonly entry: TaskHistoryEntry
      readonly parts: readonly string[]
    }
  | {
      readonly kind: 'rung'
      readonly id: string
      readonly on: PlainDate
      readonly rung: TaskRung
      readonly count: number
      readonly number: number
    }
  | {
      readonly kind: 'late'
      readonly id: string
      readonly on: PlainDate
      readonly dueOn: PlainDate
      readonly parts: readonly string[]
    }

/** Newest first. What was done to many parts at once is told once. */
export function storyOf(
  task: Pick<Task, 'history' | 'rungs' | 'status' | 'dueOn' | 'partRows' | 'parts'>,
): StoryItem[] {
  const items = [
    ...together(task.history.filter(({ action }) => !QUIET.includes(action))),
    ...rungsOf(task.rungs),
    ...lateOf(task),
  ]
  return items.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? 1 : -1))
}

/** The whole history with the same deeds joined, newest first. */
export function together(
  history: readonly TaskHistoryEntry[],
): Extract<StoryItem, { kind: 'deed' }>[] {
  const groups = new Map<string, { entry: TaskHistoryEntry; parts: string[] }>()
  // What a container was told its parts were told as well: it is said of them.
  const ofParts = new Set(
    history.filter(({ part }) => part !== null).map(({ action, on }) => `${action} ${on}`),
  )
  const told = history.filter(
    ({ action, on, part }) => part !== null || !ofParts.has(`${action} ${on}`),
  )
  for (const [index, entry] of told.entries()) {
    const { action, on, byWords, text, dueOn, verdict, part, wish, files } = entry
    const isAlone = part === null || files.length > 0
    const key = isAlone
      ? `alone ${index}`
      : [action, on, byWords, text, dueOn, verdict, wish?.kind].join('|')
    const group = groups.get(key)
    if (group && part) group.parts.push(part.shortName)
    else groups.set(key, { entry, parts: part ? [part.shortName] : [] })
  }
  return [...groups].map(([id, { entry, parts }]) => ({
    kind: 'deed',
    id,
    on: entry.on,
    at: entry.at,
    entry,
    parts,
  }))
}

function rungsOf(rungs: readonly TaskRung[]): StoryItem[] {
  const groups = new Map<string, { rung: TaskRung; count: number }>()
  for (const rung of rungs) {
    const key = [rung.on, rung.rung, rung.byWords, rung.note, rung.documentId].join('|')
    const group = groups.get(key)
    if (group) group.count += 1
    else groups.set(key, { rung, count: 1 })
  }
  const inOrder = [...groups].toSorted(([, one], [, other]) =>
    one.rung.on < other.rung.on ? -1 : 1,
  )
  const reminders = inOrder.filter(([, { rung }]) => rung.rung === 'reminder').map(([id]) => id)
  return inOrder.map(([id, { rung, count }]) => ({
    kind: 'rung',
    id,
    on: rung.on,
    rung,
    count,
    number: reminders.indexOf(id) + 1,
  }))
}

/** The day after the term on which it began to be late, as the rule says it. */
function lateOf({
  status,
  dueOn,
  partRows,
  parts,
}: Pick<Task, 'status' | 'dueOn' | 'partRows' | 'parts'>): StoryItem[] {
  if (!parts) {
    if (status !== 'overdue' || !dueOn) return []
    return [{ kind: 'late', id: 'late', on: addDays(dueOn, 1), dueOn, parts: [] }]
  }
  const byDay = new Map<PlainDate, string[]>()
  for (const { status: state, dueOn: due, lead } of partRows) {
    if (state !== 'overdue' || !due || !lead) continue
    byDay.set(due, [...(byDay.get(due) ?? []), lead.shortName])
  }
  return [...byDay].map(([due, names]) => ({
    kind: 'late',
    id: `late ${due}`,
    on: addDays(due, 1),
    dueOn: due,
    parts: names,
  }))
}
