import type { InEnglish } from '../../lib/in-english.ts'
import type { SHELL_LATE } from './texts-late.ts'

export const SHELL_LATE_EN: InEnglish<typeof SHELL_LATE> = {
  'shell.asOf.title': 'Look at a past day',
  'shell.asOf.text': 'The page shows what was known at the end of that day, read-only.',
  'shell.asOf.go': 'Show this day',
  'shell.asOf.day': 'Day',
}
