import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { type ChartProps, ForecastChart } from './forecast-chart.tsx'
import { valueWords } from './words.ts'

/** The chart, with its numbers one press away. */
export function ChartSection(props: ChartProps) {
  const { row, points } = props
  const [isTable, setTable] = useState(false)
  const all = [
    ...points.map((one) => ({ ...one, isForecast: false })),
    ...row.forecast.points.slice(1).map((one) => ({ ...one, isForecast: true })),
  ].map((one, index) => ({ ...one, key: String(index) }))
  return (
    <Section
      title={t('targets.chart')}
      note={row.measure}
      more={
        <Button kind="quiet" isSmall onPress={() => setTable(!isTable)}>
          {t(isTable ? 'targets.chart.picture' : 'targets.chart.table')}
        </Button>
      }
    >
      {isTable ? (
        <Table
          label={t('targets.chart')}
          rows={all}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'day',
              head: t('targets.chart.day'),
              phone: 'title',
              cell: ({ on, isForecast }) => (
                <span className="figures">
                  {formatDate(on)} {isForecast && <small>{t('targets.chart.isForecast')}</small>}
                </span>
              ),
            },
            {
              id: 'value',
              head: t('targets.chart.value'),
              isFigure: true,
              phone: 'end',
              cell: ({ value }) => valueWords(value, row),
            },
          ]}
        />
      ) : (
        <ForecastChart {...props} />
      )}
    </Section>
  )
}
