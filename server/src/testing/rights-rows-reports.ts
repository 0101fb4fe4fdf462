import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'

/** A report of the committee, made once, for `fillEmptyTables`. */
export function reportRows(known: {
  committee: Id | undefined
  unitId: Id | undefined
  standing: Id | undefined
  file: Id | undefined
}): [string, Record<string, unknown>][] {
  const { committee, unitId, standing, file } = known
  const report = newId()
  const template = newId()
  const files = { word_file_id: file, marked_file_id: file, sheet_file_id: file }
  return [
    [
      'report_templates',
      {
        id: template,
        agency_id: committee,
        period_kind: 'half',
        file_id: file,
        created_by: standing,
      },
    ],
    ['file_links', { file_id: file, subject_kind: 'report_template', subject_id: template }],
    [
      'documents',
      {
        id: report,
        owner_id: committee,
        owner_unit_id: unitId,
        issuer_id: committee,
        direction: 'outgoing',
        kind: 'BC',
        state: 'draft',
        symbol: 'BC-BCĐ',
        created_by: standing,
      },
    ],
    [
      'reports',
      {
        document_id: report,
        unit_id: unitId,
        period_kind: 'half',
        period_year: 2025,
        period_part: 1,
        template: 'committee-half',
        code: 'MATDANH00000',
        made_seq: 1,
      },
    ],
    ['report_makes', { report_id: report, seq: 1, made_by: standing, ...files }],
    [
      'report_figures',
      {
        report_id: report,
        seq: 1,
        position: 1,
        typed: 'H1',
        show: 'value',
        side: 'done',
        period: '2025h1',
        unit_id: unitId,
        indicator_id: sql`(select id from indicators where code = 'H1')`,
        value: -1,
        source: JSON.stringify({
          asOf: null,
          expected: null,
          reported: null,
          missing: null,
          isEstimate: false,
          isIncomplete: false,
          isCounted: false,
          versions: [],
          versionCount: 0,
        }),
      },
    ],
  ]
}
