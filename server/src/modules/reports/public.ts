import type { PublicReport } from '@hopluc/shared/reports'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

interface PublicRow extends Omit<PublicReport, 'replacedBy'> {
  replaced_by_code: string | null
  replaced_by_symbol: string | null
  replaced_by_issued_on: string | null
}

/**
 * What everybody may learn of an issued report by the code on it; the database gives nothing else.
 * @throws AppError `reports.no_such_code`
 */
export async function check(db: Kysely<Schema>, code: string): Promise<PublicReport> {
  const { rows } =
    await sql<PublicRow>`select code, title, issuer, symbol, issued_on as "issuedOn", state,
    hashes, replaced_by_code, replaced_by_symbol, replaced_by_issued_on
    from public_report(${code})`.execute(db)
  const [row] = rows
  if (!row) throw noSuchCode()
  const { replaced_by_code, replaced_by_symbol, replaced_by_issued_on, ...report } = row
  const replacedBy = replaced_by_code
    ? { code: replaced_by_code, symbol: replaced_by_symbol, issuedOn: replaced_by_issued_on }
    : null
  return { ...report, replacedBy }
}

function noSuchCode() {
  return new AppError('not_found', 'reports.no_such_code', {
    vi: 'Không có báo cáo đã ban hành nào mang mã này. Hãy xem lại mã in trên báo cáo.',
    en: 'No issued report bears this code. Compare it with the code on the paper.',
  })
}
