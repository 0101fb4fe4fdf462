import type { Id } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { KeptFile } from '../../tasks/deeds/deed-draft.ts'
import { FilesField } from '../../tasks/deeds/evidence-fields.tsx'
import { useConfirm } from './queries.ts'

interface ConfirmProps {
  readonly year: number
  readonly entityIds: readonly Id[]
  readonly onClose: () => void
}

/** The commune confirms for those that said so on paper. */
export function ConfirmDialog({ year, entityIds, onClose }: ConfirmProps) {
  const { mutate, isPending, error } = useConfirm()
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const isMissing = !note.trim() && files.length === 0
  const save = () => {
    setTried(true)
    if (isMissing || isBusy || isPending) return
    mutate(
      { year, entityIds: [...entityIds], note: note.trim() || null, fileId: files[0]?.id ?? null },
      {
        onSuccess: ({ changed }) => {
          onClose()
          toast(t('years.confirm.done', { count: changed }))
        },
      },
    )
  }
  const title = t('years.confirm.title', { count: entityIds.length, year })
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending || isBusy}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <TextField
          label={t('years.confirm.paper')}
          name="note"
          hint={t('years.confirm.paper.hint')}
          value={note}
          onChange={setNote}
          error={isTried && isMissing ? t('years.confirm.paper.missing') : undefined}
        />
        <FilesField
          label={t('years.confirm.file')}
          files={files}
          onChange={(change) => setFiles((before) => change(before).slice(-1))}
          onBusy={setBusy}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('years.confirm')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
