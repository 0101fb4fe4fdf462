import type { TargetCell, TargetRow } from '@hopluc/shared/plans'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'

/** More squares than this are told as numbers. */
const MOST_SQUARES = 6

/** One square a cooperative: filled what is there, hollow what the commune registered. */
export function Squares({ done, registered }: { done: number; registered: number }) {
  const all = Math.max(done, registered)
  if (all > MOST_SQUARES || !Number.isInteger(all))
    return (
      <span className="figures">
        {formatNumber(done)}/{formatNumber(registered)}
      </span>
    )
  return (
    <span className="plans-squares" aria-hidden="true">
      {Array.from({ length: all }, (_, index) => (
        <i key={index} className={index < done ? 'plans-there' : ''} />
      ))}
    </span>
  )
}

/** What a commune has of a target: squares, a share, nothing, or no word yet. */
export function Cell({ cell, row }: { cell: TargetCell; row: TargetRow }) {
  const { done, whole, registered, allotted } = cell
  if (whole !== null)
    return (
      <span
        className="figures"
        title={t('targets.cell.share', { done: done ?? 0, whole: formatNumber(whole) })}
      >
        {formatNumber(done ?? 0)}/{formatNumber(whole)}
      </span>
    )
  const title = [
    registered === null && row.isRegistered && t('targets.cell.silent'),
    (done ?? 0) + (registered ?? 0) > 0 &&
      t('targets.cell.count', {
        done: formatNumber(done ?? 0),
        registered: formatNumber(registered ?? 0),
      }),
    allotted !== null && t('targets.cell.allotted', { amount: formatNumber(allotted) }),
  ]
    .filter(Boolean)
    .join(', ')
  if (registered === null && row.isRegistered && !done)
    return (
      <span className="plans-silent-mark" title={title}>
        <span className="for-readers">{title}</span>
      </span>
    )
  if ((done ?? 0) === 0 && (registered ?? 0) === 0)
    return (
      <span className="plans-nothing" title={title || t('targets.cell.none')}>
        ·<span className="for-readers">{t('targets.cell.none')}</span>
      </span>
    )
  return (
    <span title={title}>
      <Squares done={done ?? 0} registered={registered ?? 0} />
      <span className="for-readers">{title}</span>
    </span>
  )
}

export function isSilent({ registered, done }: TargetCell, { isRegistered }: TargetRow): boolean {
  return isRegistered && registered === null && !done
}
