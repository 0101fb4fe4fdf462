import type { PlainDate } from '@hopluc/shared/values'
import { lazy } from 'react'
import { withTexts } from '../../lib/i18n.ts'
import { ComingMeetings } from './coming-meetings.tsx'
import { LongestOverdue } from './lines.tsx'

export { Gaps } from './gaps.tsx'

const loadTargets = withTexts(() => import('../plans/home-section.tsx'))
const TargetsSection = lazy(async () => ({ default: (await loadTargets()).TargetsSection }))

export function Targets() {
  return <TargetsSection />
}

/** What the chair reads after the sentence, the decisions and the bar. */
export function ChairRest({ today, isNow }: { today: PlainDate; isNow: boolean }) {
  return (
    <>
      <LongestOverdue today={today} />
      {isNow && <ComingMeetings today={today} />}
    </>
  )
}
