import './holding.ts'
import './personal.ts'

export { assessmentRoutes } from './routes.ts'
/** For the demo and benchmarks. */
export { open as openAssessmentRound, publish as publishAssessmentRound } from './rounds.ts'
export { scoreAll } from './scores.ts'
export { act as assess, get as getAssessment, list as listAssessments } from './service.ts'
