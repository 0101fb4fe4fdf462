export { reportFormRoutes } from './routes.ts'
export { formForRound, freezeForRound } from './service.ts'
