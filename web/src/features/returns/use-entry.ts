import { checkReturn } from '@hopluc/shared/return-checks'
import {
  type CellAnswer,
  cellKey,
  type CellSource,
  type Return,
  type ReturnCell,
} from '@hopluc/shared/returns'
import { useMemo, useRef, useState } from 'react'
import * as z from 'zod'
import { readDraft, writeDraft } from '../../lib/draft.ts'
import type { Typed } from './grid/types.ts'
import { emptyHistory, redo, remember, type Step, undo } from './grid/history.ts'
import { answerOf, editOf, type KeptCell, type KeptEdit, readTyped, withEdit } from './held.ts'
import type { Sync, SyncState } from './sync/sync.ts'
import { findingsByCell, type Marks } from './view.ts'

/** What a cell says, or the text that could not be read. */
interface Said {
  readonly answer: CellAnswer
  readonly wrong: string | null
}

const Wrong = z.record(z.string(), z.string())

/** All that stands in a return on this page, and what can be done to its cells. */
export function useEntry(
  data: Return,
  sync: Sync<KeptEdit>,
  state: SyncState<KeptEdit>,
  mayEdit: boolean,
) {
  const draft = `return.${data.id}.wrong`
  const [wrong, setWrong] = useState(() => readDraft(draft, Wrong)?.value ?? {})
  const history = useRef(emptyHistory<Said>())

  const cells = useMemo(
    () => data.cells.map((cell) => withEdit(cell, state.unsent.get(cellKey(cell)))),
    [data.cells, state.unsent],
  )
  const byKey = useMemo(() => new Map(cells.map((cell) => [cellKey(cell), cell])), [cells])
  const texts = useMemo(() => {
    const typed = new Map(data.texts.map((text) => [text.key, text]))
    for (const edit of state.unsent.values()) {
      if (edit.kind !== 'text') continue
      const before = typed.get(edit.key)
      const blank = { key: edit.key, version: 0, byWords: null, at: null }
      typed.set(edit.key, { ...(before ?? blank), text: edit.text })
    }
    return [...typed.values()]
  }, [data.texts, state.unsent])
  const findings = useMemo(
    () => checkReturn({ sections: data.sections, cells, texts, checks: data.checks }),
    [data.sections, data.checks, cells, texts],
  )
  const marks = useMemo((): Marks => {
    const unread = Object.entries(wrong).flatMap(([key, text]) => {
      const cell = byKey.get(key)
      const read = cell && readTyped(cell, text)
      return read && 'wrong' in read ? [[key, { text, why: read.wrong }] as const] : []
    })
    return {
      findings: findingsByCell(findings),
      unsent: new Set(state.unsent.keys()),
      conflicts: new Set(state.conflicts.keys()),
      wrong: new Map(unread),
      remarks: new Map(
        data.remarks.flatMap((remark) =>
          remark.cell && !remark.isAnswered ? [[remark.cell, remark] as const] : [],
        ),
      ),
      mayEdit,
    }
  }, [wrong, byKey, findings, state.unsent, state.conflicts, data.remarks, mayEdit])

  const isOpen = (cell: ReturnCell | undefined): cell is ReturnCell =>
    mayEdit && cell !== undefined && !cell.isReadOnly
  const put = (changes: readonly { key: string; value: Said }[]) => {
    const next = { ...wrong }
    const edits: KeptCell[] = []
    for (const { key, value } of changes) {
      const cell = byKey.get(key)
      if (!isOpen(cell)) continue
      if (value.wrong === null) delete next[key]
      else next[key] = value.wrong
      if (value.wrong === null && value.answer !== answerOf(cell))
        edits.push(editOf(cell, value.answer))
    }
    writeDraft(draft, next)
    setWrong(next)
    if (edits.length > 0) void sync.edit(edits)
  }
  const doAll = (steps: readonly Step<Said>[]) => {
    const changed = steps.filter(
      ({ before, after }) => before.answer !== after.answer || before.wrong !== after.wrong,
    )
    history.current = remember(history.current, changed)
    put(changed.map(({ key, after }) => ({ key, value: after })))
    return changed.length
  }
  const stepTo = (key: string, after: (cell: ReturnCell) => Said): Step<Said>[] => {
    const cell = byKey.get(key)
    if (!isOpen(cell)) return []
    const before = { answer: answerOf(cell), wrong: wrong[key] ?? null }
    return [{ key, before, after: after(cell) }]
  }

  /** Texts as they were typed or pasted; what cannot be read stays in its cell and says why. */
  const type = (typed: readonly Typed[]) =>
    doAll(
      typed.flatMap(({ key, text }) =>
        stepTo(key, (cell) => {
          const read = readTyped(cell, text)
          return 'wrong' in read
            ? { answer: answerOf(cell), wrong: text }
            : { answer: read.answer, wrong: null }
        }),
      ),
    )
  const answer = (keys: readonly string[], said: CellAnswer) =>
    doAll(keys.flatMap((key) => stepTo(key, () => ({ answer: said, wrong: null }))))
  /** "Không thay đổi": of what can be taken over; with `isForBlank` only where nothing was said. */
  const same = (keys: readonly string[], isForBlank = false) =>
    answer(
      keys.filter((key) => {
        const cell = byKey.get(key)
        if (!cell?.unchanged) return false
        return !isForBlank || (cell.value === null && !cell.isNone && wrong[key] === undefined)
      }),
      'same',
    )
  const editAs = (keys: readonly string[], more: Partial<KeptCell>) => {
    const edits = keys.flatMap((key) => {
      const cell = byKey.get(key)
      return isOpen(cell) ? [{ ...editOf(cell, answerOf(cell)), reason: cell.reason, ...more }] : []
    })
    void sync.edit(edits)
  }
  const inSection = ({ section }: ReturnCell) => {
    const found = data.sections.find(({ key }) => key === section)
    return found?.kind === 'grid' ? found : undefined
  }
  return {
    rowName: (cell: ReturnCell) =>
      inSection(cell)?.rows.find(({ key }) => key === cell.rowKey)?.name ?? '',
    columnWords: (cell: ReturnCell) => {
      const column = inSection(cell)?.columns.find(({ key }) => key === cell.columnKey)
      return column ? [column.group, column.name].filter(Boolean).join(', ') : ''
    },
    cells,
    byKey,
    texts,
    findings,
    marks,
    type,
    answer,
    same,
    /** One answer for all of these cells in which nothing was said. */
    fillBlanks: (keys: readonly string[], said: CellAnswer) =>
      answer(
        keys.filter((key) => {
          const cell = byKey.get(key)
          return cell?.value === null && !cell.isNone && wrong[key] === undefined
        }),
        said,
      ),
    /** What the returns below now add up to, where an older sum stands. */
    takeSums: (keys: readonly string[]) =>
      doAll(
        keys.flatMap((key) =>
          stepTo(key, (cell) => ({ answer: cell.below?.value ?? null, wrong: null })),
        ),
      ),
    setReason: (key: string, reason: string) => editAs([key], { reason: reason.trim() || null }),
    setSource: (keys: readonly string[], source: CellSource) => editAs(keys, { source }),
    setText: (key: string, text: string) => {
      const seen = data.texts.find((one) => one.key === key)?.version ?? 0
      void sync.edit([{ kind: 'text', key, seen, text }])
    },
    undo: () => {
      const [next, values] = undo(history.current)
      history.current = next
      put(values)
      return values
    },
    redo: () => {
      const [next, values] = redo(history.current)
      history.current = next
      put(values)
      return values
    },
  }
}

export type Entry = ReturnType<typeof useEntry>
