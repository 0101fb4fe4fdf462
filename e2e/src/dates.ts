import { addDays, type PlainDate } from '@hopluc/shared/values'

/** Today in Vietnam, as the program counts its days. */
export const today = (): PlainDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())

export const inDays = (count: number): PlainDate => addDays(today(), count)

/** `2026-03-01` as one writes it: 01/03/2026. */
export const written = (day: PlainDate): string => day.split('-').toReversed().join('/')
