import { OpinionRound } from '@hopluc/shared/opinions'
import type { Task } from '@hopluc/shared/tasks'
import { PlainDate } from '@hopluc/shared/values'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod'
import { api } from '../../../lib/api.ts'
import { useDraft } from '../../../lib/draft.ts'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { DraftNotice, ErrorState } from '../../../ui/states.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../attempt.ts'
import { KeptFile } from '../deeds/deed-draft.ts'
import { DueField } from '../deeds/deed-fields.tsx'
import { FilesField } from '../deeds/evidence-fields.tsx'
import { useRefreshTasks } from '../queries.ts'

const Draft = z.object({
  title: z.string(),
  text: z.string(),
  untilOn: PlainDate.nullable(),
  agencyIds: z.array(z.string()),
})

/** A text sent to the co-ordinating agencies for their opinion, until a day. */
export function RoundDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { today } = useSession()
  const navigate = useNavigate()
  const refresh = useRefreshTasks()
  const attempt = useAttempt()
  const draft = useDraft(`task.${task.id}.round`, Draft, {
    title: '',
    text: '',
    untilOn: null,
    agencyIds: task.co.map(({ id }) => id),
  })
  const [files, setFiles] = useState<KeptFile[]>([])
  const [isTried, setIsTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const { title, text, untilOn, agencyIds } = draft.value
  const set = (next: Partial<z.infer<typeof Draft>>) => draft.set({ ...draft.value, ...next })
  const open = useMutation({
    mutationFn: (body: object) =>
      api.post(`/tasks/${task.id}/opinion-rounds`, body, OpinionRound, {
        key: attempt.keyFor(body),
      }),
    onSuccess: async (round) => {
      draft.drop()
      await refresh()
      await navigate({ to: '/opinion-rounds/$id', params: { id: round.id } })
    },
    onError: () => refresh(),
  })
  const isWhole = title.trim() && text.trim() && untilOn && agencyIds.length > 0
  const send = () => {
    setIsTried(true)
    if (!isWhole || isBusy || open.isPending) return
    open.mutate({
      title: title.trim(),
      text: text.trim(),
      fileId: files[0]?.id ?? null,
      untilOn,
      agencyIds,
      version: task.version,
    })
  }
  return (
    <Dialog
      title={t('tasks.act.open_opinions')}
      isOpen
      onClose={onClose}
      shape="wide"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={open.isPending} isDisabled={isBusy} onPress={send}>
            {t('tasks.rounds.send', { count: agencyIds.length })}
          </Button>
        </>
      }
    >
      <Form onSubmit={send} error={open.error}>
        {draft.restoredAt !== null && (
          <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
        )}
        {open.error && <ErrorState error={open.error} title={t('tasks.notSent')} onRetry={send} />}
        <TextField
          label={t('tasks.rounds.title')}
          placeholder={t('tasks.rounds.title.example')}
          value={title}
          onChange={(next) => set({ title: next })}
          isRequired
          error={isTried && !title.trim() ? t('tasks.fault.text') : undefined}
        />
        <TextArea
          label={t('tasks.rounds.text')}
          rows={6}
          value={text}
          onChange={(next) => set({ text: next })}
          isRequired
          error={isTried && !text.trim() ? t('tasks.fault.text') : undefined}
        />
        <FilesField
          label={t('tasks.rounds.file')}
          files={files}
          onBusy={setIsBusy}
          onChange={(change) => setFiles((before) => change(before).slice(-1))}
        />
        <DueField
          label={t('tasks.rounds.until')}
          value={untilOn}
          onChange={(next) => set({ untilOn: next })}
          today={today}
          isRequired
          error={isTried && !untilOn ? t('tasks.fault.untilOn') : undefined}
        />
        <fieldset className="tasks-choices">
          <legend className="field-label">{t('tasks.rounds.asked')}</legend>
          {task.co.map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={agencyIds.includes(id)}
              onChange={(isOn) =>
                set({
                  agencyIds: isOn ? [...agencyIds, id] : agencyIds.filter((one) => one !== id),
                })
              }
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      </Form>
    </Dialog>
  )
}
