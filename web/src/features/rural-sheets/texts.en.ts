import type { InEnglish } from '../../lib/in-english.ts'
import type { RURAL } from './texts.ts'

export const RURAL_EN: InEnglish<typeof RURAL> = {
  'rural.title': 'Evidence for new rural areas',
  'rural.lead':
    'The commune’s criteria about cooperatives. Counted as of {day}; results are the commune’s own statement.',
  'rural.unit': 'Commune',
  'rural.year': 'Year',
  'rural.word': 'As Word',
  'rural.excel': 'As Excel',
  'rural.criteria': 'List of criteria',
  'rural.line': 'What is asked',
  'rural.threshold': 'Threshold',
  'rural.threshold.none': 'Not filled in: no basis is known yet',
  'rural.evidence': 'What the program knows',
  'rural.state': 'Result',
  'rural.state.met': 'Met',
  'rural.state.not_met': 'Not met',
  'rural.state.unknown': 'Not known',
  'rural.note': 'Note, papers',
  'rural.enter': 'State the result',
  'rural.entered': 'Kept',
  'rural.keep': 'Keep',
  'rural.criteria.lead':
    'The list of {unit}. Thresholds and bases come from the papers that hold there; what is empty is marked so.',
  'rural.criteria.shipped': 'The list that ships is in use: it has no thresholds and no bases.',
  'rural.criteria.add': 'Add a line',
  'rural.criteria.remove': 'Take out {name}',
  'rural.criteria.kept': 'The list is kept',
  'rural.criteria.wrong': 'Each line needs words.',
  'rural.basis': 'Legal basis',
  'rural.source': 'Counted by the program',
  'rural.source.none': 'Nothing',
  'rural.source.active': 'Cooperatives and groups at work',
  'rural.source.rated': 'Ratings of the year',
  'rural.source.links': 'Contracts for products',
  'rural.source.ocop': 'OCOP products',
}
