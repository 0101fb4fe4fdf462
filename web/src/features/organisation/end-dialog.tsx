import { IconArchive } from '@tabler/icons-react'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useEnd } from './queries.ts'

export interface EndDialogProps {
  readonly kind: 'units' | 'agencies'
  readonly record: { id: Id; version: number }
  readonly name: string
  readonly today: PlainDate
}

/** Asks for the last day; nothing of the past goes away. */
export function EndButton({ kind, record, name, today }: EndDialogProps) {
  const [isOpen, setOpen] = useState(false)
  const [untilOn, setUntilOn] = useState<PlainDate | null>(today)
  const { mutate, isPending, error } = useEnd(kind, record.id)
  const end = () => {
    if (!untilOn) return
    mutate(
      { version: record.version, untilOn },
      {
        onSuccess: () => {
          setOpen(false)
          toast(t('organisation.saved'))
        },
      },
    )
  }
  return (
    <>
      <Button icon={IconArchive} onPress={() => setOpen(true)}>
        {t('organisation.end')}
      </Button>
      <Dialog
        title={t('organisation.end.title', { name })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('ui.cancel')}</Button>
            <Button kind="danger" isPending={isPending} isDisabled={!untilOn} onPress={end}>
              {t('organisation.end')}
            </Button>
          </>
        }
      >
        {error && <Notice kind="error">{sentence(error)}</Notice>}
        <p className="organisation-intro">{t('organisation.end.text')}</p>
        <DateField label={t('organisation.field.untilOn')} value={untilOn} onChange={setUntilOn} />
      </Dialog>
    </>
  )
}
