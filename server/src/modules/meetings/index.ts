import './holding.ts'

export { addToAgenda } from './agenda.ts'
export { createMeeting, type MeetingToMake } from './create.ts'
export { meetingRoutes } from './routes.ts'
export { paper as meetingPaper } from './drafts.ts'
export { listFiles as listMeetingFiles } from './parts.ts'
export {
  change as changeMeeting,
  get as getMeeting,
  list as listMeetings,
  setAttendees,
  step as meetingStep,
} from './service.ts'
export { listOwnPlanned } from './store.ts'
