import type { Database } from '../platform/config-database.ts'
import { UNIT_KINDS } from './unit-kinds.ts'

/** What `hopluc import` was told beside the file. */
export interface ImportOptions {
  day?: string
  act?: string
  since?: string
  whole?: boolean
}

/** A kind of data that `hopluc import` and `hopluc export` know; each answers how many rows. */
export interface Kind {
  description: string
  import?: (database: Database, file: string, options: ImportOptions) => Promise<number>
  export?: (database: Database, file: string) => Promise<number>
}

/** The one list; modules bring their own. */
export const KINDS: Record<string, Kind> = { ...UNIT_KINDS }
