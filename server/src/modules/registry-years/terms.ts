import type { ConfirmationRound } from '@hopluc/shared/entity-years'
import type { PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'

/** The round of a year, by the terms that hold for it; the earliest known ones before. */
export async function roundOf(db: Reader, year: number): Promise<ConfirmationRound> {
  const rows = await db
    .selectFrom('confirmation_terms')
    .selectAll()
    .orderBy('from_year', 'desc')
    .execute()
  const terms = rows.find(({ from_year }) => from_year <= year) ?? rows.at(-1)
  if (!terms) throw new Error('there are no terms of the yearly confirmation')
  const day = (at: number, words: string): PlainDate => `${at}-${words}`
  return {
    year,
    windowFrom: day(year - 1, terms.window_from),
    windowUntil: day(year, terms.window_until),
    entityDue: day(year, terms.entity_due),
    communeDue: day(year, terms.commune_due),
    provinceDue: day(year, terms.province_due),
    basis: terms.basis,
  }
}

export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))
