import type { PeriodKey } from '@hopluc/shared/periods'
import { periodOfCode } from '@hopluc/shared/periods'
import type { Report, ReportFigure, ReportMake, ReportSummary } from '@hopluc/shared/reports'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { figureKey, type Wanted } from './content.ts'
import { readFigures } from './figures.ts'
import { measuresOf } from './gather.ts'
import { allowedActions } from './policy.ts'
import { printFigure } from './printing.ts'
import { readPlaceholder } from './placeholders.ts'
import * as makes from './makes-store.ts'
import * as store from './store.ts'
import { comparedWith } from './template-check.ts'
import { periodOf } from './periods.ts'
import { ownTextsOf } from './template-checking.ts'
import { read, readFile } from './templates.ts'

export function summaryOf(row: store.ReportRow): ReportSummary {
  const issuerId = row.issuerId ?? row.ownerId
  return {
    id: row.id,
    title: row.title,
    unit: row.unit,
    issuer: { id: issuerId, name: row.issuerName, shortName: row.issuerName },
    period: row.period,
    state: row.state,
    symbol: row.symbol,
    issuedOn: row.issuedOn,
    templateName: row.templateName,
    madeAt: row.madeAt?.toISOString() ?? null,
    missing: row.missing ?? 0,
    changed: row.changed ?? 0,
    isCorrection: row.replacesId !== null,
  }
}

export async function present(context: Context, id: Id): Promise<Report> {
  const { actor } = context
  const row = await context.read((db) => store.get(db, id))
  const { template, templateName: name, templateFileId: fileId } = row
  const { found } =
    fileId === null
      ? await read(context, template)
      : await readFile(context, { key: template, name, fileId })
  return context.read(async (db) => ({
    ...summaryOf(row),
    code: row.code,
    boundaries: row.boundaries,
    signerName: row.signerName,
    ownTexts: ownTextsOf(found).map((title) => ({ title, text: row.ownTexts[title] ?? '' })),
    isMaking: row.jobId !== null,
    makes: (await makes.listMakes(db, id)).map((make) => makeOf(id, make)),
    figures: row.madeSeq === 0 ? [] : await figuresOf(db, id, row.madeSeq),
    signed: row.signed,
    replaces: row.replacesId
      ? ((await store.findCited(db, row.replacesId, 'replaces')) ?? null)
      : null,
    replacedBy: (await store.findCited(db, id, 'replaced_by')) ?? null,
    version: row.version,
    allowed: allowedActions(actor, row),
  }))
}

type MakeRow = Awaited<ReturnType<typeof makes.listMakes>>[number]

function makeOf(id: Id, make: MakeRow): ReportMake {
  const { comparedWith: of, comparedSeq, markedFileId, madeAt, asOf } = make
  const { wordFileId: _word, sheetFileId: _sheet, text: _text, ...rest } = make
  return {
    ...rest,
    madeAt: madeAt.toISOString(),
    asOf: asOf.toISOString(),
    comparedWith: of === null ? null : of === id ? `${comparedSeq}` : 'issued',
    hasMarks: markedFileId !== null,
  }
}

function figuresOf(db: Reader, id: Id, seq: number): Promise<ReportFigure[]> {
  return makes.listFigures(db, id, seq)
}

/** What would be printed now where it is not what was printed: a correction has come since. */
export async function outdated(
  context: Context,
  id: Id,
): Promise<{ position: number; printed: string }[]> {
  return context.read(async (db) => {
    const row = await store.get(db, id)
    if (!row.isOwn || row.madeSeq === 0) return []
    const measures = await measuresOf(db)
    const figures = await makes.listFigures(db, id, row.madeSeq)
    const again = figures.flatMap((figure) => {
      const asked = askedBy(row.period, figure)
      return asked ? [{ figure, ...asked }] : []
    })
    const wanted = again.flatMap(({ own, other }) => (other ? [own, other] : [own]))
    const known = await readFigures(db, wanted, measures, row.boundaries)
    return again.flatMap(({ figure, own, other, placeholder }) => {
      const value = known.get(figureKey(own))?.value ?? null
      const compared = (other && known.get(figureKey(other))?.value) ?? null
      // what was rounded in print may have moved unseen
      if (value === figure.value && compared === figure.compared) return []
      const measure = measures.get(own.code.toLowerCase())
      if (!measure) return []
      const printed = printFigure(placeholder, measure, value, compared)
      return printed === figure.printed ? [] : [{ position: figure.position, printed }]
    })
  })
}

type FigureRow = Awaited<ReturnType<typeof makes.listFigures>>[number]

/** The figures that a placed number was made of. */
function askedBy(own: PeriodKey, figure: FigureRow) {
  const placeholder = readPlaceholder(figure.typed)
  const period = periodOfCode(figure.period)
  if (placeholder.kind !== 'figure' || !period) return undefined
  const { unitId, breakdown: parts, side } = figure
  const base: Wanted = { unitId, code: figure.code, period, parts, side }
  const [ref] = comparedWith(placeholder.figure, placeholder.against)
  const other = ref && { ...base, period: periodOf(own, ref.period), side: ref.side }
  return { own: base, other, placeholder: { ...placeholder, side } }
}
