import type { SignedPaperReading } from '@hopluc/shared/directives'
import type { Manner } from '@hopluc/shared/readings'
import type { Id, PlainDate } from '@hopluc/shared/values'

/** What of the signer's changes is taken over. */
export interface Decisions {
  directives: { id: Id; use: 'signed' | 'confirmed' | 'drop'; dueOn?: PlainDate | null }[]
  added: {
    text: string
    leadIds: Id[]
    manner: Manner
    dueOn: PlainDate | null
    isTaken: boolean
  }[]
}

/** The signed paper counts: its words hold, what it left out is dropped, what it added is taken. */
export function usualDecisions({ comparison }: SignedPaperReading): Decisions {
  if (!comparison) return { directives: [], added: [] }
  return {
    directives: comparison.directives
      .filter(({ status }) => status !== 'same')
      .map(({ id, status, dueOn }) => ({
        id,
        use: status === 'missing' ? ('drop' as const) : ('signed' as const),
        ...(dueOn && { dueOn }),
      })),
    added: comparison.added.map(({ text }) => ({
      text,
      leadIds: [],
      manner: 'assign',
      dueOn: null,
      isTaken: true,
    })),
  }
}
