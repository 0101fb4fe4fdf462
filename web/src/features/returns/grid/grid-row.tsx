import { type KeyboardEvent, memo } from 'react'
import { t } from '../../../lib/i18n.ts'
import type { At } from './block.ts'
import type { CellView, RowView } from './types.ts'
import type { Editing } from './use-grid.ts'

export interface LineDeeds {
  readonly go: (to: At, extends_?: boolean) => void
  readonly edit: (text: string, isTyped: boolean) => void
  readonly commit: (text: string) => void
  readonly onFieldKey: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onToggle: (rowKey: string) => void
}

interface LineProps {
  readonly row: RowView
  readonly index: number
  /** Null where rows cannot be chosen. */
  readonly isChosen: boolean | null
  /** −1 where the eye is on another row. */
  readonly activeColumn: number
  /** Columns of the range in this row; `to` before `from` where there are none. */
  readonly from: number
  readonly to: number
  readonly editing: Editing | null
  readonly deeds: LineDeeds
}

/** One row; drawn again only when what it shows is another. */
export const GridLine = memo(Line, isSameLine)

function Line({ row, index, isChosen, activeColumn, from, to, editing, deeds }: LineProps) {
  const classes = [isChosen && 'entry-chosen', row.startsGroup && 'entry-starts']
  return (
    <tr className={classes.filter(Boolean).join(' ')} aria-selected={isChosen ?? undefined}>
      {isChosen !== null && (
        <td className="entry-check">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('ui.selectRow', { name: row.words })}
            checked={isChosen}
            onChange={() => deeds.onToggle(row.key)}
          />
        </td>
      )}
      <th scope="row" className="entry-name">
        {row.name} {row.detail && <small>{row.detail}</small>}
      </th>
      {row.cells.map((cell, column) => (
        <Cell
          key={column} // oxlint-disable-line react/no-array-index-key -- columns keep their place
          cell={cell}
          at={{ row: index, column }}
          isActive={column === activeColumn}
          isInRange={column >= from && column <= to && from + to >= 0}
          editing={column === activeColumn ? editing : null}
          deeds={deeds}
        />
      ))}
      {row.tail.map(({ text, tone }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the heads keep their place
        <td key={at} className={`entry-tail ${tone}`}>
          {text}
        </td>
      ))}
    </tr>
  )
}

interface CellProps {
  readonly cell: CellView
  readonly at: { readonly row: number; readonly column: number }
  readonly isActive: boolean
  readonly isInRange: boolean
  readonly editing: Editing | null
  readonly deeds: LineDeeds
}

function Cell({ cell, at, isActive, isInRange, editing, deeds }: CellProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid takes the keys
    <td
      data-at={`${at.row},${at.column}`}
      tabIndex={isActive && !editing ? 0 : -1}
      className={classOf(cell, isActive, isInRange)}
      aria-readonly={cell.isEntry ? undefined : true}
      aria-selected={isInRange}
      aria-invalid={cell.mark === 'error' || cell.kind === 'wrong' ? true : undefined}
      onMouseDown={(event) => {
        if (event.button !== 0 || editing) return
        event.preventDefault()
        deeds.go(at, event.shiftKey)
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1) deeds.go(at, true)
      }}
      onDoubleClick={() => deeds.edit(cell.text, false)}
    >
      {editing ? (
        <input
          key={editing.isTyped ? 'typed' : 'opened'}
          className="entry-field"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the cell itself had the focus
          autoFocus
          inputMode="text"
          autoComplete="off"
          aria-label={t('returns.grid.field')}
          defaultValue={editing.text}
          onFocus={({ currentTarget }) => {
            const end = currentTarget.value.length
            currentTarget.setSelectionRange(editing.isTyped ? end : 0, end)
          }}
          onKeyDown={deeds.onFieldKey}
          onBlur={({ currentTarget }) => deeds.commit(currentTarget.value)}
        />
      ) : (
        <Content cell={cell} />
      )}
    </td>
  )
}

function Content({ cell }: { cell: CellView }) {
  const said =
    cell.kind === 'none'
      ? t('returns.cell.none')
      : cell.kind === 'blank' && cell.isEntry
        ? t('returns.cell.blank')
        : ''
  return (
    <>
      {cell.isSame && (
        <span className="entry-same" title={t('returns.cell.same')}>
          =
        </span>
      )}
      {cell.before && <s className="entry-before">{cell.before}</s>}
      {cell.kind === 'none' ? '…' : cell.kind === 'absent' ? '' : cell.text}
      {(said || cell.markWords) && (
        <span className="for-readers">
          {' '}
          {said} {cell.markWords}
        </span>
      )}
    </>
  )
}

function classOf(cell: CellView, isActive: boolean, isInRange: boolean): string {
  return [
    cell.isEntry ? 'entry-own' : cell.key === null && 'entry-shown',
    cell.kind === 'blank' && cell.isEntry && 'entry-blank',
    cell.kind === 'wrong' && 'entry-error',
    cell.mark && `entry-${cell.mark}`,
    cell.isUnsent && 'entry-unsent',
    isInRange && 'entry-range',
    isActive && 'entry-active',
  ]
    .filter(Boolean)
    .join(' ')
}

function isSameLine(before: LineProps, now: LineProps): boolean {
  return (
    before.activeColumn === now.activeColumn &&
    before.editing === now.editing &&
    before.from === now.from &&
    before.to === now.to &&
    before.isChosen === now.isChosen &&
    before.index === now.index &&
    isSameRow(before.row, now.row)
  )
}

function isSameRow(one: RowView, other: RowView): boolean {
  return (
    one === other ||
    (one.words === other.words &&
      one.detail === other.detail &&
      one.tail.length === other.tail.length &&
      one.tail.every(
        ({ text, tone }, at) => other.tail[at]?.text === text && other.tail[at].tone === tone,
      ) &&
      one.cells.length === other.cells.length &&
      one.cells.every((cell, at) => isSameCell(cell, other.cells[at])))
  )
}

const isSameCell = (one: CellView, other: CellView | undefined): boolean =>
  one === other ||
  (other !== undefined &&
    one.key === other.key &&
    one.text === other.text &&
    one.kind === other.kind &&
    one.isEntry === other.isEntry &&
    one.isSame === other.isSame &&
    one.mark === other.mark &&
    one.markWords === other.markWords &&
    one.isUnsent === other.isUnsent &&
    one.before === other.before)
