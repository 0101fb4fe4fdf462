import { IconPlus, IconX } from '@tabler/icons-react'
import type { Task } from '@hopluc/shared/tasks'
import { PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import * as z from 'zod'
import { useDraft } from '../../../lib/draft.ts'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { DraftNotice, ErrorState } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../attempt.ts'
import { useTaskWrite } from '../queries.ts'

const Line = z.object({
  id: z.string().nullable(),
  title: z.string(),
  dueOn: PlainDate.nullable(),
  doneOn: PlainDate.nullable(),
})
const Draft = z.object({ lines: z.array(Line) })
const NEW = { id: null, title: '', dueOn: null, doneOn: null }

/** The steps of a scheme or plan: title, term, and the day on which it was done. */
export function MilestonesDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { today } = useSession()
  const kept = task.milestones.map(({ id, title, dueOn, doneOn }) => ({ id, title, dueOn, doneOn }))
  const draft = useDraft(`task.${task.id}.milestones.${task.version}`, Draft, {
    lines: kept.length > 0 ? kept : [NEW],
  })
  const [isTried, setIsTried] = useState(false)
  const write = useTaskWrite(task.id)
  const attempt = useAttempt()
  const { lines } = draft.value
  const change = (index: number, next: Partial<z.infer<typeof Line>>) =>
    draft.set({ lines: lines.map((line, at) => (at === index ? { ...line, ...next } : line)) })
  const filled = lines.filter(({ title, dueOn }) => title.trim() || dueOn)
  const isWhole = filled.every(({ title, dueOn }) => title.trim() && dueOn)
  const send = () => {
    setIsTried(true)
    if (!isWhole || write.isPending) return
    const milestones = filled.map(({ id, title, dueOn, doneOn }) => ({
      ...(id && { id }),
      title: title.trim(),
      dueOn,
      doneOn,
    }))
    const body = { version: task.version, milestones }
    write.mutate(
      { path: '/milestones', body, method: 'put', key: attempt.keyFor(body) },
      {
        onSuccess: () => {
          draft.drop()
          toast(t('tasks.milestones.kept'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('tasks.act.plan_milestones')}
      isOpen
      onClose={onClose}
      shape="wide"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={write.isPending} onPress={send}>
            {t('tasks.milestones.keep')}
          </Button>
        </>
      }
    >
      <Form onSubmit={send} error={write.error}>
        {draft.restoredAt !== null && (
          <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
        )}
        {write.error && (
          <ErrorState error={write.error} title={t('tasks.notSent')} onRetry={send} />
        )}
        {lines.map((line, index) => (
          // A new line has no id yet: its place is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={line.id ?? index} className="tasks-milestone-edit">
            <TextField
              label={t('tasks.milestones.title')}
              value={line.title}
              onChange={(title) => change(index, { title })}
              error={
                isTried && line.dueOn && !line.title.trim() ? t('tasks.fault.text') : undefined
              }
            />
            <DatePicker
              label={t('tasks.column.due')}
              value={line.dueOn}
              onChange={(dueOn) => change(index, { dueOn })}
              error={
                isTried && line.title.trim() && !line.dueOn ? t('tasks.fault.dueOn') : undefined
              }
            />
            <DatePicker
              label={t('tasks.milestones.doneOn')}
              value={line.doneOn}
              max={today}
              onChange={(doneOn) => change(index, { doneOn })}
            />
            <IconButton
              label={t('ui.remove', { name: line.title || t('tasks.milestones.title') })}
              icon={IconX}
              onPress={() => draft.set({ lines: lines.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <Button kind="quiet" icon={IconPlus} onPress={() => draft.set({ lines: [...lines, NEW] })}>
          {t('tasks.milestones.add')}
        </Button>
      </Form>
    </Dialog>
  )
}
