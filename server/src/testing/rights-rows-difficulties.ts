import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'

/** A file of the demo's first difficulty, for `fillEmptyTables`. */
export function difficultyRows(file: Id | undefined): [string, Record<string, unknown>][] {
  const of = sql`(select difficulty_id from difficulty_events limit 1)`
  return [
    ['difficulty_files', { difficulty_id: of, seq: 1, position: 0, file_id: file }],
    ['file_links', { file_id: file, subject_kind: 'difficulty', subject_id: of }],
  ]
}
