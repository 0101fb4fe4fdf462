import { strFromU8, unzipSync } from 'fflate'
import { type PeriodKind, periodAt, periodBefore } from '@hopluc/shared/periods'
import type { TemplateCheck, TemplateToCheck } from '@hopluc/shared/reports'
import type { Context } from '../../platform/context.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { figureKey, wantedBy } from './content.ts'
import { readFigures } from './figures.ts'
import { assertFillable } from './fill.ts'
import { measuresOf, unitsNamed } from './gather.ts'
import { mayPrepare } from './policy.ts'
import { checkNames, checkTemplate, figuresOf, finding, type Found } from './template-check.ts'
import { paragraphsOf, type WordParts } from './word-text.ts'

/** What is wrong in an uploaded file, and what it would ask of the officer; nothing is kept. */
export async function check(
  context: Context,
  { fileId, periodKind }: TemplateToCheck,
): Promise<TemplateCheck> {
  assertAllowed(mayPrepare(context.actor))
  const bytes = await files.content(context, fileId)
  const parts = wordParts(bytes)
  if (!parts) return { findings: [NOT_WORD], figures: 0, ownTexts: [] }
  const { found, findings } = checkTemplate(paragraphsOf(parts))
  const names = await namesKnown(context, found)
  const all = [...findings, ...checkNames(found, names)]
  if (!all.some(({ isError }) => isError)) {
    all.push(...(await unknownFigures(context, found, periodKind)), ...unfillable(bytes))
  }
  return {
    findings: all,
    figures: found.filter(({ placeholder }) => placeholder.kind === 'figure').length,
    ownTexts: ownTextsOf(found),
  }
}

/** Titles of the paragraphs that the officer writes, each once. */
export function ownTextsOf(found: readonly Found[]): string[] {
  const titles = found.flatMap(({ placeholder }) =>
    placeholder.kind === 'own' ? [placeholder.title] : [],
  )
  return [...new Set(titles)]
}

async function namesKnown(context: Context, found: readonly Found[]) {
  const names = found.flatMap(({ placeholder }) =>
    figuresOf(placeholder).flatMap(({ unit }) =>
      typeof unit === 'object' && unit !== null ? [unit.name] : [],
    ),
  )
  return context.read(async (db) => ({
    codes: new Set((await measuresOf(db)).keys()),
    unitNames: new Set((await unitsNamed(db, names, context.today)).keys()),
  }))
}

/** Figures of which one's own unit has none in the last period that has ended: a warning. */
async function unknownFigures(context: Context, found: readonly Found[], kind: PeriodKind) {
  const period = periodBefore(periodAt(kind, context.today))
  const own = await context.read((db) =>
    db
      .selectFrom('agency_versions')
      .select('unit_id as id')
      .where('agency_id', '=', context.actor.agencyId)
      .where('from_on', '<=', context.today)
      .orderBy('from_on', 'desc')
      .executeTakeFirst(),
  )
  if (!own) return []
  const base = { period, unit: { id: own.id, name: '', shortName: '' }, units: new Map() }
  const here = { unitId: null, parts: {} }
  const outside = found.filter(
    ({ placeholder, loops }) => placeholder.kind === 'figure' && loops.length === 0,
  )
  const asked = outside.flatMap((one) =>
    figuresOf(one.placeholder)
      .slice(0, 1)
      .filter(({ side, unit }) => side === 'done' && unit === null)
      .map((ref) => ({ ...one, wanted: wantedBy(base, ref, here) })),
  )
  const known = await context.read(async (db) =>
    readFigures(
      db,
      asked.map(({ wanted }) => wanted),
      await measuresOf(db),
      'then',
    ),
  )
  return asked
    .filter(({ wanted }) => (known.get(figureKey(wanted))?.value ?? null) === null)
    .map(({ paragraph, typed, wanted }) =>
      finding('no_figure', paragraph, typed, {
        vi: `Kỳ gần nhất chưa có số liệu chỉ tiêu ${wanted.code}; báo cáo sẽ in “chưa có số liệu”.`,
        en: `There is no figure of ${wanted.code} in the last period.`,
      }),
    )
}

function unfillable(bytes: Buffer) {
  try {
    assertFillable(bytes)
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return [finding('broken', { place: 'Toàn văn', text: '' }, '', error.sentences)]
  }
}

const NOT_WORD = finding('broken', { place: 'Toàn văn', text: '' }, '', {
  vi: 'Tệp này không phải là văn bản Word (.docx). Hãy lưu lại ở dạng .docx rồi đưa lên.',
  en: 'This is no Word document (.docx).',
})

/** Undefined for what is no Word file. */
function wordParts(bytes: Buffer): WordParts | undefined {
  try {
    const parts = partsOf(bytes)
    return parts['word/document.xml'] ? parts : undefined
  } catch {
    return undefined
  }
}

const TEXT_PARTS = /^word\/(?:document|header\d*|footer\d*)\.xml$/
/** More text than this no template has; what was packed tighter is left alone. */
const MOST_TEXT = 30 * 1024 * 1024

/** The parts of a Word file that hold words, composed. */
export function partsOf(bytes: Buffer): WordParts {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => TEXT_PARTS.test(name) && originalSize < MOST_TEXT,
  })
  return Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      Buffer.from(strFromU8(xml).normalize('NFC')),
    ]),
  )
}

/** @throws AppError `reports.template_faulty`, with each place */
export async function assertSound(context: Context, template: TemplateToCheck): Promise<void> {
  const { findings } = await check(context, template)
  const errors = findings.filter(({ isError }) => isError)
  if (errors.length === 0) return
  throw new AppError(
    'rule',
    'reports.template_faulty',
    {
      vi: `Mẫu có ${errors.length} chỗ sai nên chưa nhận. Hãy sửa các chỗ dưới đây trong Word rồi đưa lên lại.`,
      en: `The template has ${errors.length} errors and was not taken. Correct them in Word and send it again.`,
    },
    errors.map(({ place, vi, en }) => ({ path: place, vi: `${place}: ${vi}`, en })),
  )
}
