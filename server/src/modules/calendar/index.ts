import { declarePermissions } from '../identity/index.ts'

export { isWeekend, specialDays } from './domain.ts'
export { calendarRoutes } from './routes.ts'
export { addWorkingDays, withDaysOff } from './service.ts'

declarePermissions({
  module: 'calendar',
  vi: 'Lịch làm việc',
  en: 'Calendar',
  actions: {
    'calendar.edit': { vi: 'Sửa ngày nghỉ, làm bù', en: 'Keep days off', roles: ['admin'] },
  },
})
