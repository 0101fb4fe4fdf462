import { assess } from './assess.ts'
import { auditWriters } from './audit-writers.ts'
import { deadline } from './deadline.ts'
import { guardedList } from './guarded-list.ts'
import { reading } from './reading.ts'
import { registry } from './registry.ts'
import { registryDoubles } from './registry-doubles.ts'
import { registryImport } from './registry-import.ts'
import { reorg } from './reorg.ts'
import { report } from './report.ts'
import { rollup } from './rollup.ts'
import type { Bench } from './types.ts'
import { unitsTree } from './units-tree.ts'

/** The one list of benchmarks. */
export const BENCHES: readonly Bench[] = [
  auditWriters,
  guardedList,
  reading,
  unitsTree,
  reorg,
  registry,
  registryDoubles,
  registryImport,
  rollup,
  report,
  assess,
  deadline,
]
