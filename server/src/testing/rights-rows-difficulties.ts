import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'

/** A file of the demo's first difficulty, for `fillEmptyTables`. */
export function difficultyRows(file: Id | undefined): [string, Record<string, unknown>][] {
  const of = sql`(select difficulty_id from difficulty_events limit 1)`
  return [
    ['difficulty_files', { difficulty_id: of, seq: 1, position: 0, file_id: file }],
    [
      'difficulty_uses',
      {
        difficulty_id: of,
        meeting_id: sql`(select id from meetings limit 1)`,
        put_on: '2026-01-05',
        put_by: sql`(select made_by from difficulty_events limit 1)`,
        put_words: 'Mật danh',
      },
    ],
    ['file_links', { file_id: file, subject_kind: 'difficulty', subject_id: of }],
  ]
}
