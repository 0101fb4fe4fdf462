import type { Explanation } from '@hopluc/shared/figures'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { PlainButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { unitWords } from '../organisation/words.ts'
import type { OpenCell } from './cell-part.tsx'
import { type ExplainKey, explainQuery } from './queries.ts'
import { partsWords, valueWords } from './words.ts'

interface ExplainTreeProps {
  readonly explanation: Explanation
  readonly at: ExplainKey
  readonly open: OpenCell | null
  readonly onOpen: (cell: OpenCell) => void
}
interface Shared extends ExplainTreeProps {
  readonly depth: number
}

/** What a figure is made of; each line opens one level further, down to the cell. */
export function ExplainTree(props: ExplainTreeProps) {
  const { indicator, way } = props.explanation
  return (
    <table className="figures-tree">
      <thead>
        <tr>
          <th scope="col">{t(way === 'formula' ? 'indicators.name' : 'figures.explain.by')}</th>
          <th scope="col">{way === 'formula' ? t('figures.explain.value') : indicator.measure}</th>
          <th scope="col" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        <Lines {...props} depth={0} />
      </tbody>
    </table>
  )
}

function Lines(props: Shared) {
  const { explanation, at, depth, open, onOpen } = props
  const { units, entities, parts, indicator, versions, unit } = explanation
  const { decimals, measure } = indicator
  const most = Math.max(...units.map(({ value }) => Math.abs(value ?? 0)), 1e-9)
  const own = explanation.way === 'cell' && depth > 0 && (
    <Leaf
      depth={depth}
      name={unitWords(unit)}
      value={versions[0]?.value ?? null}
      decimals={decimals}
      isOpen={open?.key === `${unit.id} ${indicator.id}`}
      isCorrected={versions[0]?.source.paper != null}
      onOpen={() =>
        onOpen({
          key: `${unit.id} ${indicator.id}`,
          title: unitWords(unit),
          entityId: null,
          decimals,
          measure,
          versions,
        })
      }
    />
  )
  return (
    <>
      {own}
      {parts.map((part) => (
        <Branch
          key={`${part.code} ${part.breakdownId} ${part.isCount}`}
          {...props}
          to={{ ...at, code: part.code, breakdown: part.breakdownId }}
          name={[
            part.isCount ? t('figures.explain.count', { name: part.name }) : part.name,
            partsWords(part.breakdown),
          ]
            .filter(Boolean)
            .join(', ')}
          value={`${part.value === null ? '–' : formatNumber(part.value)}${part.isCount ? '' : ` ${part.measure}`}`}
          bar={null}
          canOpen={part.value !== null}
        />
      ))}
      {units.map((line) => (
        <Branch
          key={line.unit.id}
          {...props}
          to={{ ...at, unit: line.unit.id, ...(line.isOwn && { boundaries: 'then' as const }) }}
          name={unitWords(line.unit)}
          note={shareWords(line.share)}
          value={valueWords(line.value, decimals)}
          bar={Math.abs(line.value ?? 0) / most}
          canOpen={line.canOpen}
          isCorrected={line.isCorrected}
        />
      ))}
      {entities.map((line) => (
        <Leaf
          key={line.entityId}
          depth={depth}
          name={line.name}
          value={line.value}
          decimals={decimals}
          isCorrected={line.isCorrected}
          isOpen={open?.key === line.entityId}
          onOpen={() =>
            onOpen({
              key: line.entityId,
              title: line.name,
              entityId: line.entityId,
              decimals,
              measure,
              versions: line.origin ? [line.origin] : [],
              history: { ...at, unit: explanation.unit.id, entity: line.entityId },
            })
          }
        />
      ))}
    </>
  )
}

function shareWords(share: number | null): string | undefined {
  if (share === 1) return undefined
  if (share === null) return t('figures.explain.share.unknown')
  return t('figures.explain.share', { share: formatShare(share, 0) })
}

interface BranchProps extends Shared {
  readonly to: ExplainKey
  readonly name: string
  readonly note?: string | undefined
  readonly value: ReactNode
  readonly bar: number | null
  readonly canOpen: boolean
  readonly isCorrected?: boolean
}

function Branch(props: BranchProps) {
  const { to, depth, name, note, value, bar, canOpen, isCorrected = false, open, onOpen } = props
  const [isOpen, setIsOpen] = useState(false)
  const { data, error } = useQuery({ ...explainQuery(to), enabled: isOpen })
  return (
    <>
      <tr className={isOpen ? 'figures-path' : ''}>
        <th scope="row" style={{ paddingLeft: depth * 18 }}>
          {canOpen ? (
            <PlainButton
              className="figures-toggle"
              aria-expanded={isOpen}
              onPress={() => setIsOpen(!isOpen)}
            >
              <Icon of={isOpen ? IconChevronDown : IconChevronRight} /> {name}
            </PlainButton>
          ) : (
            <span className="figures-closed">{name}</span>
          )}
          {note && <span className="figures-warn"> {note}</span>}
        </th>
        <td>
          {value}
          {isCorrected && <sup className="figures-warn">đc</sup>}
        </td>
        <td className="figures-share">
          {bar !== null && (
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect className="figures-bar" width={bar * 100} height={6} />
            </svg>
          )}
        </td>
      </tr>
      {isOpen && error && (
        <tr>
          <td colSpan={3}>{error.message}</td>
        </tr>
      )}
      {isOpen && data && (
        <Lines explanation={data} at={to} depth={depth + 1} open={open} onOpen={onOpen} />
      )}
    </>
  )
}

interface LeafProps {
  readonly depth: number
  readonly name: string
  readonly value: number | null
  readonly decimals: number
  readonly isOpen: boolean
  readonly isCorrected: boolean
  readonly onOpen: () => void
}

function Leaf({ depth, name, value, decimals, isOpen, isCorrected, onOpen }: LeafProps) {
  return (
    <tr className={isOpen ? 'figures-leaf' : ''}>
      <th scope="row" style={{ paddingLeft: depth * 18 + 20 }}>
        <PlainButton className="figures-toggle" aria-pressed={isOpen} onPress={onOpen}>
          {name}
        </PlainButton>
      </th>
      <td>
        {value === null ? t('figures.explain.noValue') : valueWords(value, decimals)}
        {isCorrected && <sup className="figures-warn">đc</sup>}
      </td>
      <td aria-hidden="true" />
    </tr>
  )
}
