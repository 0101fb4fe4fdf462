import './holding.ts'

export { explain, type ExplainKey } from './explain.ts'

export {
  breakdownIds,
  ensurePeriod,
  findPeriod,
  getPeriod,
  getPeriods,
  periodsAt,
  previousPeriod,
  samePeriodBefore,
} from './periods.ts'
export { figureRoutes } from './routes.ts'
export { registryFigures, type RegistryFigure, type RegistryQuery } from './registry.ts'
export { type SeriesOrigin, seriesOn, type SeriesPoint, type SeriesQuery } from './series.ts'
export { type SumQuery, sumsOn } from './sums.ts'
export { table as figureTable } from './table.ts'
export { refreshSums, summing } from './worker.ts'
