import type { READING_ACCURACY } from './texts.ts'

export const READING_ACCURACY_EN: Record<keyof typeof READING_ACCURACY, string> = {
  'accuracy.title': 'Accuracy in use',
  'accuracy.lead':
    'What was proposed beside what people confirmed, over the texts that you may see.',
  'accuracy.from': 'Confirmed from',
  'accuracy.until': 'Until',
  'accuracy.empty': 'No text was confirmed in this span. Confirm one to see figures.',
  'accuracy.over': 'Over {count} confirmed text || Over {count} confirmed texts',
  'accuracy.kind': 'Kind',
  'accuracy.proposed': 'Proposed',
  'accuracy.kept': 'Kept as is',
  'accuracy.changed': 'Changed',
  'accuracy.discarded': 'Left out',
  'accuracy.added': 'Added',
  'accuracy.export': 'Download confirmed texts',
  'accuracy.export.note':
    'A JSON file with the texts and what was confirmed of them, to check and improve the reading. At most 200 texts a file.',
  'accuracy.words': 'Words for reading texts',
  'words.title': 'Words for reading texts',
  'words.lead':
    'Add words that the system does not know. They hold for texts put in after saving; texts read before stay as they are.',
  'words.since': 'The list has been in use since {day}.',
  'words.hint': 'One a line. The system ships with {count}.',
  'words.bodies': 'Names and short names of agencies',
  'words.fields': 'Fields behind Sở, Phòng',
  'words.posts': 'Posts addressed for their body',
  'words.verbs': 'Verbs with which a task begins',
  'words.reports': 'Verbs that report or wish (and order nothing)',
  'words.trades': 'Trades and products in names of cooperatives',
  'words.units': 'Units of measure, things counted',
  'words.indicators': 'Words that mean an indicator',
  'words.indicators.hint':
    'One a line: words beside a number = name of the indicator, such as “số hộ liên kết = Members”. The system ships with {count} rules. Names: {names}.',
  'words.indicators.unknown':
    '“{line}”: behind = stands the name of an indicator from the list below.',
  'words.save': 'Save words',
  'words.saved': 'Words saved.',
  'words.long': 'A word has 2 to 80 characters, a field at most 500 words.',
  'words.none': 'No word was added.',
  'words.admin': 'Only the administrator adds and removes words.',
}
