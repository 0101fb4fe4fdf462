import { exportingHandler, exportsEndingHandler } from './modules/exports/index.ts'
import './holding-list.ts'
import { risingHandler } from './modules/difficulties/index.ts'
import { dutyNoticesHandler } from './modules/duty-notices/index.ts'
import { summing } from './modules/figures/index.ts'
import { archivingHandler } from './modules/matters/index.ts'
import { requestedHandler } from './modules/personal-data/index.ts'
import { purgingHandler, purgingOnHandler } from './modules/purges/index.ts'
import { remindingHandler } from './modules/reminders/index.ts'
import {
  aheadHandler,
  carryingHandler,
  carryingOnHandler,
} from './modules/reorganisations/index.ts'
import { makingHandler } from './modules/reports/index.ts'
import { doublesHandler, doublesWholeHandler } from './modules/registry-doubles/index.ts'
import { entityResizeHandler } from './modules/registry/index.ts'
import { entityImportHandler } from './modules/registry-import/index.ts'
import { trancheHandler } from './modules/support/index.ts'
import { recurringHandler } from './modules/task-instances/index.ts'
import { rebuildingHandler } from './modules/task-rebuild/index.ts'
import { handingOverHandler } from './modules/task-succession/index.ts'
import { unitImportHandler } from './modules/unit-import/index.ts'
import { sealing } from './platform/audit.ts'
import { collecting } from './platform/files.ts'
import type { JobHandler } from './platform/jobs.ts'

/** The one list of what is done in the background. */
export const jobHandlers: readonly JobHandler[] = [
  sealing,
  collecting,
  exportingHandler,
  exportsEndingHandler,
  archivingHandler,
  recurringHandler,
  remindingHandler,
  handingOverHandler,
  rebuildingHandler,
  carryingHandler,
  carryingOnHandler,
  requestedHandler,
  purgingHandler,
  purgingOnHandler,
  aheadHandler,
  unitImportHandler,
  doublesHandler,
  doublesWholeHandler,
  entityImportHandler,
  entityResizeHandler,
  summing,
  makingHandler,
  risingHandler,
  trancheHandler,
  dutyNoticesHandler,
]
