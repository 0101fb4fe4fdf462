import type { PlainDate } from '@hopluc/shared/values'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'

export interface DayDialogProps {
  readonly today: PlainDate
  readonly asOf: PlainDate | undefined
  readonly onClose: () => void
}

/** Which past day the page shall show. */
export function DayDialog({ today, asOf, onClose }: DayDialogProps) {
  const router = useRouter()
  const [day, setDay] = useState<PlainDate | null>(asOf ?? today)
  const go = (to: PlainDate | undefined) => {
    onClose()
    void router.navigate({ to: '.', search: (previous) => ({ ...previous, asOf: to }) })
  }
  return (
    <Dialog
      title={t('shell.asOf.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          {asOf && <Button onPress={() => go(undefined)}>{t('ui.asOf.leave')}</Button>}
          <Button
            kind="primary"
            isDisabled={day === null || day > today}
            onPress={() => day !== null && go(day === today ? undefined : day)}
          >
            {t('shell.asOf.go')}
          </Button>
        </>
      }
    >
      <p className="day-words">{t('shell.asOf.text')}</p>
      <DatePicker label={t('shell.asOf.day')} value={day} onChange={setDay} max={today} />
    </Dialog>
  )
}
