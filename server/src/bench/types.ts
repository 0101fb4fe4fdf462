import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Schema } from '../platform/db.ts'

/** One line of `hopluc bench`; what the yardstick is and the size of the data stand in the note. */
export interface Figure {
  name: string
  value: number
  unit: string
  yardstick?: number
  ratio?: number
  note: string
}

export interface BenchSettings {
  /** On a hundredth of the data: for the tests. */
  isSmall: boolean
  /** Says on standard error how far it is. */
  progress: (words: string) => void
}

/** A migrated database of the benchmark's own, dropped afterwards. */
export interface BenchPlace extends BenchSettings {
  db: Kysely<Schema>
  jobsDb: Kysely<Schema>
  owner: Kysely<Schema>
  connection: (role: 'app' | 'jobs' | 'portal' | 'owner') => pg.ClientConfig
}

/** A benchmark gives one or more figures, whose names it says beforehand. */
export type Bench =
  | { kind: 'database'; names: readonly string[]; run: (place: BenchPlace) => Promise<Figure[]> }
  | { kind: 'plain'; names: readonly string[]; run: (settings: BenchSettings) => Promise<Figure[]> }
