import type { Session } from '@hopluc/shared/session'
import { KeyHelp } from '../../ui/key-help.tsx'
import { ScanStatement } from '../documents/scan-statement.tsx'
import { MePanel } from './me-panel.tsx'
import { MoreSheet } from './more-sheet.tsx'
import type { NavGroup } from './nav.ts'

export type Overlay = 'me' | 'more' | 'keys'

export interface OverlaysProps {
  readonly open: Overlay | null
  readonly onOpen: (next: Overlay | null) => void
  readonly groups: readonly NavGroup[]
  readonly session: Session
}

/** What floats above the frame; loaded after the page stands, before anyone asks for it. */
export function Overlays({ open, onOpen, groups, session }: OverlaysProps) {
  const close = () => onOpen(null)
  const showKeys = () => onOpen('keys')
  return (
    <>
      <MePanel session={session} isOpen={open === 'me'} onClose={close} onKeys={showKeys} />
      <MoreSheet
        groups={groups}
        session={session}
        isOpen={open === 'more'}
        onClose={close}
        onKeys={showKeys}
      />
      <ScanStatement />
      <KeyHelp isOpen={open === 'keys'} onClose={close} />
    </>
  )
}
