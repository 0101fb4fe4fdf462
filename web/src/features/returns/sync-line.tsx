import type { Return } from '@hopluc/shared/returns'
import type { PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { useConnection } from '../../lib/connection.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import type { KeptEdit } from './held.ts'
import type { Sync, SyncState } from './sync/sync.ts'

interface SyncLineProps {
  readonly data: Return
  readonly isKept: boolean
  readonly state: SyncState<KeptEdit>
  readonly sync: Sync<KeptEdit>
  readonly today: PlainDate
}

/** One amber line while the line is down, with what waits; a refusal says why and what was kept. */
export function SyncLine({ data, isKept, state, sync, today }: SyncLineProps) {
  const { isOnline, contactAt } = useConnection()
  const [isAsking, setAsking] = useState(false)
  const count = state.unsent.size
  if (state.phase === 'refused')
    return (
      <>
        <Notice
          kind="error"
          actions={
            <>
              <Button isSmall onPress={() => void sync.flush()}>
                {t('ui.retry')}
              </Button>
              <Button kind="quiet" isSmall onPress={() => setAsking(true)}>
                {t('returns.discard')}
              </Button>
            </>
          }
        >
          {t('returns.notSent', { count })} {sentence(state.error)}
        </Notice>
        <Confirm
          title={t('returns.discard.title', { count })}
          action={t('returns.discard')}
          kind="danger"
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            void sync.discard()
          }}
        >
          <p>{t('returns.discard.words')}</p>
        </Confirm>
      </>
    )
  if (!isOnline || state.phase === 'cut')
    return (
      <Notice
        kind="offline"
        actions={
          <Button kind="quiet" isSmall onPress={() => void sync.flush()}>
            {t('ui.retry')}
          </Button>
        }
      >
        <b>
          {contactAt
            ? t('returns.offline.since', { when: formatInstant(contactAt, today) })
            : t('returns.offline')}
        </b>{' '}
        {t('returns.offline.words')}{' '}
        {count > 0 && <span className="figures">{t('returns.offline.unsent', { count })}</span>}
      </Notice>
    )
  if (isKept) return <Notice kind="offline">{t('returns.kept')}</Notice>
  if (data.state === 'returned' && data.mayEdit)
    return <Notice kind="warning">{t('returns.returned')}</Notice>
  return null
}
