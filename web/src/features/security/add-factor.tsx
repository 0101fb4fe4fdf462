import { IconDeviceMobile, IconKey } from '@tabler/icons-react'
import type { SecondFactors } from '@hopluc/shared/second-factor'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { PasskeySetup } from './passkey-setup.tsx'
import { useStartTotp } from './queries.ts'
import { RecoveryCodesDialog } from './recovery-codes.tsx'
import { TotpSetup } from './totp-setup.tsx'

/** The ways that are still open, each in its dialog; recovery codes come with the first. */
export function AddFactor({ factors, onDone }: { factors: SecondFactors; onDone?: () => void }) {
  const { hasTotp, passkeyOrigin } = factors
  const [isPasskey, setPasskey] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const start = useStartTotp()
  const close = () => {
    setPasskey(false)
    start.reset()
  }
  const added = (recoveryCodes: readonly string[] | null) => {
    close()
    toast(t('security.added'))
    if (recoveryCodes) setCodes(recoveryCodes)
    else onDone?.()
  }
  const isHere = passkeyOrigin === location.origin
  return (
    <div className="security-other">
      {start.error && <Notice kind="error">{sentence(start.error)}</Notice>}
      {!hasTotp && (
        <Button
          icon={IconDeviceMobile}
          isPending={start.isPending}
          onPress={() => start.mutate(undefined)}
        >
          {t('security.totp.add')}
        </Button>
      )}
      {isHere && (
        <Button icon={IconKey} onPress={() => setPasskey(true)}>
          {t('security.passkey.add')}
        </Button>
      )}
      {!isHere && passkeyOrigin && (
        <p className="muted small">{t('security.passkey.elsewhere', { address: passkeyOrigin })}</p>
      )}
      {start.data && (
        <Dialog title={t('security.totp.add')} isOpen onClose={close}>
          <TotpSetup setup={start.data} onDone={added} />
        </Dialog>
      )}
      {isPasskey && (
        <Dialog title={t('security.passkey.add')} isOpen onClose={close}>
          <PasskeySetup onDone={added} />
        </Dialog>
      )}
      {codes && (
        <RecoveryCodesDialog
          codes={codes}
          onDone={() => {
            setCodes(null)
            onDone?.()
          }}
        />
      )}
    </div>
  )
}
