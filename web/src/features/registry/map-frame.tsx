import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import type { EntityPoints } from '@hopluc/shared/entity-lists'
import { useNavigate } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { around, type Box, MAP_SIZE, moved, onScreen, scaleOf, shaped } from './map-model.ts'

type Point = EntityPoints['points'][number]

interface FrameProps {
  readonly box: Box
  readonly points: readonly Point[]
  readonly onMove: (box: Box) => void
  readonly onWhole: () => void
}

const MOVES: Readonly<Record<string, readonly [east: number, south: number]>> = {
  ArrowLeft: [-0.25, 0],
  ArrowRight: [0.25, 0],
  ArrowUp: [0, -0.25],
  ArrowDown: [0, 0.25],
}

/** Points on paper, with the islands named; it needs nothing from outside. */
export function MapFrame({ box, points, onMove, onWhole }: FrameProps) {
  const navigate = useNavigate()
  const { km, share } = scaleOf(box)
  const zoom = (by: number) => onMove(shaped(box, MAP_SIZE, by))
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (move) onMove(moved(box, ...move))
    else if (event.key === '+' || event.key === '=') zoom(0.5)
    else if (event.key === '-') zoom(2)
    else return
    event.preventDefault()
  }
  const open = (point: Point) => {
    if (point.id) void navigate({ to: '/registry/$id', params: { id: point.id } })
    else onMove(shaped(around([point], MAP_SIZE), MAP_SIZE, zoomTo(box)))
  }
  const count = points.reduce((sum, point) => sum + point.count, 0)
  return (
    <figure className="registry-map-frame">
      <svg viewBox={`0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}`} aria-hidden="true">
        <Grid />
        {ISLANDS.map(({ name, lat, lon }) => {
          const { x, y } = onScreen(box, MAP_SIZE, lat, lon)
          return (
            <g key={name} className="registry-islands" transform={`translate(${x} ${y})`}>
              <circle r="3" />
              <circle r="2" cx="8" cy="5" />
              <text x="14" y="4">
                {name}
              </text>
            </g>
          )
        })}
        {points.map((point) => (
          <Mark
            key={`${point.lat} ${point.lon}`}
            box={box}
            point={point}
            onPress={() => open(point)}
          />
        ))}
        <g className="registry-scale" transform={`translate(16 ${MAP_SIZE.height - 16})`}>
          <path d={`M0 -5V0H${share * MAP_SIZE.width}V-5`} />
          <text x="4" y="-6">
            {t('registry.map.scale', { count: formatNumber(km, km < 1 ? 1 : 0) })}
          </text>
        </g>
      </svg>
      <div
        className="registry-map-tools"
        role="toolbar"
        tabIndex={-1}
        aria-label={t('registry.map.tools')}
        onKeyDown={onKeyDown}
      >
        <IconButton label={t('registry.map.in')} icon={IconPlus} onPress={() => zoom(0.5)} />
        <IconButton label={t('registry.map.out')} icon={IconMinus} onPress={() => zoom(2)} />
        <IconButton label={t('registry.map.whole')} icon={IconFocusCentered} onPress={onWhole} />
      </div>
      <figcaption>
        <span className="for-readers">
          {t('registry.map.what', { count: formatNumber(count) })}
        </span>
        {ISLANDS.map(({ name }) => name).join(' · ')}
      </figcaption>
    </figure>
  )
}

/** Named on every map of the country; official names of what belongs to it. */
const ISLANDS = [
  { name: 'Quần đảo Hoàng Sa (TP Đà Nẵng)', lat: 16.5, lon: 111.6 },
  { name: 'Quần đảo Trường Sa (tỉnh Khánh Hòa)', lat: 9.5, lon: 113 },
] as const

/** A third of what is seen now, around a point. */
function zoomTo(box: Box): number {
  const around = 0.023
  return Math.max(1, (box.east - box.west) / 3 / around)
}

function Grid() {
  const lines = [0.2, 0.4, 0.6, 0.8]
  return (
    <g className="registry-grid">
      {lines.map((at) => (
        <path
          key={at}
          d={`M${at * MAP_SIZE.width} 0V${MAP_SIZE.height}M0 ${at * MAP_SIZE.height}H${MAP_SIZE.width}`}
        />
      ))}
    </g>
  )
}

function Mark({ box, point, onPress }: { box: Box; point: Point; onPress: () => void }) {
  const { x, y } = onScreen(box, MAP_SIZE, point.lat, point.lon)
  const radius = point.count === 1 ? 5 : 9 + Math.min(12, Math.log2(point.count) * 2)
  return (
    // The table beside holds the same for keyboard and readers.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <g
      className={point.count === 1 ? 'registry-point' : 'registry-cluster'}
      transform={`translate(${x} ${y})`}
      onClick={onPress}
    >
      <title>{point.name ?? t('registry.map.what', { count: formatNumber(point.count) })}</title>
      <circle r={radius} />
      {point.count > 1 && <text dy="4">{formatNumber(point.count)}</text>}
    </g>
  )
}
