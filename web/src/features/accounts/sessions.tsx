import './accounts.css'
import type { LiveSession } from '@hopluc/shared/session'
import type { Id } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { sessionsQuery, useEndSession } from './queries.ts'

/** Where an account is signed in, one's own or another's; each can be ended. */
export function Sessions({ accountId, more }: { accountId?: Id; more?: ReactNode }) {
  const { today } = useSession()
  const { data } = useSuspenseQuery(sessionsQuery(accountId))
  const { mutate, isPending, error, variables } = useEndSession(accountId)
  const end = (id: Id) => mutate(id, { onSuccess: () => toast(t('accounts.sessions.ended')) })
  return (
    <Section title={t('accounts.sessions')} more={more}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {data.items.length === 0 && <p className="muted small">{t('accounts.sessions.none')}</p>}
      <ol className="accounts-list">
        {data.items.map((session) => (
          <li key={session.id}>
            <span>
              {deviceWords(session)}
              <small>
                {t('accounts.sessions.used', {
                  when: formatInstant(session.lastSeenAt, today),
                  address: session.address,
                })}
              </small>
            </span>
            {session.isThis ? (
              <span className="muted">{t('accounts.sessions.this')}</span>
            ) : (
              <Button
                isSmall
                kind="quiet"
                aria-label={t('accounts.sessions.end.of', { device: deviceWords(session) })}
                isPending={isPending && variables === session.id}
                onPress={() => end(session.id)}
              >
                {t('accounts.sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function deviceWords({ device }: LiveSession): string {
  return device === '?' ? t('accounts.device.unknown') : device
}
