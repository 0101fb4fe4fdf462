import './table.css'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { t } from '../lib/i18n.ts'
import { Checkbox } from './choice.tsx'
import { Icon } from './icon.tsx'
import { SearchLink } from './search-link.tsx'
import { useRowKeys } from './table-keys.ts'

export interface Column<Row> {
  readonly id: string
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Figures stand at the right, with their head. */
  readonly isFigure?: boolean | undefined
  /** `'120px'`, `'30%'`; without it the column takes what it needs. */
  readonly width?: string | undefined
  /** Its key in the address: the head becomes a link that sorts, `sort=dueOn` or `sort=-dueOn`. */
  readonly sortKey?: string | undefined
  /**
   * On the phone a row is two lines: the `title` fills the first, each `line` follows on the
   * second, `end` stands at its right. Other columns are seen when the row is opened.
   */
  readonly phone?: 'title' | 'line' | 'end' | 'none' | undefined
}

export interface TableProps<Row> {
  /** What the list is; read aloud. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Names the row for those who hear it: "Chọn Khảo sát vùng cây ăn trái". */
  readonly rowName?: ((row: Row) => string) | undefined
  /** Enter on the row, or a press on it; the title cell should hold a real link as well. */
  readonly onOpen?: ((row: Row) => void) | undefined
  /** With it rows can be selected: by their box, or by `x`. */
  readonly selected?: ReadonlySet<string> | undefined
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined
  /** `sort` of the address. */
  readonly sort?: string | undefined
  /** The sums, one node a column id; stands at the foot. */
  readonly sum?: Readonly<Record<string, ReactNode>> | undefined
  /** Two lines a row. */
  readonly isTall?: boolean | undefined
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode
}

/**
 * A hairline table: sticky head, arrows between rows, Enter opens, `x` selects.
 * On the phone each row becomes a list item of two lines.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, rowKey, onOpen, selected, onSelect, sum } = props
  const [current, setCurrent] = useState<string | null>(null)
  const keys = rows.map(rowKey)
  const toggle = (key: string) => {
    if (!selected || !onSelect) return
    const next = new Set(selected)
    if (!next.delete(key)) next.add(key)
    onSelect(next)
  }
  const onKeyDown = useRowKeys({
    keys,
    current,
    setCurrent,
    ...(onOpen && {
      onOpen: (key) => {
        const row = rows.find((one) => rowKey(one) === key)
        if (row !== undefined) onOpen(row)
      },
    }),
    ...(selected && { onToggle: toggle }),
  })
  if (rows.length === 0 && props.empty) return <>{props.empty}</>
  const reachable = current !== null && keys.includes(current) ? current : keys[0]

  return (
    <table className={`table${props.isTall ? ' table-tall' : ''}`} aria-label={props.label}>
      <TableHead {...props} keys={keys} />
      {/* Rows take the focus one at a time, so that Tab passes a long list in one step. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <tbody onKeyDown={onKeyDown}>
        {rows.map((row) => {
          const key = rowKey(row)
          const name = props.rowName?.(row)
          const isSelected = selected?.has(key) ?? false
          return (
            <tr
              key={key}
              data-key={key}
              tabIndex={key === reachable ? 0 : -1}
              className={rowClass(isSelected, key === current, onOpen !== undefined)}
              onFocus={() => setCurrent(key)}
              onClick={(event) => onOpen && !isControl(event.target) && onOpen(row)}
            >
              {selected && (
                <td className="table-check">
                  <Checkbox
                    aria-label={t('ui.selectRow', { name: name ?? key })}
                    isSelected={isSelected}
                    onChange={() => toggle(key)}
                    excludeFromTabOrder={key !== reachable}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.id} className={cellClass(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
      {sum && (
        <tfoot>
          <tr>
            {columns.map((column, index) => (
              <td
                key={column.id}
                className={cellClass(column)}
                colSpan={selected && index === 0 ? 2 : 1}
              >
                {sum[column.id]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function TableHead<Row>(props: TableProps<Row> & { keys: readonly string[] }) {
  const { columns, keys, selected, onSelect, sort } = props
  const chosen = selected ? keys.filter((key) => selected.has(key)).length : 0
  return (
    <thead>
      <tr>
        {selected && (
          <th className="table-check" scope="col">
            <Checkbox
              aria-label={t('ui.selectAll')}
              isSelected={chosen > 0 && chosen === keys.length}
              isIndeterminate={chosen > 0 && chosen < keys.length}
              onChange={(isOn) => onSelect?.(new Set(isOn ? keys : []))}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} />
        ))}
      </tr>
    </thead>
  )
}

function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort: string | undefined }) {
  const { head, sortKey, isFigure, width } = column
  const isUp = sortKey !== undefined && sort === sortKey
  const isDown = sortKey !== undefined && sort === `-${sortKey}`
  const words = isUp ? t('ui.sortedUp') : isDown ? t('ui.sortedDown') : ''
  return (
    <th
      scope="col"
      className={isFigure ? 'table-figure' : ''}
      {...(width && { style: { width } })}
      {...((isUp || isDown) && {
        'aria-sort': isUp ? ('ascending' as const) : ('descending' as const),
      })}
    >
      {sortKey === undefined ? (
        head
      ) : (
        <SearchLink
          className={isUp || isDown ? 'table-sort table-sorted' : 'table-sort'}
          change={{ sort: isUp ? `-${sortKey}` : sortKey, cursor: undefined }}
        >
          {head}
          {isUp && <Icon of={IconArrowUp} isSmall />}
          {isDown && <Icon of={IconArrowDown} isSmall />}
          {words && <span className="for-readers">, {words}</span>}
        </SearchLink>
      )}
    </th>
  )
}

function rowClass(isSelected: boolean, isCurrent: boolean, opens: boolean): string {
  return [isSelected && 'table-selected', isCurrent && 'table-current', opens && 'table-opens']
    .filter(Boolean)
    .join(' ')
}

function cellClass<Row>({ isFigure, phone = 'none' }: Column<Row>): string {
  return `${isFigure ? 'table-figure ' : ''}table-phone-${phone}`
}

/** A press on a control or link of the row is meant for it, not for the row. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label, select') !== null
}
