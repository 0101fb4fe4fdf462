import type { Accuracy, KindAccuracy } from '@hopluc/shared/reading-accuracy'
import { FindKind } from '@hopluc/shared/readings'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { type Column, Table } from '../../ui/table.tsx'

type Row = KindAccuracy & { kind: FindKind }

/** How the proposals fared with those who looked at them, kind by kind. */
export function AccuracyTable({ accuracy }: { accuracy: Accuracy }) {
  const rows = FindKind.options.map((kind) => ({ kind, ...accuracy[kind] }))
  const figure = (name: Exclude<keyof Row, 'kind'>): Column<Row> => ({
    id: name,
    head: t(`accuracy.${name}`),
    isFigure: true,
    width: '120px',
    phone: name === 'kept' ? 'end' : 'line',
    cell: (row) => cell(row, name),
  })
  return (
    <Table
      label={t('accuracy.title')}
      rowKey={({ kind }) => kind}
      rows={rows}
      columns={[
        {
          id: 'kind',
          head: t('accuracy.kind'),
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
