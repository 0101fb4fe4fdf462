export { reportFormRoutes } from './routes.ts'
export { add as addForm, formForRound, freezeForRound } from './service.ts'
