import type { PlainDate } from '@hopluc/shared/values'

/** The day that Excel counts by a number, for days after February 1900. */
export function dayOfSerial(serial: number): PlainDate {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}
