export { settingRoutes } from './routes.ts'
export { commodityNames } from './store.ts'
