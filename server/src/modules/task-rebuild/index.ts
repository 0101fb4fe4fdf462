export { rebuilding, rebuildingHandler } from './service.ts'
