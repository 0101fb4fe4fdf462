import type { Opinion, OpinionHandling, OpinionRemark, OpinionRound } from '@hopluc/shared/opinions'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import type { OpinionSummaryInput } from '../papers/index.ts'

/** As it is stored: what one agency was asked and said. */
interface Stored {
  agencyId: Id
  answer: 'agree' | 'remarks' | null
  remarks: OpinionRemark[]
  paper: string | null
  answeredOn: PlainDate | null
  byWords: string | null
}

/** Silence after the day is shown, and so is an answer that came later. */
export function opinionOf(
  { agencyId, ...opinion }: Stored,
  names: ReadonlyMap<Id, Named>,
  untilOn: PlainDate,
  today: PlainDate,
): Opinion {
  return {
    ...opinion,
    agency: names.get(agencyId) ?? { id: agencyId, name: '…', shortName: '…' },
    isSilent: opinion.answer === null && today > untilOn,
    isLate: opinion.answeredOn !== null && opinion.answeredOn > untilOn,
  }
}

const HANDLING: Record<OpinionHandling, 'tiếp thu' | 'tiếp thu một phần' | 'giải trình'> = {
  taken: 'tiếp thu',
  partly: 'tiếp thu một phần',
  explained: 'giải trình',
}

/** The rows of the summary table: remarks by agency, who agreed, who said nothing. */
export function summaryInput(
  round: OpinionRound,
  sentBy: string,
  asOf: PlainDate,
): Omit<OpinionSummaryInput, 'head' | 'signature'> {
  const { opinions } = round
  return {
    subject: round.title,
    sentBy,
    askedOn: round.openedOn,
    answerBy: round.untilOn,
    asOf,
    rows: opinions.flatMap(({ agency, remarks }) =>
      remarks.map(({ place, text, handling, reply }) => ({
        place,
        body: agency.name,
        opinion: text,
        handling: handling && HANDLING[handling],
        answer: reply,
      })),
    ),
    agreed: opinions
      .filter(({ answer }) => answer === 'agree')
      .map(({ agency, paper }) => ({ body: agency.name, paper })),
    silent: opinions.filter(({ answer }) => answer === null).map(({ agency }) => agency.name),
  }
}
