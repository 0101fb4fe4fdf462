import { addDays, type PlainDate } from '@hopluc/shared/values'

/** Days of the living present, counted from the day on which the demo is made. */
export type Day = (offset: number) => PlainDate

/** `offset` days from today, moved on to Monday where it falls on a weekend. */
export function daysFrom(today: PlainDate): Day {
  return (offset) => {
    const day = addDays(today, offset)
    const weekday = new Date(day).getUTCDay()
    if (offset < 0) return weekday === 0 ? addDays(day, -2) : weekday === 6 ? addDays(day, -1) : day
    return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day
  }
}

/** 03/03/2021, as papers write it. */
export function written(day: PlainDate): string {
  return day.split('-').toReversed().join('/')
}
