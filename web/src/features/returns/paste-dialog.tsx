import type { ReturnGrid } from '@hopluc/shared/returns'
import { splitBlock } from '@hopluc/shared/vietnamese-number'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import type { DialogsProps } from './desk-dialogs.tsx'
import { lay, type Placed } from './grid/block.ts'
import { useRows } from './grid-part.tsx'
import { readTyped } from './held.ts'

type PasteProps = Omit<DialogsProps, 'dialog' | 'section'> & { readonly section: ReturnGrid }

/** Where one sees what a block will do before it does it; Ctrl+V into a cell does the same at once. */
export function PasteDialog({ data, entry, section, onClose }: PasteProps) {
  const [text, setText] = useState('')
  const { rows } = useRows(data, section, entry)
  const placed = text.trim() === '' ? null : place(text)
  const typed = (placed?.cells ?? []).flatMap(({ row, column, text: words }) => {
    const key = rows[row]?.cells[column]?.key
    return key ? [{ key, text: words }] : []
  })
  const unread = typed.filter(({ key, text: words }) => {
    const cell = entry.byKey.get(key)
    return cell !== undefined && 'wrong' in readTyped(cell, words)
  })

  function place(words: string): Placed {
    const start = { row: 0, column: 0 }
    return lay(
      splitBlock(words),
      { from: start, to: start },
      {
        rows: rows.length,
        columns: section.columns.length,
        isEntry: ({ row, column }) => rows[row]?.cells[column]?.isEntry ?? false,
        shown: ({ row, column }) => rows[row]?.cells[column]?.text ?? '',
        nameOf: (row) => rows[row]?.words ?? '',
      },
    )
  }
  const isOver = placed !== null && placed.over.columns + placed.over.rows > 0
  return (
    <Dialog
      title={t('returns.paste')}
      shape="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={typed.length === 0}
            onPress={() => {
              entry.type(typed)
              onClose()
              if (placed)
                toast(t('returns.pasted', { rows: placed.size.rows, columns: placed.size.columns }))
            }}
          >
            {t('returns.paste.put', { count: typed.length })}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('returns.paste.label')}
        hint={t('returns.paste.hint')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is for this field
        autoFocus
        rows={8}
        value={text}
        onChange={setText}
      />
      {isOver && placed && (
        <Notice kind="warning">
          {placed.over.columns > 0 &&
            t('returns.over.columns', {
              has: placed.size.columns,
              left: placed.size.columns - placed.over.columns,
            })}{' '}
          {placed.over.rows > 0 &&
            t('returns.over.rows', {
              has: placed.size.rows,
              left: placed.size.rows - placed.over.rows,
            })}
        </Notice>
      )}
      {unread.length > 0 && (
        <Notice kind="warning">{t('returns.paste.unread', { count: unread.length })}</Notice>
      )}
    </Dialog>
  )
}
