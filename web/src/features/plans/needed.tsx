import type { RegisteredUnit, TargetRow } from '@hopluc/shared/plans'
import type { UnitName } from '@hopluc/shared/units'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { rich, t } from '../../lib/i18n.ts'
import { isOpen, isShare, nearWords, readingWords } from './words.ts'

export interface NeededProps {
  readonly row: TargetRow
  /** Of its plan: how great a gap is amber. */
  readonly nearPercent: number
  readonly registrations?: readonly RegisteredUnit[]
  readonly silent?: readonly UnitName[]
}

/** What it takes to reach the target, how that is reckoned, and who is meant. */
export function Needed({ row, nearPercent, registrations = [], silent = [] }: NeededProps) {
  const near = nearWords(row, nearPercent)
  const subjects = registrations.flatMap(({ subjects: named }) => named)
  const there = subjects.filter(({ isDone }) => isDone).map(({ name }) => name)
  const coming = subjects
    .filter(({ isDone }) => !isDone)
    .map(({ name, expectedOn }) =>
      expectedOn ? t('targets.coming.on', { name, day: formatDate(expectedOn) }) : name,
    )
  return (
    <div className="plans-needed">
      <p>{needWords(row)}</p>
      {near && <p className="muted small">{near}</p>}
      {isOpen(row) && (
        <>
          <p>{t('targets.need.whole')}</p>
          <ul className="plans-plain">
            {row.readings.map((reading) => (
              <li key={reading.label}>{readingWords(reading, row)}</li>
            ))}
          </ul>
        </>
      )}
      <p className="muted small">{byWords(row)}</p>
      <dl>
        <Line head={t('targets.done')} items={there} />
        <Line head={t('targets.coming')} items={coming} />
        <Line head={t('targets.silent')} items={silent.map(({ name }) => name)} />
      </dl>
    </div>
  )
}

function Line({ head, items }: { head: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <>
      <dt>{head}</dt>
      <dd>{items.join('; ')}</dd>
    </>
  )
}

function needWords(row: TargetRow) {
  const { forecast, verdict, isRegistered } = row
  const { missing, actBy, by, pace, paceNeeded } = forecast
  if (verdict.kind === 'hidden') return t('targets.need.hidden')
  if (verdict.kind === 'no_figure') return t('targets.need.figure')
  if (verdict.kind === 'met') return t('targets.need.met')
  if (missing === 0) return t('targets.need.nothing')
  const amount = (
    <b className={verdict.light === 'red' ? 'red' : 'amber'}>
      {isShare(row)
        ? t('targets.need.points', { amount: formatNumber(missing) })
        : `${formatNumber(missing)} ${row.measure}`}
    </b>
  )
  if (isRegistered && actBy) return rich('targets.need.more', { amount, year: actBy.slice(0, 4) })
  if (by === 'trend')
    return rich('targets.need.trend', {
      amount,
      needed: formatNumber(paceNeeded ?? 0),
      pace: formatNumber(pace ?? 0),
    })
  return rich('targets.need.gap', { amount })
}

function byWords({ forecast: { by, committed, pace } }: TargetRow): string {
  if (by === 'committed') return t('targets.by.committed', { committed: formatNumber(committed) })
  if (by === 'trend') return t('targets.by.trend', { pace: formatNumber(pace ?? 0) })
  return t(`targets.by.${by}`)
}
