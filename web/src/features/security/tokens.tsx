import './security.css'
import { IconPlus } from '@tabler/icons-react'
import type { ApiToken } from '@hopluc/shared/api-tokens'
import { dayOf, formatDate, formatInstant } from '../../lib/format.ts'
import type { Id } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { NewTokenDialog } from './new-token.tsx'
import { tokensQuery, useEndToken } from './queries.ts'

/** Access for programs: one's own, or for the administrator another's. */
export function Tokens({ accountId }: { accountId?: Id }) {
  const { data } = useSuspenseQuery(tokensQuery(accountId))
  const { mutate, isPending, error, variables } = useEndToken(accountId)
  const [isOpen, setOpen] = useState(false)
  const isOwn = accountId === undefined
  const end = (id: Id) => mutate(id, { onSuccess: () => toast(t('security.tokens.ended')) })
  return (
    <Section
      title={t('security.tokens')}
      more={
        isOwn && (
          <Button isSmall icon={IconPlus} onPress={() => setOpen(true)}>
            {t('security.tokens.new')}
          </Button>
        )
      }
    >
      {isOwn && <p className="small soft">{t('security.tokens.lead')}</p>}
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {data.items.length === 0 && <p className="muted small">{t('security.tokens.none')}</p>}
      <ol className="accounts-list">
        {data.items.map((token) => (
          <li key={token.id}>
            <TokenWords token={token} />
            {token.isAlive ? (
              <Button
                isSmall
                kind="quiet"
                aria-label={t('security.tokens.end.of', { name: token.name })}
                isPending={isPending && variables === token.id}
                onPress={() => end(token.id)}
              >
                {t('security.tokens.end')}
              </Button>
            ) : (
              <span className="muted">{t('security.tokens.over')}</span>
            )}
          </li>
        ))}
      </ol>
      {isOpen && <NewTokenDialog nouns={data.nouns} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function TokenWords({ token }: { token: ApiToken }) {
  const { today } = useSession()
  const { name, isReadOnly, nouns, post, expiresAt, lastUsedAt } = token
  const words = [
    t(isReadOnly ? 'security.tokens.read' : 'security.tokens.write'),
    nouns ? nouns.join(', ') : t('security.tokens.all'),
    post,
    t('security.tokens.until', { until: formatDate(dayOf(expiresAt)) }),
    lastUsedAt
      ? t('security.tokens.used', { when: formatInstant(lastUsedAt, today) })
      : t('security.tokens.unused'),
  ]
  return (
    <span>
      {name}
      <small>{words.filter(Boolean).join(' · ')}</small>
    </span>
  )
}
