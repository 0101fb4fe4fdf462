import type { PlainDate } from '@hopluc/shared/values'
import { ComingMeetings } from './coming-meetings.tsx'
import { LongestOverdue } from './lines.tsx'

export { Gaps } from './gaps.tsx'

/** What the chair reads after the sentence, the decisions and the bar. */
export function ChairRest({ today, isNow }: { today: PlainDate; isNow: boolean }) {
  return (
    <>
      <LongestOverdue today={today} />
      {isNow && <ComingMeetings today={today} />}
    </>
  )
}
