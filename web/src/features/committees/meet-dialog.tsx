import type { Duty } from '@hopluc/shared/committee-work'
import type { PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useMeet } from './queries.ts'

/** That the one in charge met the cooperative, and what was said. */
export function MeetDialog({
  row,
  onClose,
}: {
  row: { duty: Pick<Duty, 'id' | 'entity'> }
  onClose: () => void
}) {
  const { today } = useSession()
  const [metOn, setMetOn] = useState<PlainDate | null>(today)
  const [place, setPlace] = useState('')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useMeet(row.duty.id)
  const title = t('committees.meet.of', { name: row.duty.entity?.name ?? '' })
  const save = () => {
    setTried(true)
    if (!metOn || !note.trim()) return
    mutate(
      { metOn, place: place.trim() || null, note },
      {
        onSuccess: () => {
          onClose()
          toast(t('committees.meet.done'), { kind: 'done' })
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <FormRow>
          <DatePicker
            label={t('committees.meet.on')}
            value={metOn}
            onChange={setMetOn}
            max={today}
          />
          <TextField label={t('committees.meet.place')} value={place} onChange={setPlace} />
        </FormRow>
        <TextArea
          label={t('committees.meet.note')}
          value={note}
          onChange={setNote}
          error={isTried && !note.trim() ? t('inspections.required') : undefined}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('committees.meet')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
