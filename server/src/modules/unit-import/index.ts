export {
  KNOWN_SINCE,
  type OldProvince,
  type ProvinceOfToday,
  PROVINCES,
  PROVINCES_ACT,
  PROVINCES_DAY,
} from './provinces.ts'
