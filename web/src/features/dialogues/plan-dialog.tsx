import type { UnitName } from '@hopluc/shared/units'
import type { PlainDate } from '@hopluc/shared/values'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { asTime } from '../meetings/plan.ts'
import { unitWords } from '../organisation/words.ts'
import { useOnce } from '../registry/use-once.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { usePlanDialogue } from './queries.ts'

interface Props {
  readonly unit: UnitName
  readonly asOf: PlainDate
  readonly onClose: () => void
}

/** Day, hour, place; who is invited and what is on the agenda comes by itself. */
export function PlanDialog({ unit, asOf, onClose }: Props) {
  const navigate = useNavigate()
  const attempt = useAttempt()
  const once = useOnce()
  const { mutate, error, isPending } = usePlanDialogue()
  const [heldOn, setHeldOn] = useState<PlainDate | null>(null)
  const [startsAt, setStartsAt] = useState('')
  const [place, setPlace] = useState('')
  const [isTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (!heldOn || !once.begin()) return
    const body = { heldOn, startsAt: asTime(startsAt), place: place.trim() || null }
    mutate(
      { body, key: attempt.keyFor(body) },
      {
        onSettled: once.end,
        onSuccess: ({ id }) => {
          attempt.settle()
          toast(t('dialogues.planned'))
          void navigate({ to: '/meetings/$id', params: { id } })
        },
      },
    )
  }
  const title = t('dialogues.plan')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <p className="muted small">{t('dialogues.plan.hint', { unit: unitWords(unit) })}</p>
        <FormRow>
          <DatePicker
            label={t('dialogues.heldOn')}
            name="heldOn"
            value={heldOn}
            onChange={setHeldOn}
            min={asOf}
            error={isTried && !heldOn ? t('difficulties.required') : undefined}
            isRequired
          />
          <TextField
            label={t('dialogues.startsAt')}
            name="startsAt"
            value={startsAt}
            onChange={setStartsAt}
          />
        </FormRow>
        <TextField label={t('dialogues.place')} name="place" value={place} onChange={setPlace} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('dialogues.plan.go')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
