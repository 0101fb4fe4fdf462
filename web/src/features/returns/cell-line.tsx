import {
  CellSource,
  cellKey,
  type GridColumn,
  type GridRow,
  type ReturnCell,
  type ReturnsBelow,
} from '@hopluc/shared/returns'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { writeNumber } from '@hopluc/shared/vietnamese-number'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Corrected } from '../../ui/marks.tsx'
import { Menu } from '../../ui/menu.tsx'

interface CellLineProps {
  readonly row: GridRow | undefined
  readonly column: GridColumn | undefined
  readonly cell: ReturnCell | undefined
  readonly today: PlainDate
  readonly mayEdit: boolean
  readonly onSource: (key: string, source: CellSource) => void
  readonly below: ReturnsBelow | null
  /** Once accepted, or added up: where the figure is explained. */
  readonly explained: { readonly unit: Id; readonly period: string } | null
}

const CHOICES: readonly CellSource[] = ['entity', 'estimate', 'register', 'paper']

/** The line under the title that explains the cell one stands on. */
export function CellLine({
  row,
  column,
  cell,
  today,
  mayEdit,
  onSource,
  below,
  explained,
}: CellLineProps) {
  if (!row || !column) return <div className="return-cell-line" />
  const facts = cell ? factsOf(cell, below, today) : []
  return (
    <div className="return-cell-line" aria-live="off">
      <b>{row.name}</b>
      <span>{column.group ? `${column.group}: ${column.name}` : column.name}</span>
      {cell && (
        <span className="figures">
          {cell.corrected ? (
            <Corrected from={said(cell.corrected.value)}>
              <b>{said(cell.value)}</b>
            </Corrected>
          ) : (
            <b>{cell.isNone ? t('returns.cell.none') : said(cell.value)}</b>
          )}
        </span>
      )}
      <span className="return-cell-facts">{facts.join(' · ')}</span>
      {cell && explained && (
        <Link
          to="/figures"
          search={{ ...explained, of: explained.unit, code: cell.code, boundaries: 'then' }}
        >
          {t('returns.explain')}
        </Link>
      )}
      {cell && mayEdit && !cell.isReadOnly && cell.value !== null && (
        <Menu
          label={t('returns.source.choose')}
          words={cell.source ? t(`returns.source.${cell.source}`) : t('returns.source')}
          actions={CHOICES.map((source) => ({
            id: source,
            label: t(`returns.source.${source}`),
            run: () => onSource(cellKey(cell), source),
          }))}
        />
      )}
    </div>
  )
}

const said = (value: number | null) => (value === null ? '–' : writeNumber(value))

/** What those below add up to, and who of them says nothing of it though accepted. */
export function belowFact({ below }: ReturnCell, told: ReturnsBelow | null): string {
  if (!below || !told) return ''
  const silent = told.units.filter(({ id }) => below.silent.includes(id)).map(({ name }) => name)
  return [
    t('returns.fact.below', {
      value: said(below.value),
      stated: below.stated,
      of: told.units.length,
    }),
    silent.length > 0
      ? t('returns.fact.silent', { names: silent.slice(0, 5).join(', '), count: silent.length })
      : '',
  ]
    .filter(Boolean)
    .join('; ')
}

function factsOf(cell: ReturnCell, told: ReturnsBelow | null, today: PlainDate): string[] {
  const { register, previous, samePeriod, plan, byWords, at, reason, corrected } = cell
  return [
    belowFact(cell, told),
    register === null ? '' : t('returns.fact.register', { value: writeNumber(register) }),
    previous === null ? '' : t('returns.fact.previous', { value: writeNumber(previous) }),
    samePeriod === null ? '' : t('returns.fact.same', { value: writeNumber(samePeriod) }),
    plan === null ? '' : t('returns.fact.plan', { value: writeNumber(plan) }),
    reason ? t('returns.fact.reason', { reason }) : '',
    byWords && at
      ? t('returns.fact.by', { who: byWords, when: formatInstant(at, today) })
      : (byWords ?? ''),
    corrected
      ? t('returns.fact.corrected', { number: corrected.number, reason: corrected.reason })
      : '',
  ].filter(Boolean)
}
