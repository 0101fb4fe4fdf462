import { IconTrash } from '@tabler/icons-react'
import type { UnitGroup, UnitSide } from '@hopluc/shared/reorganisations'
import { Link } from '@tanstack/react-router'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { unitWords } from '../organisation/words.ts'
import { countKinds, kindWords } from './words.ts'

export interface GroupListProps {
  readonly groups: readonly UnitGroup[]
  /** Heads of the two sides. */
  readonly before: string
  readonly after: string
  readonly sum?: { before: number; after: number; counts: UnitGroup['counts'] } | undefined
  /** Where a press on a newer unit chooses it, in the address: which one that is now. */
  readonly chosen?: string | null | undefined
  /** Takes a group out of a plan. */
  readonly onRemove?: ((id: string) => void) | undefined
}

const ROW = 33
const WIDTH = 120

/** Each newer unit beside those it came from, tied by lines; figures are what passed over. */
export function GroupList({ groups, before, after, sum, chosen, onRemove }: GroupListProps) {
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
            <To group={group} kinds={kinds} isChoice={chosen !== undefined} onRemove={onRemove} />
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

interface ToProps extends Pick<GroupListProps, 'onRemove'> {
  readonly group: UnitGroup
  readonly kinds: ReturnType<typeof countKinds>
  readonly isChoice: boolean
}

function To({ group, kinds, isChoice, onRemove }: ToProps) {
  const remove = onRemove && (
    <IconButton
      isSmall
      label={t('reorganisations.remove')}
      icon={IconTrash}
      onPress={() => onRemove(group.id)}
    />
  )
  if (!group.to)
    return (
      <p className="group-to">
        <span className="amber">{t('reorganisations.noSuccessor')}</span>
        {remove}
      </p>
    )
  return (
    <p className="group-to">
      <span>
        <Name unit={group.to} isChoice={isChoice} />
        {group.to.code && <small className="figures">{group.to.code}</small>}
      </span>
      <span className="groups-counts figures">
        {kinds.map((kind) => {
          const count = group.counts[kind] ?? 0
          return (
            <span key={kind}>
              {count === 0 ? '–' : formatNumber(count)}
              <span className="groups-kind"> {kindWords(kind)}</span>
            </span>
          )
        })}
      </span>
      {remove}
    </p>
  )
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
