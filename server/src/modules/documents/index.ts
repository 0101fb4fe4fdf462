import './holding.ts'

export { changeDocument } from './change.ts'
export { citation, paperKindOf, textHash } from './domain.ts'
export { asFile, EXCEL, sheetStream, WORD } from './downloads.ts'
export { type IssuedDocument, whenIssued } from './issued.ts'
export { issueDocument } from './issue.ts'
export {
  type CitedPaper,
  ensureStub,
  type NewPaper,
  registerDocument,
  type Registered,
} from './register.ts'
export { fileRoutes } from './file-routes.ts'
export { documentRoutes } from './routes.ts'
export { fold, type SearchQuery, searchQuery, snippet } from './search-query.ts'
export { assertNoStateSecret } from './secrecy.ts'
export { findBySymbol, findByText, giveReaders, linkDocuments, textOf } from './lookups.ts'
export { listFiles as listDocumentFiles } from './parts.ts'
export { stepDocument } from './steps.ts'
export { list as listDocuments } from './service.ts'
