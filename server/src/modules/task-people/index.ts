export { comment, endPassing, listPeople, markSeen, passOn, planMilestones } from './service.ts'
export { insertComments } from './store.ts'
