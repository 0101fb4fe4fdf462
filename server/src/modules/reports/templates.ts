import { randomUUIDv7 as newId } from 'node:crypto'
import type {
  NewReportTemplate,
  ReportTemplate,
  ReportTemplateChange,
  ReportTemplates,
  TemplateWordList,
} from '@hopluc/shared/reports'
import { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { measuresOf } from './gather.ts'
import { mayPrepare } from './policy.ts'
import { SHIPPED_TEMPLATES, shippedTemplate, shippedWord } from './shipped.ts'
import { checkTemplate, type Found } from './template-check.ts'
import { assertSound, partsOf } from './template-checking.ts'
import * as store from './templates-store.ts'
import { BREAKDOWNS, LOOPS, TEXTS } from './words.ts'
import { paragraphsOf } from './word-text.ts'

/** A template that reports are made from: its file, and what is typed in it. */
export interface ReadTemplate {
  key: string
  name: string
  /** Null for a shipped one. */
  fileId: Id | null
  bytes: Buffer
  found: Found[]
  /** What the report is called: "Tình hình phát triển kinh tế tập thể … {{kỳ báo cáo}}". */
  abstract: string
}

export async function list(context: Context): Promise<ReportTemplates> {
  const rows = await context.read((db) => store.listTemplates(db, context.today))
  const shipped = SHIPPED_TEMPLATES.map(({ key, name, periodKind }): ReportTemplate => ({
    key,
    name,
    periodKind,
    isShipped: true,
    agency: null,
    isForBelow: true,
    changedBy: null,
    changedAt: null,
    version: 0,
    allowed: [],
  }))
  return {
    items: [...rows.map((row) => present(context, row)), ...shipped],
    mayAdd: mayPrepare(context.actor),
  }
}

function present({ actor }: Context, row: store.TemplateRow): ReportTemplate {
  const { id, changedAt, isOwn, fileId: _file, endedOn: _ended, ...rest } = row
  return {
    ...rest,
    key: id,
    isShipped: false,
    changedAt: changedAt.toISOString(),
    allowed: isOwn && mayPrepare(actor) ? ['replace', 'end'] : [],
  }
}

/** The Word file of a template, to edit it. */
export async function file(
  context: Context,
  key: string,
): Promise<{ name: string; bytes: Buffer }> {
  const shipped = shippedTemplate(key)
  if (shipped) return { name: `${shipped.name}.docx`, bytes: await shippedWord(shipped) }
  const { name, fileId } = await ownTemplate(context, key)
  return { name: `${name}.docx`, bytes: await files.content(context, fileId) }
}

function ownTemplate(context: Context, key: string): Promise<store.TemplateRow> {
  if (!Id.safeParse(key).success) throw store.templateNotFound()
  return context.read((db) => store.getTemplate(db, key))
}

/** A template as it is now; a shipped one is made by code. */
export async function read(context: Context, key: string): Promise<ReadTemplate> {
  const shipped = shippedTemplate(key)
  if (shipped) {
    const bytes = await shippedWord(shipped)
    const { found } = checkTemplate(paragraphsOf(partsOf(bytes)))
    const { name, abstract } = shipped
    return { key, name, fileId: null, bytes, found, abstract }
  }
  const { name, fileId } = await ownTemplate(context, key)
  return readFile(context, { key, name, fileId })
}

/** The file with which a report was begun, whatever has become of the template. */
export async function readFile(
  context: Context,
  { key, name, fileId }: { key: string; name: string; fileId: Id },
): Promise<ReadTemplate> {
  const bytes = await files.content(context, fileId)
  const { found } = checkTemplate(paragraphsOf(partsOf(bytes)))
  return { key, name, fileId, bytes, found, abstract: `${name} ({{kỳ báo cáo}})` }
}

/** A body's own template, free of errors. */
export async function add(context: Context, template: NewReportTemplate): Promise<ReportTemplate> {
  const { actor } = context
  assertAllowed(mayPrepare(actor))
  await assertSound(context, template)
  const { fileId, name, periodKind, isForBelow } = template
  const id = newId()
  return context.write(async (tx) => {
    await store.insertTemplate(tx, {
      id,
      agencyId: actor.committeeId ?? actor.agencyId,
      name,
      periodKind,
      fileId,
      isForBelow,
      accountId: actor.accountId,
      byWords: actor.byWords,
    })
    await files.link(tx, fileId, 'report_template', id)
    await audit.record(tx, actor, 'report_template.add', id, { name, periodKind, fileId })
    return present(context, await store.getTemplate(tx, id))
  })
}

/** Another file or name; reports that were begun keep the file that they have. */
export async function change(
  context: Context,
  id: Id,
  { version, ...template }: ReportTemplateChange,
): Promise<ReportTemplate> {
  const { actor } = context
  assertAllowed(mayPrepare(actor))
  await assertSound(context, template)
  return context.write(async (tx) => {
    const before = await store.lockTemplate(tx, id, version)
    assertAllowed(before.isOwn)
    const { name, fileId, isForBelow } = template
    await store.updateTemplate(tx, id, { name, fileId, isForBelow })
    if (fileId !== before.fileId) await files.link(tx, fileId, 'report_template', id)
    const after = { name, fileId, isForBelow }
    await audit.record(tx, actor, 'report_template.change', id, audit.changes(before, after))
    return present(context, await store.getTemplate(tx, id))
  })
}

/** From today on it is no longer offered. */
export function end(context: Context, id: Id, version: number): Promise<ReportTemplate> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const before = await store.lockTemplate(tx, id, version)
    assertAllowed(before.isOwn && mayPrepare(actor))
    await store.updateTemplate(tx, id, { endedOn: today })
    await audit.record(tx, actor, 'report_template.end', id, { name: before.name })
    return present(context, await store.getTemplate(tx, id))
  })
}

/** What may be typed in a template. */
export async function words(context: Context): Promise<TemplateWordList> {
  const measures = await context.read(measuresOf)
  const listed = (table: Readonly<Record<string, string>>, before = '') =>
    Object.entries(table).map(([typed, meaning]) => ({ typed: `{{${before}${typed}}}`, meaning }))
  return {
    texts: listed(TEXTS),
    loops: listed(LOOPS, 'lặp: '),
    breakdowns: Object.keys(BREAKDOWNS),
    indicators: [...measures.values()].map(({ code, name, measure }) => ({ code, name, measure })),
  }
}
