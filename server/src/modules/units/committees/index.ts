export { electBoard } from './elect.ts'
import './holding.ts'

export { committeeRoutes } from './routes.ts'
export { listMembers as membersUpTo } from './members.ts'
export {
  get as committeeOnDay,
  isKept,
  lock as lockCommittee,
  settle as settleCommittee,
} from './store.ts'
