import './full-list.ts'
import './personal.ts'

export { registryImportRoutes } from './routes.ts'
export { carryOut as importEntities, entityImportHandler } from './service.ts'
export { open as openImport } from './reading.ts'
export { SHEET } from './template.ts'
