import type { TaskEvent } from '@hopluc/shared/tasks'
import { FOREVER, type PlainDate } from '@hopluc/shared/values'
import { type Insertable, sql } from 'kysely'
import type { Schema, Tx } from '../platform/db.ts'
import { SYSTEM_ACCOUNT } from '../platform/jobs.ts'
import { refresh } from '../modules/task-projection/index.ts'
import { insert } from '../modules/task-records/index.ts'
import { AGENCIES } from './agencies.ts'
import { eventsOf, type Side, type Step } from './events.ts'
import { demoId } from './id.ts'
import { accountId, agencyId, postId } from './organisation.ts'
import { directiveId, documentId, unitOf } from './papers.ts'
import { PEOPLE } from './people.ts'
import type { Course, DemoStory, DemoTask } from './story.ts'

export const taskId = (issuer: string, number: number, part = 0) =>
  demoId(`task:${issuer}:${number}:${part}`)

interface Loaded {
  row: Insertable<Schema['tasks']>
  lead: string
  steps: Step[]
}

/**
 * The tasks of a story with their events up to a day; projections are made by the same code as in use.
 */
export async function loadTasks(
  tx: Tx,
  story: DemoStory,
  until: PlainDate = FOREVER,
): Promise<void> {
  await actAsSystem(tx, story)
  const all = story.tasks
    .flatMap((task) => familyOf(task, story))
    .map((one) => ({ ...one, steps: one.steps.filter(({ event }) => event.on <= until) }))
    .filter(({ steps }) => steps.length > 0)
  await insert(
    tx,
    all.map(({ row }) => row),
  )
  await insertEvents(tx, story, all)
  await refresh(
    tx,
    all.map(({ row, steps }) => ({
      task: { id: row.id, parentId: row.parent_id ?? null, isContainer: row.is_container ?? false },
      events: steps.map(({ event }) => event),
    })),
  )
  await tx
    .insertInto('task_numbers')
    .values({
      issuer_id: agencyId(story.issuer),
      year: story.year,
      last: Math.max(...story.tasks.map(({ number }) => number)),
    })
    .execute()
}

/** What makes a whole from its parts asks who has just worked on them: here the system, on all. */
async function actAsSystem(tx: Tx, { actsOn }: DemoStory): Promise<void> {
  await sql`set local hopluc.account = ${sql.lit(SYSTEM_ACCOUNT)}`.execute(tx)
  await sql`set local hopluc.day = ${sql.lit(actsOn)}`.execute(tx)
}

/** The task itself, and one copy for each body where it was given to several. */
function familyOf(task: DemoTask, story: DemoStory): Loaded[] {
  const whole = loaded(task, story, { lead: task.copies ? story.issuer : task.lead }, task.course)
  const copies = (task.copies ?? []).map(([lead, course], index) =>
    loaded(task, story, { lead, part: index + 1 }, course),
  )
  return [whole, ...copies]
}

function loaded(
  task: DemoTask,
  story: DemoStory,
  { lead, part = 0 }: { lead: string; part?: number },
  course: Course,
): Loaded {
  const { issuer, year, by } = story
  const paper = story.documents.find(({ key }) => key === task.document)
  const isPart = part > 0
  return {
    lead,
    row: {
      id: taskId(issuer, task.number, part),
      issuer_id: agencyId(issuer),
      issuer_unit_id: unitOf(issuer),
      year,
      number: task.number,
      part_no: isPart ? String(part) : '',
      parent_id: isPart ? taskId(issuer, task.number) : null,
      part_kind: isPart ? 'copy' : null,
      directive_id: paper?.text && task.quote ? directiveId(issuer, task) : null,
      document_id: paper ? documentId(paper.key) : null,
      item: task.item,
      title: task.title,
      product: task.product ?? null,
      manner: task.manner ?? 'assign',
      origin: paper ? 'document' : 'spoken',
      due_text: task.dueText ?? null,
      due_source: task.due ? (task.dueText ? 'document' : 'proposed') : null,
      lead_id: agencyId(lead),
      directed_by: task.spokenBy ?? null,
      is_container: task.copies !== undefined && !isPart,
      created_by: accountId(by.standing),
    },
    steps: eventsOf(
      {
        lead,
        co: task.co ?? [],
        due: task.due,
        paper: paper?.symbol ? { number: paper.symbol, documentId: documentId(paper.key) } : null,
        item: task.item,
        on: story.assignedOn(task.document),
      },
      course,
    ),
  }
}

const WORDS = new Map(
  PEOPLE.map(({ username, name, posts }) => [username, `${name}, ${posts[0]?.title ?? ''}`]),
)

async function insertEvents(tx: Tx, { by }: DemoStory, all: readonly Loaded[]): Promise<void> {
  const rows = all.flatMap(({ row, lead, steps }) =>
    steps.map(({ by: side, event }, index) => {
      const { username, words } = doerOf(by, side, lead)
      return {
        task_id: row.id,
        seq: index + 1,
        event: JSON.stringify(event),
        account_id: accountId(username),
        post_id: postId(username),
        by_words: words,
        recorded_at: recordedAt(event, index),
      }
    }),
  )
  const CHUNK = 500
  for (let start = 0; start < rows.length; start += CHUNK)
    await tx
      .insertInto('task_events')
      .values(rows.slice(start, start + CHUNK))
      .execute()
}

/** The story's own people act for their agency; for the others somebody of that agency does. */
function doerOf(by: DemoStory['by'], side: Side, lead: string) {
  const username = by[side]
  const isOfAgency = side === 'officer' || side === 'leader'
  const own = PEOPLE.find((person) => person.username === username)?.posts[0]?.agency
  if (!isOfAgency || own === lead) return { username, words: WORDS.get(username) ?? username }
  const agency = AGENCIES.find(({ key }) => key === lead)?.shortName ?? ''
  return side === 'leader'
    ? { username: 'ks.leader', words: `Lãnh đạo ${agency}` }
    : { username: 'ks.agency', words: `Cán bộ đầu mối ${agency}` }
}

/** In office hours of its day, a few minutes after what came before. */
function recordedAt({ on }: { on: PlainDate } & Pick<TaskEvent, 'action'>, index: number): Date {
  return new Date(Date.parse(`${on}T08:00:00+07:00`) + index * 17 * 60_000)
}
