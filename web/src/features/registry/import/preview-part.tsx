import {
  type EntityImportPreview,
  GoneAs,
  type ImportIssue,
  type ImportRow,
  type ImportSource,
} from '@hopluc/shared/entity-import'
import { EVENT_WORDS } from '@hopluc/shared/entity-words'
import { formatNumber } from '../../../lib/format.ts'
import { language, t } from '../../../lib/i18n.ts'
import { Section } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { Status } from '../../../ui/status.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { type LocalTab, Tabs } from '../../../ui/tabs.tsx'
import { sentenceOf } from './enter-bar.tsx'
import { fieldWords } from './field-words.ts'
import { say } from '../words.ts'
import type { Chosen } from './chosen.ts'

interface PreviewPartProps {
  readonly preview: EntityImportPreview
  readonly source: ImportSource
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

/** What is wrong by cell first, then what is new, changed side by side, gone. */
export function PreviewPart({ preview, source, chosen, onChoose }: PreviewPartProps) {
  const { counts, issues, errors, warnings, rows, gone, goneCount } = preview
  const isNational = source === 'national'
  const of = (action: ImportRow['action']) => rows.filter((row) => row.action === action)
  const list = (action: 'create' | 'change' | 'same'): LocalTab => ({
    id: action,
    label: t(`registryImport.tab.${action}`),
    count: counts[action],
    panel: (
      <Rows
        rows={of(action)}
        count={counts[action]}
        {...(isNational &&
          action !== 'same' && {
            selected: chosen.lines,
            onSelect: (lines: ReadonlySet<string>) =>
              onChoose({ ...chosen, lines: mergeOf(of(action), chosen.lines, lines) }),
          })}
      />
    ),
  })
  const tabs: LocalTab[] = [
    {
      id: 'issues',
      label: t('registryImport.tab.issues'),
      count: errors + warnings,
      ...(errors > 0 && { status: 'late' }),
      panel: <Issues issues={issues} count={errors + warnings} />,
    },
    list('create'),
    list('change'),
    ...(isNational
      ? [
          {
            id: 'gone',
            label: t('registryImport.tab.gone'),
            count: goneCount,
            panel: <Gone gone={gone} count={goneCount} chosen={chosen} onChoose={onChoose} />,
          },
        ]
      : []),
    list('same'),
  ]
  const first = errors > 0 ? 'issues' : counts.change > counts.create ? 'change' : 'create'
  return (
    <Section title={t('registryImport.tabs')} note={sentenceOf(preview)}>
      <FirstTabs key={`${preview.sheet} ${errors}`} tabs={tabs} first={first} />
    </Section>
  )
}

function FirstTabs({ tabs, first }: { tabs: readonly LocalTab[]; first: string }) {
  const ordered = tabs.toSorted((a, b) => Number(b.id === first) - Number(a.id === first))
  return <Tabs label={t('registryImport.tabs')} tabs={ordered} />
}

/** A tab shows some of what is chosen: the others stay as they are. */
function mergeOf(
  rows: readonly ImportRow[],
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): ReadonlySet<string> {
  const shown = new Set(rows.map(({ line }) => String(line)))
  return new Set(
    [...[...before].filter((line) => !shown.has(line)), ...now].filter(
      (line) => now.has(line) || !shown.has(line),
    ),
  )
}

const issueColumns = (): Column<ImportIssue>[] => [
  {
    id: 'cell',
    head: t('registryImport.cell'),
    width: '80px',
    phone: 'end',
    cell: ({ column, line }) => <b className="figures">{`${column ?? ''}${line ?? ''}`}</b>,
  },
  {
    id: 'what',
    head: t('registryImport.what'),
    phone: 'title',
    cell: (issue) => (
      <>
        {issue.field && <span className="muted">{fieldWords(issue.field)}: </span>}
        {issue[language()]}
      </>
    ),
  },
  {
    id: 'severity',
    head: t('registryImport.severity'),
    width: '110px',
    phone: 'line',
    cell: ({ isError }) => (
      <Status kind={isError ? 'late' : 'soon'}>
        {t(isError ? 'registryImport.error' : 'registryImport.warning')}
      </Status>
    ),
  },
]

function Issues({ issues, count }: { issues: readonly ImportIssue[]; count: number }) {
  if (count === 0) return <EmptyState>{t('registryImport.noIssues')}</EmptyState>
  return (
    <>
      <Table
        label={t('registryImport.tab.issues')}
        columns={issueColumns()}
        rows={issues}
        rowKey={({ line, column, vi }) => `${line} ${column} ${vi}`}
        isTall
      />
      <Cut shown={issues.length} count={count} />
    </>
  )
}

const rowColumns = (): Column<ImportRow>[] => [
  {
    id: 'line',
    head: t('registryImport.line'),
    isFigure: true,
    width: '64px',
    phone: 'end',
    cell: ({ line }) => line,
  },
  {
    id: 'name',
    head: t('registryImport.name'),
    phone: 'title',
    cell: ({ name }) => <span className="row-title">{name}</span>,
  },
  {
    id: 'code',
    head: t('registryImport.code'),
    width: '120px',
    phone: 'line',
    cell: ({ code }) => <span className="figures">{code}</span>,
  },
  { id: 'unit', head: t('registryImport.unit'), width: '160px', cell: ({ unit }) => unit },
  {
    id: 'changes',
    head: t('registryImport.changes'),
    phone: 'line',
    cell: ({ changes }) => <Changes changes={changes} />,
  },
]

function Changes({ changes }: Pick<ImportRow, 'changes'>) {
  return (
    <span className="registry-import-change">
      {changes.map(({ field, before, after }) => (
        <span key={field}>
          <span className="muted">{fieldWords(field)}: </span>
          <del>{before ?? t('registryImport.empty')}</del> → {after ?? t('registryImport.empty')}
        </span>
      ))}
    </span>
  )
}

interface RowsProps {
  readonly rows: readonly ImportRow[]
  readonly count: number
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
}

function Rows({ rows, count, selected, onSelect }: RowsProps) {
  if (rows.length === 0) return <EmptyState>{t('registryImport.nothing')}</EmptyState>
  const columns = rows.some(({ changes }) => changes.length > 0)
    ? rowColumns()
    : rowColumns().filter(({ id }) => id !== 'changes')
  return (
    <>
      <Table
        label={t('registryImport.tabs')}
        columns={columns}
        rows={rows}
        rowKey={({ line }) => String(line)}
        rowName={({ name }) => name}
        selected={selected}
        onSelect={onSelect}
      />
      <Cut shown={rows.length} count={count} />
    </>
  )
}

type GoneRow = EntityImportPreview['gone'][number]
interface GoneProps {
  readonly gone: readonly GoneRow[]
  readonly count: number
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

function Gone({ gone, count, chosen, onChoose }: GoneProps) {
  if (gone.length === 0) return <EmptyState>{t('registryImport.nothing')}</EmptyState>
  return (
    <>
      <Notice kind="warning">{t('registryImport.gone.note')}</Notice>
      <div className="registry-import-fields">
        <Select
          label={t('registryImport.gone.as')}
          hint={t('registryImport.gone.as.hint')}
          value={chosen.goneAs}
          onChange={(goneAs) => onChoose({ ...chosen, goneAs })}
          options={GoneAs.options.map((value) => ({ value, label: say(EVENT_WORDS[value]) }))}
        />
      </div>
      <Table
        label={t('registryImport.tab.gone')}
        columns={[
          { id: 'name', head: t('registryImport.name'), phone: 'title', cell: ({ name }) => name },
          {
            id: 'code',
            head: t('registryImport.code'),
            width: '120px',
            phone: 'line',
            cell: ({ code }) => <span className="figures">{code}</span>,
          },
          { id: 'unit', head: t('registryImport.unit'), phone: 'end', cell: ({ unit }) => unit },
        ]}
        rows={gone}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        selected={chosen.gone}
        onSelect={(next) => onChoose({ ...chosen, gone: next })}
      />
      <Cut shown={gone.length} count={count} />
    </>
  )
}

function Cut({ shown, count }: { shown: number; count: number }) {
  if (shown >= count) return null
  return (
    <p className="muted small">
      {t('registryImport.cut', { shown: formatNumber(shown), count: formatNumber(count) })}
    </p>
  )
}
