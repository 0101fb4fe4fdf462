import type { Entity } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Notice, Skeleton } from '../../../ui/states.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../../tasks/attempt.ts'
import { FilesField } from '../../tasks/deeds/evidence-fields.tsx'
import type { KeptFile } from '../../tasks/deeds/deed-draft.ts'
import { ChangeFields } from '../change-fields.tsx'
import { chosenOf, placeOf, placeOn, type Subject, versionOn } from '../change-model.ts'
import { attributeFaults, type Faults, placeFaults } from '../form-model.ts'
import { entityHistoryQuery } from '../queries.ts'
import { usePropose } from './queries.ts'

/** The entity's own people say what shall be otherwise, from when and why; the commune decides. */
export function ProposeDialog({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const { today } = useSession()
  const attempt = useAttempt()
  const { data: history } = useQuery(entityHistoryQuery(entity.id))
  const { mutate, isPending, error } = usePropose(entity.id)
  const [fromOn, setFromOn] = useState<PlainDate | null>(today)
  const [subjects, setSubjects] = useState<readonly Subject[]>([])
  const [attributes, setAttributes] = useState(entity.attributes)
  const [place, setPlace] = useState(placeOf(entity))
  const [reason, setReason] = useState('')
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const found: Faults = {
    ...attributeFaults(
      Object.fromEntries(subjects.map((one) => [one, one === 'place' ? null : attributes[one]])),
    ),
    ...(subjects.includes('place') && placeFaults(place)),
    ...(!fromOn && { fromOn: t('registry.form.required') }),
    ...(!reason.trim() && { reason: t('registry.form.required') }),
    ...(subjects.length === 0 && { subjects: t('registry.change.none') }),
  }
  const faults = isTried ? found : {}
  const save = () => {
    setTried(true)
    if (!fromOn || Object.keys(found).length > 0 || isPending || isBusy) return
    const { unitId, ...rest } = place
    const { kind: _kind, law: _law, ...chosen } = chosenOf(subjects, attributes)
    const body = {
      fromOn,
      attributes: chosen,
      ...(subjects.includes('place') && unitId && { place: { unitId, ...rest } }),
      reason: reason.trim(),
      fileId: files[0]?.id ?? null,
    }
    mutate(
      { body, key: attempt.keyFor(body) },
      {
        onSuccess: () => {
          attempt.settle()
          onClose()
          toast(t('years.propose.done'))
        },
      },
    )
  }
  return (
    <Dialog
      title={t('years.propose.title')}
      isOpen
      onClose={onClose}
      shape="wide"
      isKept={isPending || isBusy}
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('years.propose.title')}>
        <DatePicker
          label={t('years.propose.from')}
          name="fromOn"
          value={fromOn}
          onChange={setFromOn}
          max={today}
          error={faults.fromOn}
          isRequired
        />
        {history ? (
          <ChangeFields
            subjects={subjects}
            setSubjects={(next) => setSubjects(next.filter((one) => one !== 'law'))}
            attributes={attributes}
            setAttributes={(change) => setAttributes({ ...attributes, ...change })}
            place={place}
            setPlace={setPlace}
            then={fromOn ? versionOn(history, fromOn)?.attributes : undefined}
            placeThen={fromOn ? placeOn(history, fromOn) : undefined}
            day={fromOn ?? today}
            faults={faults}
          />
        ) : (
          <Skeleton rows={3} />
        )}
        <TextArea
          label={t('years.propose.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          error={faults.reason}
          isRequired
        />
        <FilesField
          label={t('years.propose.file')}
          files={files}
          onChange={(change) => setFiles((before) => change(before).slice(-1))}
          onBusy={setBusy}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('years.propose.send')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
