import type { InEnglish } from '../../lib/in-english.ts'
import type { SESSION_LATE } from './texts-late.ts'

export const SESSION_LATE_EN: InEnglish<typeof SESSION_LATE> = {
  'session.forgotten.title': 'Forgotten password',
  'session.forgotten.text':
    'Passwords are not kept in a readable form, so nobody can look yours up. The administrator of your office gives you a link, to be used once, to set a new one.',
  'session.forgotten.one':
    'Ask the administrator of your office, in person or by office telephone.',
  'session.forgotten.two': 'Receive the link. It expires, and opens only once.',
  'session.forgotten.three': 'Open the link on your own machine and set a new password.',
  'session.forgotten.care': 'Do not send the link to anyone, not even the administrator.',
  'session.invited.title': 'Welcome, {name}',
  'session.invited.text':
    'Your account has the user name {username}. Set your own password to begin; this link works once.',
  'session.reset.over':
    'This link has been used or has expired. Ask the administrator for a new one.',
  'session.reset.title': 'Set a new password',
  'session.reset.text': 'This link works only once.',
  'session.reset.do': 'Set the password',
  'session.reset.done': 'The new password is set. Please sign in.',
}
