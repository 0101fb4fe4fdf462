import { IconChartLine, IconPhoto, IconTable, IconVector } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import type { Search } from '../../lib/api.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { valueWords } from './words.ts'

export interface ChartRow {
  readonly name: string
  readonly value: number | null
}
interface ChartFrameProps {
  readonly title: string
  readonly measure: string
  readonly decimals: number
  readonly rows: readonly ChartRow[]
  /** The list that the chart shows, as Excel. */
  readonly search: Search
  /** Also to be had as a drawing (SVG). */
  readonly isDrawing?: boolean
  /** Null: too little to draw. */
  readonly children: ReactNode
}

/** A chart with its table, its Excel and its picture each one press away. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, measure, decimals, rows, search, isDrawing, children } = props
  const [isTable, setIsTable] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const save = async (as: 'picture' | 'drawing') => {
    const svg = place.current?.querySelector('svg.figures-chart')
    const { saveDrawing, savePicture } = await import('./save-picture.ts')
    if (!(svg instanceof SVGSVGElement)) return
    if (as === 'picture') await savePicture(svg, title)
    else saveDrawing(svg, title)
  }
  return (
    <Section title={title} note={measure}>
      <div ref={place} className="figures-chart-place">
        {children === null && <EmptyState>{t('figures.chart.empty')}</EmptyState>}
        {children !== null && !isTable && children}
        {children !== null && isTable && (
          <table className="figures-lines" aria-label={title}>
            <tbody>
              {rows.map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{valueWords(value, decimals)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {children !== null && (
        <p className="figures-chart-tools">
          <Button
            isSmall
            kind="quiet"
            icon={isTable ? IconChartLine : IconTable}
            onPress={() => setIsTable(!isTable)}
          >
            {t(isTable ? 'figures.chart.chart' : 'figures.chart.table')}
          </Button>
          {!isTable && (
            <Button isSmall kind="quiet" icon={IconPhoto} onPress={() => void save('picture')}>
              {t('figures.chart.picture')}
            </Button>
          )}
          {!isTable && isDrawing && (
            <Button isSmall kind="quiet" icon={IconVector} onPress={() => void save('drawing')}>
              {t('figures.chart.drawing')}
            </Button>
          )}
          <ExcelButton isSmall path="/figures" search={search} />
        </p>
      )}
    </Section>
  )
}
