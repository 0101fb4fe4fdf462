import type { InEnglish } from '../../lib/in-english.ts'
import type { MATTERS } from './texts.ts'

export const MATTERS_EN: InEnglish<typeof MATTERS> = {
  'matters.archive': 'Save the file',
  'matters.archive.hint':
    'All papers and evidence that you may see, with their list and history, in one ZIP',
  'matters.archive.going': 'Putting together…',
  'matters.archive.progress': 'Putting together {done}/{total}',
  'matters.archive.saved': 'The file of the matter is saved',
  'matters.archive.long': 'It is still being made; you will be told when it is there.',
}
