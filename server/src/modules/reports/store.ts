import type { DocumentState } from '@hopluc/shared/documents'
import type { PeriodKey } from '@hopluc/shared/periods'
import type { ReportQuery, SignedReport } from '@hopluc/shared/reports'
import type { Id, Named } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { idOfCursor, pageOfRows } from '../units/index.ts'

export type ReportRow = Awaited<ReturnType<typeof get>>

const UNIT = sql<Named>`(select jsonb_build_object('id', v.unit_id, 'name', v.kind || ' ' || v.name,
  'shortName', v.name) from unit_versions v where v.unit_id = reports.unit_id
  order by make_date(reports.period_year, 12, 31) between v.from_on and v.until_on desc, v.from_on desc limit 1)`

const rows = (db: Reader) =>
  db
    .selectFrom('reports')
    .innerJoin('documents', 'documents.id', 'reports.document_id')
    .leftJoin('report_makes', (join) =>
      join
        .onRef('report_makes.report_id', '=', 'reports.document_id')
        .onRef('report_makes.seq', '=', 'reports.made_seq'),
    )
    .select([
      'documents.id',
      'documents.abstract as title',
      'documents.symbol',
      'documents.number',
      'documents.issued_on as issuedOn',
      'documents.signer_name as signerName',
      'documents.version as documentVersion',
      'documents.owner_id as ownerId',
      'documents.issuer_id as issuerId',
      'documents.issuer_name as issuerName',
      'reports.unit_id as unitId',
      'reports.template',
      'reports.template_name as templateName',
      'reports.template_file_id as templateFileId',
      'reports.code',
      'reports.replaces_id as replacesId',
      'reports.signed_file_id as signedFileId',
      'reports.made_seq as madeSeq',
      'reports.job_id as jobId',
      'reports.version',
      'report_makes.made_at as madeAt',
      'report_makes.missing',
      'report_makes.changed',
    ])
    .select((from) => [
      UNIT.as('unit'),
      sql<PeriodKey>`jsonb_build_object('kind', reports.period_kind, 'year', reports.period_year,
        'part', reports.period_part)`.as('period'),
      from.ref('documents.state').$castTo<DocumentState>().as('state'),
      from.ref('reports.boundaries').$castTo<'then' | 'today'>().as('boundaries'),
      from.ref('reports.own_texts').$castTo<Record<string, string>>().as('ownTexts'),
      from.ref('reports.signed').$castTo<SignedReport | null>().as('signed'),
      sql<boolean>`documents.owner_id in (select acting_agencies())`.as('isOwn'),
    ])

export async function get(db: Reader, id: Id) {
  return rows(db).where('documents.id', '=', id).executeTakeFirstOrThrow(notFound)
}

/** Locks the report for this transaction, and refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<ReportRow> {
  await tx
    .selectFrom('reports')
    .select('version')
    .where('document_id', '=', id)
    .forUpdate()
    .execute()
  const report = await get(tx, id)
  if (report.version === version) return report
  throw changed()
}

export function changed() {
  return new AppError('conflict', 'reports.changed', {
    vi: 'Báo cáo vừa được người khác thay đổi. Nội dung đồng chí nhập vẫn còn trên màn hình; hãy tải lại để xem bản mới.',
    en: 'Someone has just changed this report. What you typed is still on the screen; reload to see the new version.',
  })
}

/** The last begun first. */
export async function list(db: Reader, { state, year, limit, cursor }: ReportQuery) {
  const found = await rows(db)
    .where((from) =>
      from.and([
        ...(state ? [from('documents.state', '=', state)] : []),
        ...(year ? [from('reports.period_year', '=', year)] : []),
        ...(cursor ? [from('documents.id', '<', idOfCursor(cursor))] : []),
      ]),
    )
    .orderBy('documents.id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOfRows(found, limit)
}

export interface NewRow {
  id: Id
  unitId: Id
  period: PeriodKey
  boundaries: string
  template: string
  templateName: string
  templateFileId: Id | null
  ownTexts: Record<string, string>
  code: string
  replacesId: Id | null
}

export async function insert(tx: Tx, row: NewRow): Promise<void> {
  await tx
    .insertInto('reports')
    .values({
      document_id: row.id,
      unit_id: row.unitId,
      period_kind: row.period.kind,
      period_year: row.period.year,
      period_part: row.period.part,
      boundaries: row.boundaries,
      template: row.template,
      template_name: row.templateName,
      template_file_id: row.templateFileId,
      own_texts: JSON.stringify(row.ownTexts),
      code: row.code,
      replaces_id: row.replacesId,
    })
    .execute()
}

export interface ReportPatch {
  ownTexts?: Record<string, string>
  signed?: SignedReport
  madeSeq?: number
  jobId?: Id | null
}

export async function update(tx: Tx, id: Id, patch: ReportPatch): Promise<void> {
  const { ownTexts, signed, madeSeq, jobId } = patch
  await tx
    .updateTable('reports')
    .set({
      ...(ownTexts && { own_texts: JSON.stringify(ownTexts) }),
      ...(signed && { signed: JSON.stringify(signed), signed_file_id: signed.fileId }),
      ...(madeSeq !== undefined && { made_seq: madeSeq }),
      ...(jobId !== undefined && { job_id: jobId }),
    })
    .set((from) => ({ version: from('version', '+', 1) }))
    .where('document_id', '=', id)
    .execute()
}

/** The paper that stands for it now, or that it stands for. */
export async function findCited(db: Reader, id: Id, which: 'replaces' | 'replaced_by') {
  return db
    .selectFrom('reports')
    .innerJoin('documents', 'documents.id', 'reports.document_id')
    .select(['documents.id', 'documents.symbol', 'documents.issued_on as issuedOn'])
    .where(which === 'replaces' ? 'reports.document_id' : 'reports.replaces_id', '=', id)
    .orderBy('documents.id', 'desc')
    .executeTakeFirst()
}

export function notFound() {
  return new AppError('not_found', 'reports.not_found', {
    vi: 'Không tìm thấy báo cáo này, hoặc báo cáo không thuộc phạm vi của đồng chí.',
    en: 'There is no such report, or it is outside your scope.',
  })
}
