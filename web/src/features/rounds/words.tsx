import type { ReturnItem, RoundCounts } from '@hopluc/shared/rounds'
import type { PlainDate } from '@hopluc/shared/values'
import { daysBetween } from '@hopluc/shared/values'
import { formatDay, formatLate, formatLeft } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import type { BarPart } from '../../ui/bar.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<ReturnItem['state'], StatusKind> = {
  open: 'missing',
  with_leader: 'waiting',
  sent: 'waiting',
  returned: 'returned',
  accepted: 'done',
}

/** Where a return stands; what is missing is red only after its day. */
export function ReturnStatus({ item }: { item: ReturnItem }) {
  const { state, daysLate, isCorrection } = item
  const isMissing = state === 'open' || state === 'with_leader' || state === 'returned'
  const kind = state === 'open' && daysLate > 0 ? 'missingLate' : KINDS[state]
  return (
    <Status kind={kind}>
      {isCorrection ? t('rounds.state.correction') : t(`rounds.state.${state}`)}
      {isMissing && daysLate > 0 && `, ${formatLate(daysLate).toLowerCase()}`}
    </Status>
  )
}

/** A deadline with what is left of it: "16/06, còn 1 ngày". */
export function Due({ item, today }: { item: ReturnItem; today: PlainDate }) {
  const isRunning = ['open', 'with_leader', 'returned'].includes(item.state)
  const left = daysBetween(today, item.dueOn)
  return (
    <>
      <span className="figures">{formatDay(item.dueOn, today)}</span>
      {isRunning && (
        <small className={left < 0 ? 'red' : left <= 3 ? 'amber' : ''}>
          {left < 0 ? formatLate(-left) : formatLeft(left)}
        </small>
      )}
    </>
  )
}

/** Shares of those asked: accepted, with us, given back, missing, late. */
export function progressParts(counts: RoundCounts): readonly BarPart[] {
  const { accepted, sent, returned, late, asked } = counts
  const rest = Math.max(0, asked - accepted - sent - late)
  const back = Math.min(returned, rest)
  return [
    { kind: 'done', value: accepted, label: t('rounds.state.accepted') },
    { kind: 'doneLate', value: sent, label: t('rounds.state.sent') },
    { kind: 'soon', value: back, label: t('rounds.state.returned') },
    { kind: 'term', value: rest - back, label: t('rounds.state.open') },
    { kind: 'late', value: late, label: t('rounds.late') },
  ]
}
