import type { Id } from '@hopluc/shared/values'
import { DeedDialog } from './deeds/deed-dialog.tsx'
import { LetterDialog } from './dunning/letter-dialog.tsx'
import { RemindDialog } from './dunning/remind-dialog.tsx'
import type { SelectionOpen } from './selection-bar.tsx'

export interface SelectionDialogsProps {
  readonly open: NonNullable<SelectionOpen>
  readonly late: readonly Id[]
  readonly dunned: readonly Id[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The form of what is done to many tasks. */
export function SelectionDialogs({ open, late, dunned, onClose, onDone }: SelectionDialogsProps) {
  if (open === 'letter') return <LetterDialog taskIds={late} onClose={onClose} onDone={onDone} />
  if (open === 'reminder')
    return <RemindDialog taskIds={dunned} onClose={onClose} onDone={onDone} />
  return <DeedDialog act={open} onClose={onClose} onDone={onDone} />
}
