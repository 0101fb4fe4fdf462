export { selfReviewRoutes } from './routes.ts'
