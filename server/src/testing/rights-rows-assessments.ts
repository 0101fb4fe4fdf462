import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'

/** A file of the demo's first step of an assessment, a limit of inspections, for `fillEmptyTables`. */
export function assessmentRows(
  file: Id | undefined,
  unitId: Id | undefined,
): [string, Record<string, unknown>][] {
  const of = sql`(select assessment_id from assessment_steps where seq = 1 limit 1)`
  return [
    ['entity_check_limits', { unit_id: unitId, most_a_year: 1 }],
    ['assessment_files', { assessment_id: of, seq: 1, position: 0, file_id: file }],
    ['file_links', { file_id: file, subject_kind: 'assessment', subject_id: of }],
  ]
}
