import type { Course } from './story.ts'

export const done = (sent: string, text: string, paper: string, confirmed: string): Course => ({
  taken: '2021-03-04',
  sent: [sent, text, paper],
  confirmed,
})
export const running = (taken: string): Course => ({ taken })
