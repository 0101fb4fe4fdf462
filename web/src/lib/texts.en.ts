import type { InEnglish } from './in-english.ts'
import type { LIB } from './texts.ts'

export const LIB_EN: InEnglish<typeof LIB> = {
  'error.network': 'The server cannot be reached. Check the connection and try again.',
  'error.server': 'The server failed, nothing was saved. Try again in a few minutes.',
  'error.unreadable': 'The server answered in an unknown form. Reload to use the latest version.',
  'error.page': 'This page failed. Reload it; what you were entering is kept on this machine.',
  'days.late': '{count} day overdue || {count} days overdue',
  'days.left': '{count} day left || {count} days left',
  'days.today': 'Due today',
  'money.dong': '{amount} dong',
  'money.million': '{amount} million dong',
  'money.billion': '{amount} billion dong',
}
