import type { ImportIssue, ImportPreview, ImportRow } from '@hopluc/shared/task-import'
import { formatDate } from '../../../lib/format.ts'
import { language, t } from '../../../lib/i18n.ts'
import { Section } from '../../../ui/page.tsx'
import { Status, type StatusKind } from '../../../ui/status.tsx'
import { type Column, Table } from '../../../ui/table.tsx'

const SHOWN = 300
const KINDS: Record<ImportRow['action'], StatusKind> = {
  create: 'new',
  update: 'returned',
  same: 'term',
  skip: 'missingLate',
}

/** Each line as it would be entered, with what is wrong in it beside it. */
export function PreviewPart({ preview }: { preview: ImportPreview }) {
  const { rows, issues, stubs } = preview
  const general = issues.filter(({ line }) => !rows.some((row) => row.line === line))
  return (
    <>
      {stubs.length > 0 && (
        <Section title={t('tasks.import.stubs')} note={t('tasks.import.stubs.note')}>
          <p className="small">{stubs.join('; ')}</p>
        </Section>
      )}
      {general.length > 0 && (
        <Section title={t('tasks.import.issues')}>
          <Issues issues={general} hasLine />
        </Section>
      )}
      <Section
        title={t('tasks.import.rows')}
        note={t('tasks.import.rows.note', { count: rows.length })}
      >
        <Table
          label={t('tasks.import.rows')}
          columns={columnsOf(issues)}
          rows={rows.slice(0, SHOWN)}
          rowKey={({ line }) => String(line)}
          rowName={({ title }) => title}
          isTall
        />
        {rows.length > SHOWN && (
          <p className="small muted">{t('tasks.more', { count: rows.length - SHOWN })}</p>
        )}
      </Section>
    </>
  )
}

function columnsOf(issues: readonly ImportIssue[]): Column<ImportRow>[] {
  return [
    {
      id: 'line',
      head: t('tasks.import.line'),
      isFigure: true,
      phone: 'none',
      cell: ({ line }) => line,
    },
    {
      id: 'title',
      head: t('tasks.column.title'),
      phone: 'title',
      cell: ({ title, source, line }) => (
        <>
          {title || <span className="muted">–</span>}
          <small>{source}</small>
          <Issues issues={issues.filter((issue) => issue.line === line)} />
        </>
      ),
    },
    {
      id: 'lead',
      head: t('tasks.column.lead'),
      phone: 'line',
      cell: ({ leads, manner }) => (
        <>
          {leads.map(({ shortName }) => shortName).join(', ')}
          {manner === 'request' && <small>{t('tasks.manner.request')}</small>}
        </>
      ),
    },
    {
      id: 'due',
      head: t('tasks.column.due'),
      phone: 'line',
      cell: ({ dueOn }) => dueOn && <span className="figures">{formatDate(dueOn)}</span>,
    },
    {
      id: 'status',
      head: t('tasks.column.status'),
      phone: 'none',
      cell: ({ status, result }) => (
        <>
          {status && t(`tasks.status.${status}`)}
          <small>{result}</small>
        </>
      ),
    },
    {
      id: 'action',
      head: t('tasks.import.action'),
      phone: 'end',
      cell: ({ action }) => (
        <Status kind={KINDS[action]}>{t(`tasks.import.action.${action}`)}</Status>
      ),
    },
  ]
}

export function Issues({
  issues,
  hasLine = false,
}: {
  issues: readonly ImportIssue[]
  hasLine?: boolean
}) {
  if (issues.length === 0) return null
  return (
    <ul className="tasks-issues">
      {issues.map((issue) => (
        <li
          key={`${issue.line} ${issue.field ?? ''} ${issue.en}`}
          className={issue.isError ? 'red' : 'amber'}
        >
          {hasLine && issue.line > 0 && `${t('tasks.import.line')} ${issue.line}: `}
          {language() === 'vi' ? issue.vi : issue.en}
        </li>
      ))}
    </ul>
  )
}
