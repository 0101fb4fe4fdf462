import { IconTrash } from '@tabler/icons-react'
import type { ReadingDetail } from '@hopluc/shared/readings'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { useDiscard } from './queries.ts'

/** Sets an open text aside: nothing of it is taken over, and it can be read again. */
export function DiscardReading({
  reading,
  versionNow,
}: {
  reading: ReadingDetail
  /** As last saved: autosave moves it on without drawing anew. */
  versionNow: () => number
}) {
  const [isAsking, setAsking] = useState(false)
  const discard = useDiscard(reading.id)
  const navigate = useNavigate()
  if (!reading.allowed.includes('discard')) return null
  return (
    <>
      <Button kind="quiet" icon={IconTrash} onPress={() => setAsking(true)}>
        {t('readings.bar.discard')}
      </Button>
      <Confirm
        title={t('readings.discard.title')}
        action={t('readings.bar.discard')}
        kind="danger"
        isOpen={isAsking}
        isPending={discard.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          discard.mutate(versionNow(), {
            onSuccess: () => void navigate({ to: '/readings' }),
            onError: (error) => toast(sentence(error), { kind: 'late' }),
          })
        }
      >
        <p>{t('readings.discard.text')}</p>
      </Confirm>
    </>
  )
}
