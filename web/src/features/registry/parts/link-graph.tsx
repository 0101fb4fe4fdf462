import type { LinkGraph } from '@hopluc/shared/entity-parts-links'
import { useState } from 'react'
import { t } from '../../../lib/i18n.ts'
import { drawingOf, type GraphEdge, type GraphNode } from './link-graph-model.ts'

const WIDTH = 920
const [LEFT, RIGHT] = [330, 590]
const LONGEST = 42

const short = (name: string) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name)

/** Cooperatives and those they are linked with; the table below says the same in words. */
export function LinkDrawing({ items }: { items: LinkGraph['items'] }) {
  const { entities, partners, edges, height } = drawingOf(items)
  const [held, setHeld] = useState<string | null>(null)
  const isHeld = (edge: GraphEdge) =>
    held === null || edge.from.key === held || edge.to.key === held
  const names = (nodes: readonly GraphNode[], x: number, anchor: 'start' | 'end') =>
    nodes.map((node) => (
      <g
        key={node.key}
        className={
          edges.some((edge) => isHeld(edge) && (edge.from === node || edge.to === node))
            ? ''
            : 'parts-graph-faint'
        }
        onMouseEnter={() => setHeld(node.key)}
        onMouseLeave={() => setHeld(null)}
      >
        <circle cx={x} cy={node.y} r="3.5" />
        <text x={anchor === 'end' ? x - 10 : x + 10} y={node.y + 4} textAnchor={anchor}>
          {short(node.name)}
          <title>{node.name}</title>
        </text>
      </g>
    ))
  return (
    <div className="parts-graph-frame">
      <p className="for-readers">
        {t('parts.graph.label', { entities: entities.length, partners: partners.length })}
      </p>
      <svg className="parts-graph" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        {edges.map((edge) => {
          const bend = (RIGHT - LEFT) / 2
          const path = `M${LEFT} ${edge.from.y}C${LEFT + bend} ${edge.from.y} ${RIGHT - bend} ${edge.to.y} ${RIGHT} ${edge.to.y}`
          const kind = edge.isModel
            ? ' parts-graph-model'
            : edge.isBroken
              ? ' parts-graph-broken'
              : ''
          return (
            <path
              key={edge.key}
              d={path}
              className={`parts-graph-line${kind}${isHeld(edge) ? '' : ' parts-graph-faint'}`}
              strokeWidth={1 + Math.min(3, edge.count)}
            >
              <title>{`${edge.from.name} – ${edge.to.name}: ${edge.product}`}</title>
            </path>
          )
        })}
        {names(entities, LEFT, 'end')}
        {names(partners, RIGHT, 'start')}
      </svg>
      <p className="muted small">{t('parts.graph.legend')}</p>
    </div>
  )
}
