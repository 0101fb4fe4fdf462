import type { Target } from '@hopluc/shared/plans'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { taskListQuery } from '../tasks/queries.ts'
import { useFixWhole, useLinkTask } from './queries.ts'
import { readingWords } from './words.ts'

interface DialogProps {
  readonly target: Target
  readonly onClose: () => void
}

/** Of what the share is reckoned, with the reason. */
export function WholeDialog({ target, onClose }: DialogProps) {
  const fix = useFixWhole(target.target.id)
  const { counted, readings, version, whole: before } = target.target
  const [whole, setWhole] = useState<string | null>(before === null ? null : String(before))
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const required = isTried ? t('plans.required') : undefined
  const wholes = counted.by === 'share' ? counted.wholes : []
  const save = () => {
    setTried(true)
    if (whole === null || !note.trim()) return
    const onSuccess = () => {
      toast(t('targets.whole.done'))
      onClose()
    }
    fix.mutate({ version, whole: Number(whole), note: note.trim() }, { onSuccess })
  }
  const title = t('targets.chooseWhole')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={fix.isPending}>
      {fix.error && <Notice kind="error">{sentence(fix.error)}</Notice>}
      <Form onSubmit={save} error={fix.error} label={title}>
        <RadioGroup
          label={target.target.words}
          value={whole}
          onChange={setWhole}
          error={whole === null ? required : undefined}
          choices={wholes.map(({ label }, index) => {
            const reading = readings.find((one) => one.label === label)
            return {
              value: String(index),
              label,
              ...(reading && { note: readingWords(reading, target.target) }),
            }
          })}
        />
        <TextArea
          label={t('targets.whole.note')}
          name="note"
          value={note}
          onChange={setNote}
          error={note.trim() ? undefined : required}
          isRequired
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={fix.isPending}>
            {title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** A task that is there already serves the target. */
export function LinkDialog({ target, onClose }: DialogProps) {
  const link = useLinkTask(target.target.id)
  const [words, setWords] = useState('')
  const [taskId, setTask] = useState<Id | null>(null)
  const { data, isFetching } = useQuery(taskListQuery({ ...(words && { q: words }), limit: 20 }))
  const title = t('targets.act.link_task')
  const save = () => {
    if (taskId === null) return
    const onSuccess = () => {
      toast(t('targets.link.done'))
      onClose()
    }
    link.mutate(taskId, { onSuccess })
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={link.isPending}>
      {link.error && <Notice kind="error">{sentence(link.error)}</Notice>}
      <Form onSubmit={save} error={link.error} label={title}>
        <ComboBox
          label={t('targets.link.task')}
          value={taskId}
          options={(data?.items ?? []).map(({ id, title: label, code, lead }) => ({
            value: id,
            label,
            note: [code, lead?.shortName].filter(Boolean).join(' · '),
          }))}
          onSearch={setWords}
          isSearching={isFetching}
          onChange={setTask}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={link.isPending}>
            {title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
