import { PARTS, type PeriodKey } from '@hopluc/shared/periods'
import type {
  NewReport,
  Report,
  ReportOptions,
  ReportPage,
  ReportQuery,
  ReportStep,
  ReportTexts,
} from '@hopluc/shared/reports'
import type { Id, Named } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { linkDocuments, registerDocument, stepDocument } from '../documents/index.ts'
import { getBody, headOf } from '../task-papers/index.ts'
import { newCode } from './codes.ts'
import { fileName, isLong, make, making, wrongState } from './making.ts'
import { periodWords } from './periods.ts'
import { can, may, mayPrepare } from './policy.ts'
import { present, summaryOf } from './present.ts'
import * as makes from './makes-store.ts'
import * as store from './store.ts'
import * as templates from './templates.ts'

/** What making in the background needs of the server. */
export interface Making {
  jobs: Jobs
  /** What people open: "https://hopluc.example.vn". */
  site: string
}

export async function list(context: Context, query: ReportQuery): Promise<ReportPage> {
  const { items, next } = await context.read((db) => store.list(db, query))
  return { items: items.map(summaryOf), next }
}

export const get = present

/** In whose name one may report, of which unit, and after which templates. */
export async function options(context: Context): Promise<ReportOptions> {
  const { actor } = context
  const { items } = await templates.list(context)
  const bodies = await context.read((db) => bodiesOf(db, context))
  const [first] = bodies
  return {
    templates: items,
    bodies: bodies.map(({ unit: _unit, ...body }) => body),
    unit: first?.unit ?? { id: actor.agencyId, name: '', shortName: '' },
    mayMake: mayPrepare(actor) && bodies.length > 0,
  }
}

/** Bodies of today in whose name the person writes papers, their own first, with their units. */
async function bodiesOf(
  db: Reader,
  { actor, today }: Context,
): Promise<(Named & { unit: Named })[]> {
  const own = actor.committeeId ?? actor.agencyId
  return db
    .selectFrom('agency_versions as v')
    .select(['v.agency_id as id', 'v.name', 'v.short_name as shortName'])
    .select([
      sql<Named>`(select jsonb_build_object('id', u.unit_id, 'name', u.kind || ' ' || u.name,
        'shortName', u.name) from unit_versions u where u.unit_id = v.unit_id
        order by ${today}::date between u.from_on and u.until_on desc limit 1)`.as('unit'),
    ])
    .where('v.from_on', '<=', today)
    .where('v.until_on', '>=', today)
    .where(sql<boolean>`v.agency_id in (select acting_agencies())`)
    .orderBy(sql`v.agency_id = ${own}`, 'desc')
    .orderBy('v.name')
    .execute()
}

/**
 * Begins a report and makes its first draft, of a large area in the background.
 * @throws AppError `reports.no_such_period`, `.template_not_found`, `.not_own_body`
 */
export async function create(context: Context, report: NewReport, work: Making): Promise<Report> {
  assertAllowed(mayPrepare(context.actor))
  assertPeriod(report.period, context)
  const template = await templates.read(context, report.template)
  const id = await context.write((tx) => begin(tx, context, report, template, null))
  return makeNow(context, id, work)
}

function assertPeriod({ kind, year, part }: PeriodKey, { today }: Context): void {
  if (part >= 1 && part <= PARTS[kind] && year <= Number(today.slice(0, 4))) return
  throw new AppError('rule', 'reports.no_such_period', {
    vi: 'Không có kỳ báo cáo này. Hãy chọn kỳ đã bắt đầu.',
    en: 'There is no such period. Choose one that has begun.',
  })
}

async function begin(
  tx: Tx,
  context: Context,
  { template: key, period, unitId, issuerId, boundaries }: NewReport,
  template: templates.ReadTemplate,
  replaces: store.ReportRow | null,
): Promise<Id> {
  const { actor, today } = context
  const bodies = await bodiesOf(tx, context)
  const own = issuerId ?? actor.committeeId ?? actor.agencyId
  const body = bodies.find((one) => one.id === own) ?? (issuerId ? undefined : bodies[0])
  if (!body) throw notOwnBody()
  const head = headOf(await getBody(tx, body.id, today), 'BC', today)
  const title = template.abstract.replaceAll('{{kỳ báo cáo}}', periodWords(period))
  const { id } = await registerDocument(tx, context, {
    direction: 'outgoing',
    kind: 'BC',
    ownerId: body.id,
    issuerId: body.id,
    symbol: head.symbol,
    abstract: replaces ? `${title} (thay thế)` : title,
    state: 'draft',
  })
  await tx
    .updateTable('documents')
    .set({ content: JSON.stringify({ paper: `/reports/${id}/report.docx` }) })
    .where('id', '=', id)
    .execute()
  await store.insert(tx, {
    id,
    unitId: unitId ?? body.unit.id,
    period,
    boundaries,
    template: key,
    templateName: template.name,
    templateFileId: template.fileId,
    ownTexts: replaces?.ownTexts ?? {},
    code: newCode(),
    replacesId: replaces?.id ?? null,
  })
  // The file stays with the report, whatever becomes of the template.
  if (template.fileId) await files.link(tx, template.fileId, 'report', id)
  if (replaces) await linkDocuments(tx, { fromId: id, toId: replaces.id, relation: 'replaces' })
  await audit.record(tx, actor, replaces ? 'report.correct' : 'report.create', id, {
    template: template.name,
    period,
    unitId: unitId ?? body.unit.id,
    ...(replaces && { replaces: replaces.id }),
  })
  return id
}

/** Makes it, or has it made in the background where that takes longer than a person waits for. */
async function makeNow(context: Context, id: Id, { jobs, site }: Making): Promise<Report> {
  const { unitId } = await context.read((db) => store.get(db, id))
  if (await isLong(context, unitId)) {
    await context.write(async (tx) => {
      const jobId = await jobs.enqueue(tx, context.actor, making, { reportId: id, site })
      await store.update(tx, id, { jobId })
    })
  } else await make(context, id, site)
  return present(context, id)
}

/** Makes it anew from the figures of now; what changed is marked. */
export async function remake(
  context: Context,
  id: Id,
  { version }: ReportStep,
  work: Making,
): Promise<Report> {
  await context.read(async (db) => {
    const report = await store.get(db, id)
    assertAllowed(may(context.actor, 'make', report))
    if (!can('make', report) || report.jobId !== null) throw wrongState()
    if (report.version !== version) throw store.changed()
  })
  return makeNow(context, id, work)
}

/** The paragraphs that the officer writes; they stand in the paper once it is made again. */
export function write(context: Context, id: Id, { version, texts }: ReportTexts): Promise<Report> {
  return step(context, id, 'write', version, async (tx, report) => {
    const ownTexts = {
      ...report.ownTexts,
      ...Object.fromEntries(texts.map(({ title, text }) => [title, text])),
    }
    await store.update(tx, id, { ownTexts })
    return audit.changes({ texts: report.ownTexts }, { texts: ownTexts })
  })
}

export function submit(context: Context, id: Id, { version, note }: ReportStep): Promise<Report> {
  return step(context, id, 'submit', version, async (tx, { documentVersion }) => {
    await stepDocument(tx, context, id, { action: 'submit', version: documentVersion, note })
    await store.update(tx, id, {})
    return { note }
  })
}

/** Taken back to be changed: it is the next draft. */
export function redraft(context: Context, id: Id, { version, note }: ReportStep): Promise<Report> {
  return step(context, id, 'redraft', version, async (tx, { documentVersion }) => {
    await stepDocument(tx, context, id, { action: 'redraft', version: documentVersion, note })
    await store.update(tx, id, {})
    return { note }
  })
}

/** Lock, may I, can it, do it, record; answers the report as it stands then. */
export async function step(
  context: Context,
  id: Id,
  action: Parameters<typeof can>[0],
  version: number,
  doIt: (tx: Tx, report: store.ReportRow) => Promise<object>,
): Promise<Report> {
  const { actor } = context
  await context.write(async (tx) => {
    const report = await store.lock(tx, id, version)
    assertAllowed(may(actor, action, report))
    if (!can(action, report) || report.jobId !== null) throw wrongState()
    await audit.record(tx, actor, `report.${action}`, id, await doIt(tx, report))
  })
  return present(context, id)
}

/** A report that takes the place of an issued one; what it prints otherwise is marked. */
export async function correct(
  context: Context,
  id: Id,
  { version }: ReportStep,
  work: Making,
): Promise<Report> {
  const { actor } = context
  const report = await context.read((db) => store.get(db, id))
  const { template: key, templateName: name, templateFileId: fileId } = report
  const template =
    fileId === null
      ? await templates.read(context, key)
      : await templates.readFile(context, { key, name, fileId })
  const newId = await context.write(async (tx) => {
    const locked = await store.lock(tx, id, version)
    assertAllowed(may(actor, 'correct', locked))
    if (!can('correct', locked)) throw wrongState()
    const { unitId, period, boundaries } = locked
    const issuerId = locked.issuerId ?? locked.ownerId
    const again = { template: key, period, unitId, boundaries, issuerId }
    return begin(tx, context, again, template, locked)
  })
  return makeNow(context, newId, work)
}

export interface ReportFile {
  name: string
  bytes: Buffer
}

/** A making as Word, with its changes marked, or its annex; the last one by default. */
export async function file(
  context: Context,
  id: Id,
  which: 'word' | 'marked' | 'sheet',
  seq?: number,
): Promise<ReportFile> {
  const { report, all } = await context.read(async (db) => ({
    report: await store.get(db, id),
    all: await makes.listMakes(db, id),
  }))
  const make = all.find((one) => one.seq === (seq ?? report.madeSeq))
  const fileId =
    which === 'word' ? make?.wordFileId : which === 'sheet' ? make?.sheetFileId : make?.markedFileId
  if (!fileId) throw notMade()
  const bytes = await files.content(context, fileId)
  const name = fileName(report)
  if (which === 'sheet') return { name: `${name} - phụ lục số liệu.xlsx`, bytes }
  return { name: which === 'word' ? `${name}.docx` : `${name} - đánh dấu thay đổi.docx`, bytes }
}

function notOwnBody() {
  return new AppError('rule', 'reports.not_own_body', {
    vi: 'Đồng chí không lập báo cáo thay cho cơ quan này. Hãy chọn cơ quan của mình.',
    en: 'You cannot report in the name of this body. Choose your own.',
  })
}

function notMade() {
  return new AppError('not_found', 'reports.not_made', {
    vi: 'Báo cáo chưa có bản này. Hãy kết xuất báo cáo trước.',
    en: 'There is no such file yet. Make the report first.',
  })
}
