export { type ExaminedText, readApart, textFromApart } from './apart.ts'
export { Annotated, annotated } from './scoring/annotated.ts'
export { markOf, tooHeavy } from './marks.ts'
export {
  isStateSecret,
  type KnownAgency,
  read,
  SHIPPED,
  type ReadOptions,
  resolveAgencies,
  type ResolvedName,
  TEXT_LIMIT,
} from './reader/index.ts'
export { FILE_LIMIT, textFrom, type TextKind } from './texts.ts'
