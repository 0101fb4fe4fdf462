export { settingRoutes } from './routes.ts'
export { entityResizeHandler } from './service.ts'
export { commodityNames } from './store.ts'
