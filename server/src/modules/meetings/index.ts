import './holding.ts'

export { createMeeting, type MeetingToMake } from './create.ts'
export { meetingRoutes } from './routes.ts'
export { list as listMeetings } from './service.ts'
