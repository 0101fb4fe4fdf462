import type { InEnglish } from '../../lib/in-english.ts'
import type { DIALOGUES } from './texts.ts'

export const DIALOGUES_EN: InEnglish<typeof DIALOGUES> = {
  'dialogues.title': 'Quarterly meetings with cooperatives',
  'dialogues.plan': 'Plan the meeting',
  'dialogues.plan.go': 'Plan and see the agenda',
  'dialogues.plan.hint':
    '{unit}: every working cooperative and group is invited; the agenda has what waits for the commune’s answer. Both can be changed before the invitation leaves.',
  'dialogues.planned': 'The meeting is planned. Look over its agenda, then send the invitation.',
  'dialogues.heldOn': 'Day',
  'dialogues.startsAt': 'Begins at',
  'dialogues.place': 'Place',
  'dialogues.year': 'Year',
  'dialogues.province': 'Choose a province',
  'dialogues.unit': 'Commune',
  'dialogues.quarter': 'Quarter {quarter}',
  'dialogues.sentence': 'Quarter {quarter}: {met} of {count} communes have met their cooperatives.',
  'dialogues.none': 'There is no commune within this scope.',
  'dialogues.cut': 'The first {count} communes are shown. Choose a province.',
  'dialogues.state.held': 'Held',
  'dialogues.state.planned': 'Planned',
  'dialogues.state.missed': 'Not held',
  'dialogues.state.unplanned': 'Not planned yet',
  'dialogues.raised': '{count} raised',
}
