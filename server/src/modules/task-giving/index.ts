export { assertMayDraft, create, edit, tellStarted } from './service.ts'
