import type { UnitImportChange, UnitImportPreview } from '@hopluc/shared/unit-import'
import { UnitImportAction } from '@hopluc/shared/unit-import'
import { formatNumber } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { DescriptionList } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'

/** Errors first, then what the list leaves open, then what changes. */
export function PreviewPart({ preview, count }: { preview: UnitImportPreview; count: number }) {
  const { errors, unclear, changes, counts } = preview
  const rows = changes.map((change, index) => ({ ...change, key: String(index) }))
  return (
    <>
      {errors.length > 0 && (
        <Section title={t('unitImport.errors', { count: errors.length })}>
          <Notice kind="error">{t('unitImport.errors.note')}</Notice>
          <Issues issues={errors} />
        </Section>
      )}
      {errors.length === 0 && count === 0 && <EmptyState>{t('unitImport.nothing')}</EmptyState>}
      <Counts counts={counts} />
      {unclear.length > 0 && (
        <Section title={t('unitImport.unclear', { count: unclear.length })}>
          <Issues issues={unclear} />
        </Section>
      )}
      {rows.length > 0 && (
        <Section
          title={t('unitImport.changes')}
          note={
            rows.length < count
              ? t('unitImport.changes.cut', { shown: formatNumber(rows.length), count })
              : undefined
          }
        >
          <Table
            label={t('unitImport.changes')}
            columns={columns()}
            rows={rows.slice(0, 200)}
            rowKey={({ key }) => key}
            rowName={({ unit }) => unit}
          />
        </Section>
      )}
    </>
  )
}

export function Counts({ counts }: { counts: UnitImportPreview['counts'] }) {
  const shown = UnitImportAction.options.filter((action) => counts[action] > 0)
  return (
    <div className="unit-import-counts">
      <DescriptionList
        items={shown.map((action) => [
          t(`unitImport.action.${action}`),
          <span key={action} className="figures">
            {formatNumber(counts[action])}
          </span>,
        ])}
      />
    </div>
  )
}

const MOST_ISSUES = 50

function Issues({ issues }: { issues: UnitImportPreview['errors'] }) {
  return (
    <ul className="small">
      {issues.slice(0, MOST_ISSUES).map((issue) => (
        <li key={`${issue.line} ${issue.en}`}>
          {issue.line !== null && <strong>{t('unitImport.line', { line: issue.line })}: </strong>}
          {issue[language()]}
        </li>
      ))}
      {issues.length > MOST_ISSUES && <li>… +{formatNumber(issues.length - MOST_ISSUES)}</li>}
    </ul>
  )
}

const columns = (): Column<UnitImportChange & { key: string }>[] => [
  {
    id: 'change',
    head: t('unitImport.column.change'),
    width: '130px',
    phone: 'line',
    cell: ({ action }) => t(`unitImport.action.${action}`),
  },
  {
    id: 'unit',
    head: t('unitImport.column.unit'),
    phone: 'title',
    cell: ({ unit }) => <span className="row-title">{unit}</span>,
  },
  {
    id: 'was',
    head: t('unitImport.column.was'),
    phone: 'line',
    cell: ({ was }) => <span className="muted">{was}</span>,
  },
  {
    id: 'code',
    head: t('unitImport.column.code'),
    width: '90px',
    cell: ({ code }) => <span className="figures">{code}</span>,
  },
  {
    id: 'line',
    head: t('unitImport.column.line'),
    isFigure: true,
    width: '80px',
    phone: 'end',
    cell: ({ line }) => line,
  },
]
