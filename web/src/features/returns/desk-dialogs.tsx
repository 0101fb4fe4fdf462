import type { GridRow, Return, ReturnAction, ReturnGrid } from '@hopluc/shared/returns'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { ExcelDialog } from './excel-dialog.tsx'
import type { Placed } from './grid/block.ts'
import type { KeptEdit } from './held.ts'
import { HistoryDrawer } from './history-drawer.tsx'
import { InviteDialog, OffersDialog } from './offers-dialog.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { SignDialog } from './sign-dialog.tsx'
import type { Sync } from './sync/sync.ts'
import type { Entry } from './use-entry.ts'
import type { Remarks } from './use-remarks.ts'

export type DeskDialog =
  | { readonly kind: 'deed'; readonly action: ReturnAction | 'sign' }
  | { readonly kind: 'paste' | 'upload' | 'history' | 'offers' }
  | { readonly kind: 'over'; readonly placed: Placed; readonly put: () => void }
  | { readonly kind: 'invite'; readonly rows: readonly GridRow[] }

export interface DialogsProps {
  readonly dialog: DeskDialog | null
  readonly data: Return
  readonly entry: Entry
  readonly sync: Sync<KeptEdit>
  readonly remarks: Remarks
  readonly owner: Id
  readonly today: PlainDate
  readonly section: ReturnGrid | undefined
  readonly onClose: () => void
}

/** What stands over the desk, one at a time. */
export function DeskDialogs({ dialog, ...props }: DialogsProps) {
  if (!dialog) return null
  switch (dialog.kind) {
    case 'deed':
      return dialog.action === 'sign' ? (
        <SignDialog {...props} />
      ) : (
        <DeedDialog action={dialog.action} {...props} />
      )
    case 'paste':
      return props.section ? <PasteDialog {...props} section={props.section} /> : null
    case 'upload':
      return <ExcelDialog {...props} />
    case 'history':
      return <HistoryDrawer {...props} />
    case 'offers':
      return <OffersDialog {...props} />
    case 'invite':
      return <InviteDialog rows={dialog.rows} {...props} />
    case 'over':
      return <OverDialog {...dialog} onClose={props.onClose} />
  }
}

/** A block that is larger than the place for it: nothing was pasted yet, and one says what to do. */
function OverDialog(props: { placed: Placed; put: () => void; onClose: () => void }) {
  const { placed, put, onClose } = props
  const { over, size, cells } = placed
  return (
    <Dialog
      title={t('returns.over.title')}
      isOpen
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose}>{t('returns.over.leave')}</Button>
          {cells.length > 0 && (
            <Button
              kind="primary"
              onPress={() => {
                put()
                onClose()
              }}
            >
              {t('returns.over.fit', { count: cells.length })}
            </Button>
          )}
        </>
      }
    >
      {over.columns > 0 && (
        <p>{t('returns.over.columns', { has: size.columns, left: size.columns - over.columns })}</p>
      )}
      {over.rows > 0 && (
        <p>{t('returns.over.rows', { has: size.rows, left: size.rows - over.rows })}</p>
      )}
      <p>{t('returns.over.kept')}</p>
    </Dialog>
  )
}
