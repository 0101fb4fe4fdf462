import './holding.ts'

export { createMeeting, type MeetingToMake } from './create.ts'
export { meetingRoutes } from './routes.ts'
export { paper as meetingPaper } from './drafts.ts'
export { listFiles as listMeetingFiles } from './parts.ts'
export { list as listMeetings } from './service.ts'
