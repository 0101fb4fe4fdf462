export { answerSheet, exportRoutes } from './routes.ts'
export {
  declareList,
  type ExportedList,
  exportingHandler,
  exportMark,
  exportsEndingHandler,
} from './service.ts'
