import './dialog.css'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { t } from '../lib/i18n.ts'
import { Button, type ButtonKind, IconButton } from './button.tsx'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the end; what leaves first, what acts last. */
  readonly actions?: ReactNode
  /**
   * `dialog` stands in the middle, `drawer` at the right over the page, `panel` under the top bar's
   * right end. On the phone all of them rise from the bottom.
   */
  readonly shape?: 'dialog' | 'wide' | 'drawer' | 'panel' | undefined
  readonly role?: 'dialog' | 'alertdialog' | undefined
  /** Work under way must not be closed by a stray press. */
  readonly isKept?: boolean | undefined
}

/** Holds the focus, gives it back, closes on Escape and on a press outside. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, shape = 'dialog', isKept = false } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={!isKept}
      isKeyboardDismissDisabled={isKept}
      className={`overlay overlay-${shape}`}
    >
      <Modal className={`modal modal-${shape}`}>
        <AriaDialog className="dialog" role={props.role ?? 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" level={2} className="dialog-title">
              {title}
            </Heading>
            {!isKept && <IconButton label={t('ui.close')} icon={IconX} onPress={onClose} />}
          </header>
          <div className="dialog-body">{children}</div>
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A drawer over the page; what it explains stays visible beside it. */
export function Drawer(props: Omit<DialogProps, 'shape' | 'role'>) {
  return <Dialog {...props} shape="drawer" />
}

export interface ConfirmProps {
  readonly title: string
  /** What will happen, and what cannot be taken back. */
  readonly children: ReactNode
  /** A verb of the office: "Thu hồi văn bản", never "OK". */
  readonly action: string
  readonly kind?: ButtonKind | undefined
  readonly isOpen: boolean
  readonly isPending?: boolean | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once, before what cannot be taken back. */
export function Confirm(props: ConfirmProps) {
  const { action, kind = 'primary', isPending = false, onConfirm, onClose } = props
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind={kind} isPending={isPending} onPress={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  )
}
