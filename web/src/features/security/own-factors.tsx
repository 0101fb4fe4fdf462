import './security.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { AddFactor } from './add-factor.tsx'
import { PasswordAgain } from './password-again.tsx'
import { factorsQuery, useRemoveFactor, useRenewCodes } from './queries.ts'
import { RecoveryCodesDialog } from './recovery-codes.tsx'

interface Factor {
  path: string
  name: string
  note: string
}

/** One's own second factors: added, named, taken away. */
export function OwnFactors() {
  const { today } = useSession()
  const { data: factors } = useSuspenseQuery(factorsQuery)
  const [removing, setRemoving] = useState<Factor | null>(null)
  const passkeys = factors.passkeys.map(({ id, name, lastUsedAt }) => ({
    path: `passkeys/${id}`,
    name,
    note: lastUsedAt
      ? t('security.passkey.used', { when: formatInstant(lastUsedAt, today) })
      : t('security.passkey.never'),
  }))
  const totp = { path: 'totp', name: t('security.totp'), note: t('security.totp.on') }
  const all: Factor[] = [...(factors.hasTotp ? [totp] : []), ...passkeys]
  return (
    <Section title={t('security.title')}>
      <p className="small soft">{t('security.lead')}</p>
      {factors.isCompulsory && <Status kind="soon">{t('security.compulsory')}</Status>}
      {all.length === 0 && <p className="muted small">{t('security.none')}</p>}
      <ol className="accounts-list">
        {all.map((factor) => (
          <li key={factor.path}>
            <span>
              {factor.name}
              <small>{factor.note}</small>
            </span>
            <Button
              isSmall
              kind="quiet"
              aria-label={t('security.remove.of', { name: factor.name })}
              onPress={() => setRemoving(factor)}
            >
              {t('security.remove')}
            </Button>
          </li>
        ))}
        {all.length > 0 && <Codes count={factors.recoveryCodes} />}
      </ol>
      <AddFactor factors={factors} />
      {removing && <Removal factor={removing} onClose={() => setRemoving(null)} />}
    </Section>
  )
}

function Removal({ factor, onClose }: { factor: Factor; onClose: () => void }) {
  const { mutate, isPending, error } = useRemoveFactor()
  const done = () => {
    onClose()
    toast(t('security.removed'))
  }
  return (
    <PasswordAgain
      title={t('security.remove.title')}
      text={t('security.remove.text', { name: factor.name })}
      action={t('security.remove')}
      isPending={isPending}
      error={error}
      onSubmit={(password) => mutate({ path: factor.path, password }, { onSuccess: done })}
      onClose={onClose}
    />
  )
}

function Codes({ count }: { count: number }) {
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error, data, reset } = useRenewCodes()
  return (
    <li>
      <span>
        {t('security.codes')}
        <small>{t('security.codes.left', { count })}</small>
      </span>
      <Button isSmall kind="quiet" onPress={() => setOpen(true)}>
        {t('security.codes.renew')}
      </Button>
      {isOpen && (
        <PasswordAgain
          title={t('security.codes.renew')}
          text={t('security.renew.text')}
          action={t('security.codes.renew')}
          isPending={isPending}
          error={error}
          onSubmit={(password) => mutate(password, { onSuccess: () => setOpen(false) })}
          onClose={() => setOpen(false)}
        />
      )}
      {data && <RecoveryCodesDialog codes={data.codes} onDone={reset} />}
    </li>
  )
}
