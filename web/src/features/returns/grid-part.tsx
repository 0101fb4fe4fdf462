import { IconEqual, IconQrcode } from '@tabler/icons-react'
import type { Return, ReturnGrid } from '@hopluc/shared/returns'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import type { DeskDialog } from './desk-dialogs.tsx'
import type { Placed } from './grid/block.ts'
import { Grid } from './grid/grid.tsx'
import type { GridHandle, RowView } from './grid/types.ts'
import type { KeptEdit } from './held.ts'
import type { Sync } from './sync/sync.ts'
import type { Entry } from './use-entry.ts'
import { cellView, headOf, placesOf, tailOf, totalTexts } from './view.ts'

export interface GridPartProps {
  readonly data: Return
  readonly entry: Entry
  readonly sync: Sync<KeptEdit>
  readonly section: ReturnGrid
  readonly grid: RefObject<GridHandle | null>
  readonly activeKey: string | null
  readonly onActive: (key: string | null) => void
  readonly onDialog: (dialog: DeskDialog) => void
}

/** The rows of a grid as it draws them, with the line on top. */
export function useRows(data: Return, section: ReturnGrid, entry: Entry) {
  const { cells, marks } = entry
  return useMemo(() => {
    const at = placesOf(section, cells)
    const hasChoice = section.rows.some(({ kind }) => kind !== 'indicator')
    const below = data.below?.units.length ?? 0
    const hasTail = hasChoice || below > 0
    const rows = section.rows.map((row, index): RowView => {
      const views = section.columns.map((column) => cellView(at(row, column), column, marks))
      const own = cells.filter(
        ({ section: of, rowKey }) => of === section.key && rowKey === row.key,
      )
      return {
        key: row.key,
        words: row.name,
        detail: row.detail ?? '',
        startsGroup: row.kind === 'groups' && section.rows[index - 1]?.kind === 'entity',
        name:
          row.kind === 'entity' ? (
            <Link className="quiet-link" to="/registry/$id" params={{ id: row.id }} tabIndex={-1}>
              {row.name}
            </Link>
          ) : (
            row.name
          ),
        cells: views,
        tail: hasTail ? tailOf(own, views, below) : [],
      }
    })
    const total = section.hasTotal
      ? {
          name: data.unit.level === 'commune' ? t('returns.total.commune') : t('returns.total'),
          cells: totalTexts(section, cells),
        }
      : null
    return { rows, total, hasTail, hasChoice }
  }, [data.unit.level, data.below, section, cells, marks])
}

/** A grid of the return with what its rows can be chosen for. */
export function GridPart(props: GridPartProps) {
  const { data, entry, section, grid, onDialog } = props
  const { rows, total, hasTail, hasChoice } = useRows(data, section, entry)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { mayEdit } = data
  const heads = useMemo(() => section.columns.map(headOf), [section])
  const chosenKeys = rows
    .filter(({ key }) => chosen.has(key))
    .flatMap(({ cells }) => cells.flatMap(({ key, isEntry }) => (key && isEntry ? [key] : [])))
  const entities = section.rows.filter(({ key, kind }) => kind === 'entity' && chosen.has(key))
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  const same = (keys: readonly string[]) => {
    // Rows that are chosen keep what was typed in them; the cells of a range are meant themselves.
    const count = chosen.size > 0 ? entry.same(chosenKeys, true) : entry.same(keys)
    toast(t(count > 0 ? 'returns.same.done' : 'returns.same.none', { count }))
  }
  const fill = (said: 0 | 'none') =>
    toast(t('returns.blanks.filled', { count: entry.fillBlanks(chosenKeys, said) }))
  const paste = (placed: Placed, put: (placed: Placed) => void) => {
    if (placed.over.columns > 0 || placed.over.rows > 0)
      return onDialog({ kind: 'over', placed, put: () => put(placed) })
    put(placed)
    toast(t('returns.pasted', { rows: placed.size.rows, columns: placed.size.columns }))
  }
  const step = (values: readonly { key: string }[]) => {
    const [first] = values
    if (first) grid.current?.go(first.key)
  }
  // Whoever opens a return to fill it in begins to type.
  useEffect(() => {
    if (mayEdit) grid.current?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- only when it opens
  }, [])
  const kinds = section.rows.filter(({ kind }) => kind === 'entity').length
  return (
    <>
      <div className="return-grid">
        <Grid
          ref={grid}
          label={section.title}
          corner={kinds > 0 ? t('returns.rows', { count: kinds }) : t('returns.indicators')}
          heads={heads}
          rows={rows}
          tailHeads={hasTail ? [t('returns.source'), t('returns.row.state')] : []}
          total={total}
          chosen={mayEdit && hasChoice ? chosen : null}
          mayEdit={mayEdit}
          onType={entry.type}
          onUndo={() => step(entry.undo())}
          onRedo={() => step(entry.redo())}
          onToggle={toggle}
          onToggleAll={() =>
            setChosen(chosen.size === rows.length ? new Set() : new Set(rows.map(({ key }) => key)))
          }
          onSame={same}
          onPasted={paste}
          onActive={props.onActive}
          onLeave={() => document.querySelector<HTMLElement>('.page-bar button')?.focus()}
        />
      </div>
      {chosen.size > 0 && (
        <section className="return-chosen" aria-label={t('returns.chosen.label')}>
          <b>{t('returns.chosen', { count: chosen.size })}</b>
          <Button isSmall icon={IconEqual} onPress={() => same([])}>
            {t('returns.same')}
          </Button>
          <Menu
            label={t('returns.source.choose')}
            words={t('returns.source.choose')}
            actions={(['entity', 'estimate', 'paper'] as const).map((source) => ({
              id: source,
              label: t(`returns.source.${source}`),
              run: () => entry.setSource(chosenKeys, source),
            }))}
          />
          <Menu
            label={t('returns.blanks.fill')}
            words={t('returns.blanks.fill')}
            actions={([0, 'none'] as const).map((said) => ({
              id: String(said),
              label: t(said === 0 ? 'returns.blanks.zero' : 'returns.blanks.none'),
              run: () => fill(said),
            }))}
          />
          {data.allowed.includes('invite') && entities.length > 0 && (
            <Button
              isSmall
              icon={IconQrcode}
              onPress={() => onDialog({ kind: 'invite', rows: entities })}
            >
              {t('returns.invite')}
            </Button>
          )}
          <Button kind="quiet" isSmall onPress={() => setChosen(new Set())}>
            {t('returns.unchoose')}
          </Button>
          <span className="bar-gap muted small">{t('returns.legend')}</span>
        </section>
      )}
    </>
  )
}
