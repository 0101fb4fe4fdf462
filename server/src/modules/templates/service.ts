import type {
  Numbering,
  NumberingChange,
  PaperTemplate,
  TemplateChange,
  TemplatePreview,
  TemplateWords,
} from '@hopluc/shared/templates'
import { PaperKind } from '@hopluc/shared/documents'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { type IssuerTemplate, makeConclusionNotice, makeDunningLetter } from '../papers/index.ts'
import {
  asTemplate,
  assertFields,
  reworded,
  sampleLetter,
  sampleNotice,
  shippedWords,
} from './domain.ts'
import { mayNumber, mayWrite, templateActions } from './policy.ts'
import * as store from './store.ts'

const nameOf = (agencyId: Id) => `notice.template.${agencyId}`
const NUMBERING = 'documents.kinds_numbered_apart'
/** Of what belongs to the whole installation, the audit's subject. */
const INSTALLATION: Id = '00000000-0000-0000-0000-000000000000'

/** The body's wording on a day: shipped, then as the province wants it by kind, then its own. */
async function wordsOf(db: Reader, agencyId: Id, on: PlainDate) {
  const body = await store.getBody(db, agencyId, on)
  const ofKind = await store.findSetting(db, `notice.template.${body.kind}`, on)
  const base = reworded(shippedWords(body), ofKind?.value)
  const own = await store.findSetting(db, nameOf(agencyId), on)
  return { body, own, words: reworded(base, own?.value) }
}

/** How a body writes its papers on a day, for the modules that make them. */
export async function templateFor(
  db: Reader,
  agencyId: Id,
  on: PlainDate,
): Promise<{ template: IssuerTemplate; words: TemplateWords }> {
  const { body, words } = await wordsOf(db, agencyId, on)
  return { template: asTemplate(body, words), words }
}

export function get(context: Context, agencyId: Id): Promise<PaperTemplate> {
  return context.read((db) => present(db, context, agencyId))
}

async function present(
  db: Reader,
  { actor, today }: Context,
  agencyId: Id,
): Promise<PaperTemplate> {
  const { body, own, words } = await wordsOf(db, agencyId, today)
  return {
    agency: { id: agencyId, name: body.name, shortName: body.shortName },
    words,
    isOwn: own !== undefined,
    since: own?.fromOn ?? null,
    version: own?.version ?? 0,
    allowed: templateActions(actor, agencyId, own !== undefined),
  }
}

/** From today on the body's new papers are written so; drafts keep the words they have. */
export function change(
  context: Context,
  agencyId: Id,
  { version, words }: TemplateChange,
): Promise<PaperTemplate> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(mayWrite(actor, agencyId))
    assertFields(words)
    const before = await store.lock(tx, nameOf(agencyId), today, version)
    await store.put(tx, nameOf(agencyId), words, before, today)
    await audit.record(tx, actor, 'template.change', agencyId, {
      before: before?.value ?? null,
      words,
    })
    return present(tx, context, agencyId)
  })
}

export function reset(context: Context, agencyId: Id, version: number): Promise<PaperTemplate> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(mayWrite(actor, agencyId))
    const before = await store.lock(tx, nameOf(agencyId), today, version)
    await store.end(tx, nameOf(agencyId), before, today)
    await audit.record(tx, actor, 'template.reset', agencyId, { before: before?.value ?? null })
    return present(tx, context, agencyId)
  })
}

/** The paper as it would look, before anything is kept. */
export async function preview(
  context: Context,
  agencyId: Id,
  { paper, words }: TemplatePreview,
): Promise<{ name: string; bytes: Buffer }> {
  const { actor, today } = context
  assertAllowed(mayWrite(actor, agencyId))
  assertFields(words)
  const { body } = await context.read((db) => wordsOf(db, agencyId, today))
  const template = asTemplate(body, words)
  return paper === 'notice'
    ? {
        name: 'Mẫu thông báo kết luận.docx',
        bytes: await makeConclusionNotice(sampleNotice(template, today)),
      }
    : {
        name: 'Mẫu công văn đôn đốc.docx',
        bytes: await makeDunningLetter(sampleLetter(template, words, today)),
      }
}

export function numbering(context: Context): Promise<Numbering> {
  return context.read((db) => presentNumbering(db, context))
}

async function presentNumbering(db: Reader, { actor, today }: Context): Promise<Numbering> {
  const setting = await store.findSetting(db, NUMBERING, today)
  const { data = [] } = z.array(PaperKind).safeParse(setting?.value)
  return {
    kinds: data,
    since: setting?.fromOn ?? null,
    version: setting?.version ?? 0,
    allowed: mayNumber(actor) ? ['change'] : [],
  }
}

/** Numbers given so far stay; a book that is opened goes on behind what the register holds. */
export function changeNumbering(
  context: Context,
  { version, kinds }: NumberingChange,
): Promise<Numbering> {
  const { actor, today } = context
  return context.write(async (tx) => {
    assertAllowed(mayNumber(actor))
    const before = await store.lock(tx, NUMBERING, today, version)
    const chosen = [...new Set(kinds)]
    const { kinds: was } = await presentNumbering(tx, context)
    await store.put(tx, NUMBERING, chosen, before, today)
    const change = audit.changes({ kinds: was }, { kinds: chosen })
    await audit.record(tx, actor, 'numbering.change', INSTALLATION, change)
    return presentNumbering(tx, context)
  })
}
