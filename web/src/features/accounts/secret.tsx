import { IconCopy } from '@tabler/icons-react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'

/** Something that is shown once: it stays until one says that it was handed over. */
export function SecretDialog(props: {
  title: string
  text: string
  secret: string
  onDone: () => void
}) {
  const { title, text, secret, onDone } = props
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    toast(t('accounts.password.copied'))
  }
  return (
    <Dialog
      title={title}
      isOpen
      isKept
      onClose={onDone}
      actions={
        <Button kind="primary" onPress={onDone}>
          {t('accounts.password.done')}
        </Button>
      }
    >
      <p className="accounts-intro">{text}</p>
      <p className="accounts-secret">
        <code>{secret}</code>
        {'clipboard' in navigator && (
          <Button isSmall icon={IconCopy} onPress={() => void copy()}>
            {t('accounts.password.copy')}
          </Button>
        )}
      </p>
    </Dialog>
  )
}
