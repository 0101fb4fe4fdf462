export {
  append,
  assertAssignable,
  assertVersion,
  type Author,
  insert,
  linkFiles,
  listPartIds,
  lock,
  type LockedTask,
  mannersOf,
  notFound,
  takeNumbers,
} from './store.ts'
