export { plan as planDialogue } from './service.ts'
export { dialogueRoutes } from './routes.ts'
