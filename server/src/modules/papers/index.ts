export {
  type ComparedDirective,
  type Comparison,
  type ConfirmedDirective,
  compareWithConfirmed,
} from './compare.ts'
export { tokens, wordRuns } from './compare-words.ts'
export { type CommitteeDecisionInput, makeCommitteeDecision } from './committee-decision.ts'
export { makeConsolidationLetter, makeInspectionMinutes, makeProgramme } from './committee-work.ts'
export { makeConclusionNotice } from './conclusion-notice.ts'
export { directiveSentence } from './directive-words.ts'
export {
  committeeTemplate,
  departmentTemplate,
  fillTemplate,
  type IssuingBody,
  issuerTemplate,
  officeTemplate,
} from './issuer-templates.ts'
export { type DigitalSignature, type SignedPaper, readSignedPaper } from './signed-paper.ts'
export type * from './types.ts'
export {
  type ColumnGuess,
  type GuessedColumn,
  type TaskField,
  type TaskMapping,
} from './task-list-columns.ts'
export { type RowProblem, type TaskRow, guessColumns, parseTaskRows } from './task-list-import.ts'
export { makeDocumentBook } from './document-book.ts'
export {
  type DunningTextInput,
  dunningText,
  LETTER_CLOSING,
  LETTER_OPENING,
  makeDunningLetter,
} from './dunning.ts'
export { makeHandoverMinutes } from './handover.ts'
export { makeInvitation } from './invitation.ts'
export type * from './list-types.ts'
export { makeAttendanceList, makeMinutes } from './minutes.ts'
export { makeOpinionSummary } from './opinion-summary.ts'
export { makeReportTemplate, type ReportPart } from './report-template.ts'
export { authorityLines } from './parts.ts'
export { makeSelfReview } from './self-review.ts'
export { makePurgeMinutes } from './purge-minutes.ts'
export { makeSupportDecision, type SupportDecisionInput } from './support-decision.ts'
export { makeTaskFile } from './task-file.ts'
export { makeProductList, makeTaskListPaper } from './task-list-paper.ts'
export { makeReturnPaper, type ReturnPaperInput, type ReturnTable } from './return-paper.ts'
export { makeRegistryForm, type RegistryFormInput, type RegistryTable } from './registry-form.ts'
