export { unitsAsCsv } from './as-csv.ts'
export {
  KNOWN_SINCE,
  type OldProvince,
  type ProvinceOfToday,
  PROVINCES,
  PROVINCES_DAY,
} from './provinces.ts'
export { unitImportRoutes } from './routes.ts'
export { carryOut, draw, rowsIn, unitImportHandler } from './service.ts'
export { countsOf } from './plan.ts'
