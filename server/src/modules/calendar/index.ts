export { isWeekend, specialDays } from './domain.ts'
export { calendarRoutes } from './routes.ts'
export { addWorkingDays } from './service.ts'
