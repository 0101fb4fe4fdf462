import { IconTrash } from '@tabler/icons-react'
import type { UnitGroup, UnitSide } from '@hopluc/shared/reorganisations'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { unitWords } from '../organisation/words.ts'
import { countKinds, kindWords } from './words.ts'

type Kind = ReturnType<typeof countKinds>[number]

export interface GroupListProps {
  readonly groups: readonly UnitGroup[]
  /** Heads of the two sides. */
  readonly before: string
  readonly after: string
  readonly sum?: { before: number; after: number; counts: UnitGroup['counts'] } | undefined
  /** The day of the newer side, where its counts lead to what they count. */
  readonly day?: PlainDate | undefined
  /** Where a press on a newer unit chooses it, in the address: which one that is now. */
  readonly chosen?: string | null | undefined
  /** Takes a group out of a plan. */
  readonly onRemove?: ((id: string) => void) | undefined
}

/** Open ones are counted as they are today: not confirmed and not cancelled. */
const OPEN_TASKS =
  'drafted,waiting_notice,not_taken_up,in_term,due_soon,overdue,waiting_confirmation,standing,paused'
const ROW = 33
const WIDTH = 120

/** Each newer unit beside those it came from, tied by lines; figures are what passed over. */
export function GroupList(props: GroupListProps) {
  const { groups, before, after, sum, day, chosen, onRemove } = props
  const kinds = countKinds(groups)
  return (
    <div className={`groups groups-${kinds.length}`}>
      <div className="groups-head" aria-hidden="true">
        <b>{before}</b>
        <b>{after}</b>
        <span className="groups-counts">
          {kinds.map((kind) => (
            <span key={kind}>{kindWords(kind)}</span>
          ))}
        </span>
      </div>
      <ul>
        {groups.map((group) => (
          <li key={group.id} className={group.id === chosen ? 'group group-chosen' : 'group'}>
            <ul className="group-from" aria-label={before}>
              {group.from.map((unit) => (
                <li key={unit.id}>
                  <From unit={unit} group={group} />
                </li>
              ))}
              {group.from.length === 0 && <li className="muted">{t('reorganisations.new')}</li>}
            </ul>
            <Lines count={Math.max(group.from.length, 1)} isFaint={group.from.length === 0} />
            <To
              group={group}
              kinds={kinds}
              day={day}
              isChoice={chosen !== undefined}
              onRemove={onRemove}
            />
          </li>
        ))}
      </ul>
      {sum && (
        <p className="groups-sum">
          <b>
            {t('reorganisations.changes.sum', {
              before: formatNumber(sum.before),
              after: formatNumber(sum.after),
            })}
          </b>
          <span className="groups-counts figures">
            {kinds.map((kind) => (
              <b key={kind}>{formatNumber(sum.counts[kind] ?? 0)}</b>
            ))}
          </span>
        </p>
      )}
    </div>
  )
}

function From({ unit, group }: { unit: UnitGroup['from'][number]; group: UnitGroup }) {
  const isElsewhere = unit.under !== null && unit.under !== group.from[0]?.under
  return (
    <>
      <Link to="/organisation" search={{ unit: unit.id }} className="quiet-link">
        {unitWords(unit)}
      </Link>
      {!unit.isWhole && (
        <small>
          {unit.share === null
            ? t('reorganisations.part')
            : t('reorganisations.share', { share: formatShare(unit.share) })}
          {unit.isEstimate && ` ${t('reorganisations.estimate')}`}
        </small>
      )}
      {isElsewhere && <small>{unit.under}</small>}
    </>
  )
}

interface ToProps extends Pick<GroupListProps, 'onRemove' | 'day'> {
  readonly group: UnitGroup
  readonly kinds: readonly Kind[]
  readonly isChoice: boolean
}

function To({ group, kinds, isChoice, onRemove, ...props }: ToProps) {
  const remove = onRemove && (
    <IconButton
      isSmall
      label={t('reorganisations.remove')}
      icon={IconTrash}
      onPress={() => onRemove(group.id)}
    />
  )
  const { to } = group
  // Lists of a unit hold what is below it too: only of a commune are they what is counted here.
  const day = to?.level === 'commune' ? props.day : undefined
  if (!to)
    return (
      <p className="group-to">
        <span className="amber">{t('reorganisations.noSuccessor')}</span>
        {remove}
      </p>
    )
  return (
    <p className="group-to">
      <span>
        <Name unit={to} isChoice={isChoice} />
        {to.code && <small className="figures">{to.code}</small>}
      </span>
      <span className="groups-counts figures">
        {kinds.map((kind) => {
          const count = group.counts[kind] ?? 0
          return (
            <span key={kind}>
              {count === 0 ? '–' : <Count of={kind} unitId={to.id} count={count} day={day} />}
              <span className="groups-kind"> {kindWords(kind)}</span>
            </span>
          )
        })}
      </span>
      {remove}
    </p>
  )
}

/** A press leads to what is counted, where a list of it knows units. */
function Count(props: { of: Kind; unitId: Id; count: number; day: PlainDate | undefined }) {
  const { of: kind, unitId: unit, count, day: asOf } = props
  const words = formatNumber(count)
  if (asOf === undefined) return <>{words}</>
  if (kind === 'entities')
    return (
      <Link className="value-link" to="/registry" search={{ unit, asOf }}>
        {words}
      </Link>
    )
  if (kind === 'tasks')
    return (
      <Link className="value-link" to="/tasks" search={{ unit, parts: 'each', status: OPEN_TASKS }}>
        {words}
      </Link>
    )
  return <>{words}</>
}

function Name({ unit, isChoice }: { unit: UnitSide; isChoice: boolean }) {
  if (!isChoice) return <b>{unitWords(unit)}</b>
  return (
    <Link
      className="row-title"
      from="/organisation/changes"
      to="."
      search={(now) => ({ ...now, unit: unit.id })}
    >
      {unitWords(unit)}
    </Link>
  )
}

/** From the middle of each older row to the middle of the newer one. */
function Lines({ count, isFaint }: { count: number; isFaint: boolean }) {
  const height = count * ROW
  const middle = height / 2
  return (
    <svg
      className={isFaint ? 'group-lines group-lines-faint' : 'group-lines'}
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      aria-hidden="true"
    >
      {Array.from({ length: isFaint ? 0 : count }, (_, index) => {
        const y = (index + 0.5) * ROW
        return (
          <g key={y}>
            <circle cx="4" cy={y} r="2" />
            <path
              d={`M4 ${y} C ${WIDTH / 2} ${y}, ${WIDTH / 2} ${middle}, ${WIDTH - 4} ${middle}`}
            />
          </g>
        )
      })}
      <circle cx={WIDTH - 4} cy={middle} r="3" />
    </svg>
  )
}
