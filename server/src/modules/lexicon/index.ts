export { wordRoutes } from './routes.ts'
export { wordsOn } from './service.ts'
