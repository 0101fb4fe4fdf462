import { addDays, type PlainDate } from '@hopluc/shared/values'

/** Terms one filters by, counted from today. */
export const TERMS = ['', 'week', 'month', 'quarter'] as const
export type Term = (typeof TERMS)[number]

interface DueDays {
  dueFrom?: PlainDate | undefined
  dueTo?: PlainDate | undefined
}

const DAYS: Record<Exclude<Term, ''>, number> = { week: 7, month: 30, quarter: 91 }

export function termDays(term: string, today: PlainDate): DueDays {
  const known = TERMS.find((one) => one === term)
  if (!known) return { dueFrom: undefined, dueTo: undefined }
  return { dueFrom: today, dueTo: addDays(today, DAYS[known]) }
}

export function termOf({ dueFrom, dueTo }: DueDays, today: PlainDate): Term {
  const named = TERMS.find((term) => {
    const days = termDays(term, today)
    return term !== '' && days.dueFrom === dueFrom && days.dueTo === dueTo
  })
  return named ?? ''
}
