import type { Assessment, AssessmentAction, AssessmentDeed } from '@hopluc/shared/assessments'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import type { KeptFile } from '../tasks/deeds/deed-draft.ts'
import { FilesField } from '../tasks/deeds/evidence-fields.tsx'
import { useDeed } from './queries.ts'

/** Deeds that are said in words: what is asked, and files where they belong. */
export type WordDeed = Exclude<AssessmentAction, 'score'>
const WITH_FILES: readonly WordDeed[] = ['remark', 'appeal']

export function WordsDialog({
  one,
  action,
  onClose,
}: {
  one: Assessment
  action: WordDeed
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const { mutate, error, isPending } = useDeed(one.id)
  const once = useOnce()
  const hasFiles = WITH_FILES.includes(action)
  const title = t(`assess.action.${action}`)
  const save = () => {
    setTried(true)
    if (!text.trim() || !once.begin()) return
    mutate(
      deedOf(
        action,
        one.version,
        text.trim(),
        files.map(({ id }) => id),
      ),
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('assess.sent'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <TextArea
          label={t(`assess.words.${action}`)}
          name="text"
          rows={4}
          value={text}
          onChange={setText}
          error={isTried && !text.trim() ? t('assess.required') : undefined}
          isRequired
        />
        {hasFiles && (
          <FilesField
            label={t('assess.files')}
            files={files}
            onChange={setFiles}
            onBusy={setBusy}
          />
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending} isDisabled={isBusy}>
            {t(action === 'decide' ? 'assess.decide.kept' : 'assess.send')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function deedOf(
  action: WordDeed,
  version: number,
  text: string,
  fileIds: string[],
): AssessmentDeed {
  if (action === 'decide') return { action, version, text, marks: null }
  if (action === 'remark' || action === 'appeal') return { action, version, text, fileIds }
  return { action, version, text }
}
