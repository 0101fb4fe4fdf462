import './grid.css'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { t } from '../../../lib/i18n.ts'
import { GridLine, type LineDeeds } from './grid-row.tsx'
import type { ColumnHead, GridHandle } from './types.ts'
import { type GridDeeds, useGrid } from './use-grid.ts'

export interface GridProps extends GridDeeds {
  readonly label: string
  /** Over the names: "24 HTX, 31 THT". */
  readonly corner: string
  readonly heads: readonly ColumnHead[]
  /** Heads of the quiet words at the end of a row. */
  readonly tailHeads: readonly string[]
  /** The line on top: texts by column, null where a column has no total. */
  readonly total: { readonly name: string; readonly cells: readonly (string | null)[] } | null
  /** Rows chosen by their boxes; null where rows cannot be chosen. */
  readonly chosen: ReadonlySet<string> | null
  readonly ref?: Ref<GridHandle>
}

/** Figures as in Excel: arrows, Enter, Tab, F2, blocks by the clipboard; the total stays on top. */
export function Grid({ ref, ...props }: GridProps) {
  const { heads, tailHeads, rows, total, chosen } = props
  const table = useRef<HTMLTableElement>(null)
  const grid = useGrid(props, table)
  useImperativeHandle(ref, () => ({
    go: (key) => {
      const row = rows.findIndex(({ cells }) =>
        cells.some((cell) => cell.key === key && cell.isEntry),
      )
      const column = rows[row]?.cells.findIndex((cell) => cell.key === key && cell.isEntry) ?? -1
      if (column >= 0) grid.go({ row, column })
    },
    focus: () => grid.go(grid.active),
  }))
  const { active, range, editing } = grid
  // Rows are drawn only when they change, so what they call must always be the newest.
  const latest = useRef<LineDeeds>(null)
  useEffect(() => {
    latest.current = { ...grid, onToggle: props.onToggle }
  })
  const [deeds] = useState<LineDeeds>(() => ({
    go: (to, extends_) => latest.current?.go(to, extends_),
    edit: (text, isTyped) => latest.current?.edit(text, isTyped),
    commit: (text) => latest.current?.commit(text),
    onFieldKey: (event) => latest.current?.onFieldKey(event),
    onToggle: (key) => latest.current?.onToggle(key),
  }))
  const extra = chosen ? 1 : 0
  return (
    <table
      ref={table}
      // The grid takes keys and the clipboard for all of its cells.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      className="entry"
      aria-label={props.label}
      aria-rowcount={rows.length + 2 + (total ? 1 : 0)}
      aria-colcount={heads.length + tailHeads.length + 1 + extra}
      aria-multiselectable="true"
      aria-readonly={!props.mayEdit}
      onKeyDown={grid.onKeyDown}
      onCopy={grid.onCopy}
      onCut={grid.onCopy}
      onPaste={grid.onPaste}
    >
      <thead>
        <GroupHeads heads={heads} before={1 + extra} after={tailHeads.length} />
        <tr>
          {chosen && (
            <th scope="col" className="entry-check">
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={t('returns.grid.all')}
                checked={chosen.size > 0 && chosen.size === rows.length}
                onChange={props.onToggleAll}
              />
            </th>
          )}
          <th scope="col" className="entry-corner">
            {props.corner}
          </th>
          {heads.map((head) => (
            <th
              key={head.key}
              scope="col"
              className={head.isEntered ? 'entry-head entry-head-own' : 'entry-head'}
            >
              <span className="for-readers">{head.words}</span>
              <span aria-hidden="true">{head.name}</span>
            </th>
          ))}
          {tailHeads.map((words) => (
            <th key={words} scope="col" className="entry-tail-head">
              {words}
            </th>
          ))}
        </tr>
        {total && (
          <tr className="entry-total">
            {chosen && <th aria-hidden="true" />}
            <th scope="row">{total.name}</th>
            {total.cells.map((text, index) => (
              <td key={heads[index]?.key ?? index}>{text}</td>
            ))}
            {tailHeads.map((words) => (
              <td key={words} aria-hidden="true" />
            ))}
          </tr>
        )}
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <GridLine
            key={row.key}
            row={row}
            index={index}
            isChosen={chosen ? chosen.has(row.key) : null}
            activeColumn={active.row === index ? active.column : -1}
            from={index >= range.from.row && index <= range.to.row ? range.from.column : -1}
            to={index >= range.from.row && index <= range.to.row ? range.to.column : -2}
            editing={active.row === index ? editing : null}
            deeds={deeds}
          />
        ))}
      </tbody>
    </table>
  )
}

interface GroupHeadsProps {
  readonly heads: readonly ColumnHead[]
  readonly before: number
  readonly after: number
}

/** The line above the heads: neighbours of one indicator under its name. */
function GroupHeads({ heads, before, after }: GroupHeadsProps) {
  if (heads.every(({ group }) => group === null)) return null
  const groups: { name: string | null; span: number; key: string }[] = []
  for (const { group, key } of heads) {
    const last = groups.at(-1)
    if (last && last.name === group) last.span += 1
    else groups.push({ name: group, span: 1, key })
  }
  return (
    <tr className="entry-groups">
      <td colSpan={before} aria-hidden="true" />
      {groups.map(({ name, span, key }) => (
        <th key={key} scope="colgroup" colSpan={span} title={name ?? undefined}>
          {name && <span>{name}</span>}
        </th>
      ))}
      {after > 0 && <td colSpan={after} aria-hidden="true" />}
    </tr>
  )
}
