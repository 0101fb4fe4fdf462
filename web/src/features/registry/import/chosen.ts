import type { GoneAs } from '@hopluc/shared/entity-import'
import type { Id } from '@hopluc/shared/values'

/** What is accepted one by one: lines of the file, and entities that it no longer has. */
export interface Chosen {
  readonly lines: ReadonlySet<string>
  readonly gone: ReadonlySet<Id>
  /** What is recorded of them; chosen once for all. */
  readonly goneAs: GoneAs | null
}
