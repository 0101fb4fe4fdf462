import type { Database } from '../platform/config-database.ts'

/** A kind of data that `hopluc import` and `hopluc export` know; each answers how many rows. */
export interface Kind {
  description: string
  import?: (database: Database, file: string) => Promise<number>
  export?: (database: Database, file: string) => Promise<number>
}

/** The one list; modules bring their own. */
export const KINDS: Record<string, Kind> = {}
