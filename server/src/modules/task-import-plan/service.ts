import type { TaskEvent } from '@hopluc/shared/task-deeds'
import type {
  ImportCommand,
  ImportIssue,
  ImportPreview,
  ImportRow,
} from '@hopluc/shared/task-import'
import type { Id, Named } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { apart } from '../../platform/apart.ts'
import { AppError } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { organisationFor } from '../review/index.ts'
import { spans } from '../task-clock/index.ts'
import { type Draft, type Start, unitOf } from '../task-drafts/index.ts'
import { paperLabel, storiesOf } from '../task-rows/index.ts'
import * as domain from './domain.ts'
import type { ReadList } from './list.ts'
import * as store from './store.ts'

/** A line with its agencies, and what is to be done with it. */
export interface Planned {
  listed: domain.ListedTask
  leadIds: Id[]
  coIds: Id[]
  row: ImportRow
  draft: Draft
}

export interface Plan extends Omit<ReadList, 'listed'> {
  planned: Planned[]
  issues: ImportIssue[]
  unknown: ImportPreview['unknownAgencies']
}

const WORK = { thread: new URL('./list-thread.ts', import.meta.url), tooHeavy, seconds: 30 }

/**
 * {@link listOf} the file that was sent, on a thread of its own.
 * @throws AppError as there, as `apart`, and `excel.too_complex`
 */
export async function readList(context: Context, command: ImportCommand): Promise<ReadList> {
  const { today, signal } = context
  const { fileId, sheet, headerRow, mapping } = command
  const bytes = await files.content(context, fileId)
  return apart(WORK, { bytes, today, sheet, headerRow, mapping }, { signal })
}

function tooHeavy() {
  return new AppError('rule', 'excel.too_complex', {
    vi: 'Tệp Excel quá lớn hoặc quá phức tạp nên chưa đọc được. Hãy xóa các sheet không dùng, hoặc tách thành nhiều tệp.',
    en: 'The Excel file is too large or too complex to be read. Remove unused sheets, or split it.',
  })
}

/** What each line would do, by the agencies and the tasks that are there. */
export async function planOf(
  db: Reader,
  context: Context,
  command: ImportCommand,
  { listed, ...read }: ReadList,
): Promise<Plan> {
  const { today } = context
  const { issuerId } = command
  const names = listed.flatMap(({ leadNames, coNames }) => [...leadNames, ...coNames])
  const organisation = await organisationFor(db, issuerId, today, names)
  const answered = new Map(Object.entries(command.agencies))
  const idsOf = (name: string) => {
    const answer = answered.get(name)
    return answer === undefined ? organisation.resolve(name).ids : answer === null ? [] : [answer]
  }
  const bodies = await bodiesOf(
    db,
    [...answered.values()].flatMap((id) => id ?? []),
    today,
  )
  for (const [id, body] of organisation.agencies) bodies.set(id, body)
  const known = new Map(
    (await store.listKnown(db, issuerId)).map((one) => [domain.keyOf(one), one] as const),
  )
  const unit = await unitOf(db, issuerId, today)
  const states = await importedStates(db, [...known.values()])
  const issues: ImportIssue[] = []
  const seen = new Set<string>()
  const planned = listed.map((one) => {
    const leadIds = [...new Set(one.leadNames.flatMap(idsOf))].filter(
      (id) => bodies.get(id)?.manner !== 'never',
    )
    const coIds = [...new Set(one.coNames.flatMap(idsOf))].filter((id) => !leadIds.includes(id))
    const own = [...one.issues]
    if (leadIds.length === 0 && one.leadNames.length > 0)
      own.push(unknownLead(one.line, one.leadNames))
    const key = domain.keyOf({
      ...one,
      symbol: givenNumber(one),
      leads: leadIds.toSorted((a, b) => a.localeCompare(b)).join(','),
    })
    if (seen.has(key)) own.push(twice(one.line))
    seen.add(key)
    issues.push(...own)
    const there = known.get(key)
    const isSame =
      there !== undefined &&
      (there.origin !== 'mirror' || domain.isSameState(states.get(there.id), one.state))
    const action = own.some(({ isError }) => isError)
      ? 'skip'
      : !there
        ? 'create'
        : isSame
          ? 'same'
          : 'update'
    const shown = (ids: readonly Id[]): Named[] => ids.flatMap((id) => bodies.get(id) ?? [])
    const draft = draftOf(one, leadIds, coIds, command, unit)
    const first = leadIds[0]
    const row: ImportRow = {
      line: one.line,
      action,
      title: one.title,
      source: one.source.symbol ? paperLabel(one.source.symbol, one.source.on) : null,
      leads: shown(leadIds),
      co: shown(coIds),
      manner: first && bodies.get(first)?.manner === 'request' ? 'request' : 'assign',
      dueOn: one.state.dueOn,
      status: first ? statusOf(one, first, today) : null,
      result: one.state.text || null,
      taskId: there?.id ?? null,
    }
    return { listed: one, leadIds, coIds, row, draft }
  })
  return { ...read, planned, issues, unknown: unknownOf(listed, organisation, answered, bodies) }
}

/** What the clock will say of the line today. */
function statusOf(one: domain.ListedTask, leadId: Id, today: string): ImportRow['status'] {
  const base = { leadIds: [], coIds: [], isStanding: one.recurrence !== null }
  const draft: TaskEvent = {
    action: 'draft',
    dueOn: one.firstDueOn,
    leadId,
    ...base,
    on: one.assignedOn,
  }
  const story = [draft, ...startsOf(one, null)]
  return spans(story).findLast(({ fromOn }) => fromOn <= today)?.status ?? null
}

/** Given by its paper, and as the list says that it stands. */
export function startsOf(one: domain.ListedTask, documentId: Id | null): Start[] {
  const number = givenNumber(one)
  const on = one.assignedOn
  return [{ action: 'issue', number, signedOn: on, documentId, item: one.item, on }, one.state]
}

/** A line without a paper was given by the list. */
function givenNumber({ source }: domain.ListedTask): string {
  return source.symbol ?? 'Danh mục theo dõi nhiệm vụ'
}

function draftOf(
  one: domain.ListedTask,
  leadIds: Id[],
  coIds: Id[],
  { issuerId, isMirror }: ImportCommand,
  issuerUnitId: Id,
): Draft {
  const isLong = one.title.length > 500
  return {
    issuerId,
    issuerUnitId,
    title: isLong ? `${one.title.slice(0, 499)}…` : one.title,
    content: isLong ? one.title : null,
    leadIds,
    coIds,
    dueOn: one.firstDueOn,
    dueText: one.dueText,
    dueSource: one.firstDueOn === null ? null : 'document',
    textDueOn: null,
    recurrence: isMirror ? null : one.recurrence, // the tracker makes its own instances
    product: one.product,
    directedBy: one.directedBy,
    directiveId: null,
    documentId: null,
    item: one.item,
    origin: isMirror ? 'mirror' : 'import',
    trackerCode: one.trackerCode,
    parentId: null,
  }
}

async function importedStates(db: Reader, known: readonly store.Known[]) {
  const mirrored = known.filter(({ origin }) => origin === 'mirror').map(({ id }) => id)
  const stories = await storiesOf(db, mirrored)
  const states = new Map<Id, domain.ListedTask['state']>()
  for (const [id, events] of stories)
    for (const event of events) if (event.action === 'import') states.set(id, event)
  return states
}

async function bodiesOf(db: Reader, ids: readonly Id[], today: string) {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('agency_versions')
          .select(['agency_id as id', 'name', 'short_name as shortName', 'manner'])
          .where('agency_id', 'in', [...ids])
          .where('from_on', '<=', today)
          .where('until_on', '>=', today)
          .execute()
  return new Map<Id, Named & { manner: string }>(rows.map((row) => [row.id, row]))
}

function unknownOf(
  listed: readonly domain.ListedTask[],
  organisation: Awaited<ReturnType<typeof organisationFor>>,
  answered: ReadonlyMap<string, Id | null>,
  bodies: ReadonlyMap<Id, Named>,
): ImportPreview['unknownAgencies'] {
  const lines = new Map<string, number[]>()
  for (const { line, leadNames, coNames } of listed)
    for (const name of [...leadNames, ...coNames])
      if (!answered.has(name) && organisation.resolve(name).ids.length === 0)
        lines.set(name, [...(lines.get(name) ?? []), line])
  return [...lines].map(([name, at]) => ({
    name,
    lines: at,
    candidates: organisation.resolve(name).insteadIds.flatMap((id) => bodies.get(id) ?? []),
  }))
}

function unknownLead(line: number, names: readonly string[]): ImportIssue {
  return {
    line,
    field: 'lead',
    isError: true,
    vi: `Chưa xác định được cơ quan chủ trì: ${names.join('; ')}.`,
    en: `The lead could not be resolved: ${names.join('; ')}.`,
  }
}

function twice(line: number): ImportIssue {
  return {
    line,
    field: 'title',
    isError: true,
    vi: 'Dòng này trùng với một dòng phía trên.',
    en: 'This line repeats one above.',
  }
}
