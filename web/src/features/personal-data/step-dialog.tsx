import type { DataRequest, DataRequestAction, DataRequestDeed } from '@hopluc/shared/personal-data'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useStep } from './queries.ts'

const MOST_DAYS = 15

/** One step of a request, with its reason; a correction says which field gets which value. */
export function StepDialog(props: {
  request: DataRequest
  action: DataRequestAction
  onClose: () => void
}) {
  const { request, action, onClose } = props
  const [note, setNote] = useState('')
  const [days, setDays] = useState(MOST_DAYS)
  const [field, setField] = useState(request.correctable[0]?.field ?? '')
  const [value, setValue] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useStep(request.id)
  const chosen = request.correctable.find((one) => one.field === field)
  const title = t(`personal.step.${action}`)
  const isValueMissing = action === 'correct' && !value.trim() && !chosen?.mayBeEmpty
  const save = () => {
    setTried(true)
    const deed = deedOf()
    if (!deed || !note.trim() || isValueMissing) return
    mutate(
      { version: request.version, ...deed },
      {
        onSuccess: () => {
          onClose()
          toast(t('personal.request.saved'))
        },
      },
    )
  }
  const deedOf = (): DataRequestDeed | undefined => {
    if (action === 'extend') return { action, days, note }
    if (action !== 'correct') return { action, note }
    return (
      chosen && {
        action,
        field: chosen.field,
        recordId: chosen.recordId,
        value: value.trim() || null,
        note,
      }
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {action === 'extend' && (
          <NumberField
            label={t('personal.step.days')}
            value={days}
            onChange={setDays}
            minValue={1}
            maxValue={MOST_DAYS}
          />
        )}
        {action === 'correct' && (
          <>
            <Select
              label={t('personal.step.field')}
              options={request.correctable.map((one) => ({
                value: one.field,
                label: one.name[language()],
              }))}
              value={field}
              onChange={setField}
            />
            <TextField
              label={t('personal.step.value')}
              hint={chosen?.mayBeEmpty ? t('personal.step.value.empty') : undefined}
              name="value"
              autoComplete="off"
              value={value}
              onChange={setValue}
              error={isTried && isValueMissing ? t('personal.request.required') : undefined}
            />
          </>
        )}
        <TextArea
          label={t(`personal.step.${action}.note`)}
          name="note"
          value={note}
          onChange={setNote}
          error={isTried && !note.trim() ? t('personal.request.required') : undefined}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind={action === 'refuse' ? 'danger' : 'primary'}
            type="submit"
            isPending={isPending}
          >
            {title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
