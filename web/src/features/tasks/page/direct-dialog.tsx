import type { Id } from '@hopluc/shared/values'
import * as z from 'zod'
import { useDraft } from '../../../lib/draft.ts'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { DraftNotice, ErrorState } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../attempt.ts'
import { useTaskWrite } from '../queries.ts'
import { SpokenText } from './spoken-text.tsx'

const Draft = z.object({ text: z.string() })

export interface DirectDialogProps {
  readonly taskId: Id
  readonly title: string
  readonly onClose: () => void
  /** Opened by "Nói": the machine listens at once. */
  readonly isListening?: boolean
}

/** The chair's "Cho ý kiến", typed or dictated; it becomes a draft directive as well. */
export function DirectDialog({ taskId, title, onClose, isListening }: DirectDialogProps) {
  const { today } = useSession()
  const draft = useDraft(`task.${taskId}.direct`, Draft, { text: '' })
  const write = useTaskWrite(taskId)
  const attempt = useAttempt()
  const text = draft.value.text.trim()
  const send = () => {
    if (!text || write.isPending) return
    const body = { text, kind: 'direction' }
    write.mutate(
      { path: '/comments', body, key: attempt.keyFor(body) },
      {
        onSuccess: () => {
          draft.drop()
          toast(t('tasks.direct.done'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('tasks.act.direct')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={write.isPending} isDisabled={!text} onPress={send}>
            {t('tasks.direct.send')}
          </Button>
        </>
      }
    >
      <Form onSubmit={send} error={write.error}>
        <p className="small muted">{title}</p>
        {draft.restoredAt !== null && (
          <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
        )}
        {write.error && (
          <ErrorState error={write.error} title={t('tasks.notSent')} onRetry={send} />
        )}
        <SpokenText
          label={t('tasks.direct.text')}
          hint={t('tasks.direct.hint')}
          value={draft.value.text}
          onChange={(next) => draft.set({ text: next })}
          isListening={isListening}
        />
      </Form>
    </Dialog>
  )
}
