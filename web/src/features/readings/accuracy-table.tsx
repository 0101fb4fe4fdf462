import type { KindAccuracy } from '@hopluc/shared/reading-accuracy'
import { FindKind } from '@hopluc/shared/readings'
import { useQuery } from '@tanstack/react-query'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { accuracyQuery } from './queries.ts'

type Row = KindAccuracy & { kind: FindKind }

/** How the proposals fared with those who looked at them. */
export function AccuracyTable() {
  const { data } = useQuery(accuracyQuery)
  if (!data || data.readings === 0) return null
  const rows = FindKind.options.map((kind) => ({ kind, ...data[kind] }))
  const figure = (name: Exclude<keyof Row, 'kind'>): Column<Row> => ({
    id: name,
    head: t(`readings.accuracy.${name}`),
    isFigure: true,
    width: '120px',
    phone: name === 'kept' ? 'end' : 'line',
    cell: (row) => cell(row, name),
  })
  return (
    <Section
      title={t('readings.accuracy.title')}
      note={t('readings.accuracy.note', { count: data.readings })}
    >
      <Table
        label={t('readings.accuracy.title')}
        rowKey={({ kind }) => kind}
        rows={rows}
        columns={[
          {
            id: 'kind',
            head: t('readings.accuracy.kind'),
            phone: 'title',
            cell: ({ kind }) => t(`readings.kind.${kind}`),
          },
          figure('proposed'),
          figure('kept'),
          figure('changed'),
          figure('discarded'),
          figure('added'),
        ]}
      />
    </Section>
  )
}

/** Below five a share says nothing: the two numbers stand instead. */
function cell(row: Row, name: Exclude<keyof Row, 'kind'>) {
  const value = formatNumber(row[name])
  if (name !== 'kept' || row.proposed === 0) return value
  return row.proposed < 5
    ? `${value}/${row.proposed}`
    : `${value} (${formatShare(row.kept / row.proposed, 0)})`
}
