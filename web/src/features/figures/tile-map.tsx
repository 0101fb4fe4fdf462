import type { FigureColumn, FigureTable } from '@hopluc/shared/figures'
import type { Search } from '../../lib/api.ts'
import { compareNames } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { unitWords } from '../organisation/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { ISLANDS, type Tile, tileMap, twoLines } from './tile-model.ts'
import { nameOf, valueWords } from './words.ts'

const [SIDE, HIGH, GAP] = [58, 50, 3]
const LEGEND = 46
/** So wide that the province of an archipelago stands in it, too. */
const ISLAND_SIDE = 84

interface MapProps {
  readonly table: FigureTable
  readonly column: FigureColumn
  readonly search: Search
}

/**
 * An indicator of what lies below the area, a tile a unit. No outline of anybody is shipped: provinces stand
 * about where they lie, and both archipelagos on every map of the country.
 */
export function TileChart({ table, column, search }: MapProps) {
  const { measure, decimals } = column
  const isCountry = table.area.level === 'nation'
  const title = t('figures.map', { name: nameOf(column) })
  const units = table.rows
    .map(({ unit, cells }) => ({
      name: unit.name,
      label: unitWords(unit),
      value: cells.find((cell) => cell.indicatorId === column.id)?.value ?? null,
    }))
    .toSorted((one, other) => compareNames(one.name, other.name))
  const map = tileMap(units, isCountry)
  const rows = units.map(({ label, value }) => ({ name: label, value }))
  const width = isCountry ? (map.columns - 1) * SIDE + ISLAND_SIDE : map.columns * SIDE
  const height = map.rows * HIGH + LEGEND
  return (
    <ChartFrame {...{ title, measure, decimals, rows, search }} isDrawing>
      {units.length > 1 || isCountry ? (
        <svg className="figures-chart figures-map" viewBox={`0 0 ${width} ${height}`}>
          <title>{`${title}: ${rows.map(({ name, value }) => `${name} ${valueWords(value, decimals)}`).join('; ')}`}</title>
          {map.tiles.map((tile) => (
            <TileOf key={tile.name} tile={tile} decimals={decimals} measure={measure} />
          ))}
          {isCountry && ISLANDS.map((one) => <Islands key={one.name} {...one} />)}
          {map.shades.map(({ shade, from, to }, index) => (
            <g key={shade} transform={`translate(${index * 69} ${map.rows * HIGH + 8})`}>
              <rect className="figures-tile" data-shade={shade} width={64} height={10} />
              <text className="figures-axis figures-tile-name" x={0} y={22}>
                {from === to
                  ? valueWords(from, decimals)
                  : `${valueWords(from, decimals)}–${valueWords(to, decimals)}`}
              </text>
            </g>
          ))}
          <text className="figures-axis figures-tile-name" x={0} y={height - 8}>
            {t(map.isPlaced ? 'figures.map.placed' : 'figures.map.named')}
          </text>
        </svg>
      ) : null}
    </ChartFrame>
  )
}

interface TileProps {
  readonly tile: Tile
  readonly decimals: number
  readonly measure: string
}

function TileOf({ tile: { name, value, column, row, shade }, decimals, measure }: TileProps) {
  const lines = twoLines(name)
  return (
    <g transform={`translate(${column * SIDE} ${row * HIGH})`}>
      <title>{`${name}: ${valueWords(value, decimals)} ${measure}`}</title>
      <rect
        className="figures-tile"
        data-shade={shade ?? 'none'}
        width={SIDE - GAP}
        height={HIGH - GAP}
        rx={3}
      />
      {lines.map((line, index) => (
        <text
          key={line}
          className="figures-tile-name"
          data-shade={shade ?? 'none'}
          x={(SIDE - GAP) / 2}
          y={12 + index * 11}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
      <text
        className="figures-tile-value"
        data-shade={shade ?? 'none'}
        x={(SIDE - GAP) / 2}
        y={HIGH - GAP - 7}
        textAnchor="middle"
      >
        {valueWords(value, decimals)}
      </text>
    </g>
  )
}

/** They are part of a province and have no figure of their own. */
function Islands({ name, of, column, row }: (typeof ISLANDS)[number]) {
  return (
    <g transform={`translate(${column * SIDE} ${row * HIGH})`}>
      <rect
        className="figures-tile figures-islands"
        data-shade="none"
        width={ISLAND_SIDE - GAP}
        height={HIGH - GAP + 4}
        rx={3}
      />
      <circle className="figures-dot" cx={12} cy={9} r={2} />
      <circle className="figures-dot" cx={20} cy={6} r={1.5} />
      <circle className="figures-dot" cx={26} cy={10} r={1.5} />
      {[name.slice(0, 8), name.slice(9), of].map((line, index) => (
        <text
          key={line}
          className="figures-tile-islands"
          x={(ISLAND_SIDE - GAP) / 2}
          y={21 + index * 11}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  )
}
