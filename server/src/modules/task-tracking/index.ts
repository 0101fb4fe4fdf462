export { extrasOf, type TrackingExtras } from './service.ts'
