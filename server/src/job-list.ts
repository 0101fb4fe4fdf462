import { sealing } from './platform/audit.ts'
import { collecting } from './platform/files.ts'
import type { JobHandler } from './platform/jobs.ts'

/** The one list of what is done in the background. */
export const jobHandlers: readonly JobHandler[] = [sealing, collecting]
