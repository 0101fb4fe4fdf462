export { answerSheet, exportRoutes } from './routes.ts'
export {
  declareList,
  type ExportedList,
  exportingHandler,
  exportsEndingHandler,
} from './service.ts'
