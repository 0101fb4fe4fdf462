import type { InEnglish } from '../../lib/in-english.ts'
import type { AUDIT } from './texts.ts'

export const AUDIT_EN: InEnglish<typeof AUDIT> = {
  'audit.title': 'Audit',
  'audit.lead': 'Who did what, when, on which record. It is only added to, never changed.',
  'audit.when': 'When',
  'audit.who': 'Who',
  'audit.what': 'What',
  'audit.on': 'Record',
  'audit.sealed': 'Sealed',
  'audit.unsealed': 'To be sealed',
  'audit.seal': 'Seal',
  'audit.none': 'Nothing fits.',
  'audit.event': 'What',
  'audit.event.all': 'All',
  'audit.from': 'From',
  'audit.until': 'Until',
  'audit.account': 'Who',
  'audit.subject': 'One record only',
  'audit.clear': 'Clear filters',
  'audit.details': 'What was recorded',
  'audit.details.of': 'Recorded: {what}',
  'audit.details.show': 'Show what was recorded',
  'audit.details.hidden': 'The contents are not within your scope.',
  'audit.record': 'Record id',
  'audit.code': 'Code',
  'audit.unknown': 'A record outside your scope',
}
