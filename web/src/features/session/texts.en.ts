import type { InEnglish } from '../../lib/in-english.ts'
import type { SESSION } from './texts.ts'

export const SESSION_EN: InEnglish<typeof SESSION> = {
  'session.signIn.title': 'Sign in',
  'session.signIn.lead': 'Steering the collective economy',
  'session.username': 'User name',
  'session.password': 'Password',
  'session.signIn': 'Sign in',
  'session.forgotten': 'Forgotten password',
  'session.ended': 'The session has ended. Sign in again to go on; what you were entering is kept.',
  'session.username.missing': 'Enter the user name',
  'session.password.missing': 'Enter the password',
  'session.demo.title': 'Accounts to try',
  'session.demo.text': 'Choose an account to enter at once. Password of all: {password}',
  'session.change.title': 'Change the password',
  'session.change.first':
    'This is the first sign-in with the password you were given. Set your own to start working.',
  'session.change.current': 'Present password',
  'session.change.currentFirst': 'Password you were given',
  'session.change.next': 'New password',
  'session.change.again': 'New password again',
  'session.change.rule':
    'At least {least} characters of {kinds} kinds: small letters, capitals, digits, others; or a sentence of {phrase} characters.',
  'session.change.short': 'The new password is too short',
  'session.change.different': 'The two entries differ',
  'session.change.do': 'Change the password',
  'session.change.done': 'The password is changed',
  'session.back': 'Back to sign-in',
  'session.outside': 'Sign in with {label}',
  'session.outside.failed': 'The outside sign-in did not work. Try again, or use the password.',
  'session.outside.unknown':
    'The outside system knows you, but no account here bears this identity. Ask the administrator.',
}
