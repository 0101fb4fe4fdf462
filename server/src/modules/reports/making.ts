import type { Id } from '@hopluc/shared/values'
import * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import * as files from '../../platform/files.ts'
import { handle, jobKind } from '../../platform/jobs.ts'
import { makeAnnex } from './annex.ts'
import { fillApart, type FilledReport } from './fill-apart.ts'
import { gather } from './gather.ts'
import { can, may } from './policy.ts'
import * as makes from './makes-store.ts'
import * as store from './store.ts'
import { ownTextsOf } from './template-checking.ts'
import * as templates from './templates.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** From so many units on it takes longer than a person waits for. */
const MANY_UNITS = 300

/** Where the page to check a copy lies. */
const checkAddress = (site: string, code: string) => `${site}/kiem-tra/${code}`

export const making = jobKind('reports.make', z.object({ reportId: z.uuid(), site: z.string() }))

export const makingHandler = handle(making, {
  isUrgent: true,
  retries: 0,
  asPerson: async (context, { reportId, site }) => {
    try {
      await make(context, reportId, site)
    } finally {
      await context.write((tx) => store.update(tx, reportId, { jobId: null }))
    }
  },
})

/** Whether making it is work for the background. */
export async function isLong(context: Context, unitId: Id): Promise<boolean> {
  const { count } = await context.read((db) =>
    db
      .selectFrom('unit_versions')
      .select((from) => from.fn.countAll<number>().as('count'))
      .where('parent_id', '=', unitId)
      .where('from_on', '<=', context.today)
      .where('until_on', '>=', context.today)
      .executeTakeFirstOrThrow(),
  )
  return count > MANY_UNITS
}

/**
 * Makes a report anew from the figures of this moment: Word, what changed as tracked changes, and the
 * annex in Excel; every number that was placed is kept with its source.
 * @param site what people open: "https://hopluc.example.vn"
 */
export async function make(context: Context, id: Id, site: string): Promise<void> {
  const { actor } = context
  const began = performance.now()
  const report = await context.read((db) => store.get(db, id))
  assertAllowed(may(actor, 'make', report))
  if (!can('make', report)) throw wrongState()
  const template = await templateOf(context, report)
  const address = checkAddress(site, report.code)
  const { boundaries, code, unitId, period } = report
  const own = new Map(
    ownTextsOf(template.found).map((title) => [title, report.ownTexts[title] || EMPTY]),
  )
  const issuerId = report.issuerId ?? report.ownerId
  const content = await gather(
    context,
    { unitId, period, boundaries, issuerId, own, code, address },
    template.found,
  )
  const earlier = await context.read((db) => earlierMake(db, report))
  const filled = await fillApart(
    { template: template.bytes, content, before: earlier?.figures ?? [] },
    context.signal,
  )
  const names = new Map(
    [...content.rows['các đơn vị'], ...content.rows['các đơn vị chưa báo cáo']].map(
      ({ unitId: unit = '', texts }) => [unit, texts['tên đơn vị'] ?? ''],
    ),
  )
  names.set(content.unit.id, content.unit.name)
  for (const unit of content.units.values()) names.set(unit.id, unit.name)
  const annex = await makeAnnex(report.title, filled.figures, names)
  await keep(context, report, { filled, annex, earlier, began, asOf: content.asOf })
}

/** Stands where the officer has not written yet. */
const EMPTY = '…………………………'

async function templateOf(
  context: Context,
  { template, templateName, templateFileId }: store.ReportRow,
): Promise<templates.ReadTemplate> {
  return templateFileId === null
    ? templates.read(context, template)
    : templates.readFile(context, { key: template, name: templateName, fileId: templateFileId })
}

/** What changes are marked against: the issued report that this one corrects, else the last making. */
async function earlierMake(db: Parameters<typeof store.get>[0], report: store.ReportRow) {
  const of = report.replacesId === null ? report : await store.get(db, report.replacesId)
  if (of.madeSeq === 0) return undefined
  const figures = await makes.listFigures(db, of.id, of.madeSeq)
  const before = figures.map(({ breakdown: parts, ...figure }) => ({ ...figure, parts }))
  return { reportId: of.id, seq: of.madeSeq, figures: before }
}

interface Made {
  filled: FilledReport
  annex: Buffer
  earlier: { reportId: Id; seq: number } | undefined
  began: number
  asOf: Date
}

async function keep(
  context: Context,
  report: store.ReportRow,
  { filled, annex, earlier, began, asOf }: Made,
): Promise<void> {
  const { actor } = context
  const { figures, clean, marked, text } = filled
  const name = fileName(report)
  const received = await Promise.all([
    files.receive(`${name}.docx`, Buffer.from(clean), [WORD]),
    files.receive(`${name} - phụ lục số liệu.xlsx`, annex, [EXCEL]),
    ...(marked
      ? [files.receive(`${name} - đánh dấu thay đổi.docx`, Buffer.from(marked), [WORD])]
      : []),
  ])
  try {
    await context.write(async (tx) => {
      const { id, madeSeq, version } = await store.get(tx, report.id)
      if (version !== report.version) await store.lock(tx, id, report.version)
      const stored = []
      for (const one of received) {
        const file = await files.store(tx, one)
        await files.link(tx, file.id, 'report', id)
        stored.push(file.id)
      }
      const [wordFileId = '', sheetFileId = '', markedFileId = null] = stored
      const seq = madeSeq + 1
      const missing = figures.filter(({ isMissing }) => isMissing).length
      const changed = figures.filter(({ was }) => was !== null).length
      await makes.insertMake(
        tx,
        {
          reportId: id,
          seq,
          asOf,
          comparedWith: earlier ? { reportId: earlier.reportId, seq: earlier.seq } : null,
          wordFileId,
          sheetFileId,
          markedFileId,
          text,
          missing,
          changed,
          milliseconds: Math.round(performance.now() - began),
          accountId: actor.accountId,
          byWords: actor.byWords,
        },
        figures,
      )
      await store.update(tx, id, { madeSeq: seq })
      await audit.record(tx, actor, 'report.make', id, {
        seq,
        figures: figures.length,
        missing,
        changed,
      })
    })
  } finally {
    for (const one of received) await one.dispose()
  }
}

export function fileName({ title, symbol }: Pick<store.ReportRow, 'title' | 'symbol'>): string {
  const plain = `${symbol ?? 'BC'} ${title}`.replace(/[\\/:*?"<>|]/g, '-')
  return `Bao cao ${plain}`.slice(0, 120).trim()
}

export function wrongState() {
  return new AppError('rule', 'reports.wrong_state', {
    vi: 'Báo cáo đang ở trạng thái không thực hiện được thao tác này. Hãy tải lại trang.',
    en: 'The report is in a state in which this cannot be done. Reload the page.',
  })
}
