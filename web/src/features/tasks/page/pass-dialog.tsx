import type { Task } from '@hopluc/shared/tasks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useAttempt } from '../attempt.ts'
import { taskPeopleQuery, useTaskWrite } from '../queries.ts'

/** The clerk passes the task to persons of the own agency. */
export function PassDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { data: people, error, refetch } = useQuery(taskPeopleQuery(task.id))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const write = useTaskWrite(task.id)
  const attempt = useAttempt()
  const passed = new Set(task.persons.filter(({ isEnded }) => !isEnded).map((one) => one.postId))
  const colleagues = people?.filter(({ isColleague }) => isColleague)
  const send = () => {
    if (chosen.length === 0 || write.isPending) return
    const body = { postIds: chosen, note: note.trim() || null }
    write.mutate(
      { path: '/persons', body, key: attempt.keyFor(body) },
      {
        onSuccess: () => {
          toast(t('tasks.pass.done', { count: chosen.length }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('tasks.act.pass_to_person')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isPending={write.isPending}
            isDisabled={chosen.length === 0}
            onPress={send}
          >
            {t('tasks.pass.send')}
          </Button>
        </>
      }
    >
      <Form onSubmit={send} error={write.error}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {write.error && (
          <ErrorState error={write.error} title={t('tasks.notSent')} onRetry={send} />
        )}
        {!colleagues && !error && <Skeleton rows={3} />}
        {colleagues?.length === 0 && <EmptyState>{t('tasks.pass.nobody')}</EmptyState>}
        <fieldset className="tasks-choices">
          <legend className="for-readers">{t('tasks.act.pass_to_person')}</legend>
          {colleagues?.map(({ postId, name, title }) => (
            <Checkbox
              key={postId}
              isSelected={chosen.includes(postId) || passed.has(postId)}
              isDisabled={passed.has(postId)}
              onChange={(isOn) =>
                setChosen(isOn ? [...chosen, postId] : chosen.filter((one) => one !== postId))
              }
            >
              <span>
                {name} <span className="muted small">{title}</span>
                {passed.has(postId) && (
                  <span className="muted small"> · {t('tasks.pass.already')}</span>
                )}
              </span>
            </Checkbox>
          ))}
        </fieldset>
        <TextArea label={t('tasks.pass.note')} rows={2} value={note} onChange={setNote} />
      </Form>
    </Dialog>
  )
}
