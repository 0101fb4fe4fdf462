export { answerSheet, exportRoutes } from './routes.ts'
export {
  declareList,
  type ExportedList,
  exportingHandler,
  exportMark,
  exportsEndingHandler,
  takeAway,
} from './service.ts'
