import type { MeetingRecord } from '@hopluc/shared/meetings'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { AgendaEditor, MeetingFields } from './meeting-fields.tsx'
import { factsOf, planOf } from './plan.ts'
import { useMeetingDeed } from './queries.ts'

const FORM = 'meeting-edit'

/** Facts and agenda of a meeting that is not concluded. */
export function EditDialog(props: { meeting: MeetingRecord; onClose: () => void }) {
  const { meeting, onClose } = props
  const [plan, setPlan] = useState(() => planOf(meeting))
  const { mutate, isPending, error } = useMeetingDeed(meeting.id)
  const save = () =>
    mutate(
      { deed: 'change', command: { ...factsOf(plan), version: meeting.version } },
      {
        onSuccess: () => {
          onClose()
          toast(t('meetings.saved'))
        },
      },
    )
  return (
    <Dialog
      title={t('meetings.form.edit')}
      shape="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM} isPending={isPending}>
            {t('meetings.form.change')}
          </Button>
        </>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form id={FORM} onSubmit={save} error={error}>
        <MeetingFields plan={plan} set={setPlan} />
        <AgendaEditor plan={plan} set={setPlan} />
      </Form>
    </Dialog>
  )
}
