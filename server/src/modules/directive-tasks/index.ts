export {
  type DirectiveToDraft,
  draftFromDirectives,
  issueForNotice,
  type IssuedNotice,
  startByWordForNotice,
} from './service.ts'
