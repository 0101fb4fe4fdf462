export {
  daysLate,
  type DueSoon,
  dueSoonDays,
  extend,
  SEVEN_DAYS,
  spans,
  statusOn,
  type TaskSpan,
} from './domain.ts'
