import { auditWriters } from './audit-writers.ts'
import type { Bench } from './types.ts'
import { unitsTree } from './units-tree.ts'

/** The one list of benchmarks. */
export const BENCHES: readonly Bench[] = [auditWriters, unitsTree]
