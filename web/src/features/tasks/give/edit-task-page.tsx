import '../tasks.css'
import { Task, type TaskEdit } from '@hopluc/shared/tasks'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ApiError } from '../../../lib/api.ts'
import { useDraft } from '../../../lib/draft.ts'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Columns, Page } from '../../../ui/page.tsx'
import { DraftNotice, ErrorState, Notice } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../attempt.ts'
import { taskQuery, useRefreshTasks } from '../queries.ts'
import { GiveDraft, giveDraftOf, giveFaults, taskEditOf } from './give-draft.ts'
import { SourceFields, TermFields, WhatFields } from './give-fields.tsx'
import { WhoFields } from './who-fields.tsx'

const route = getRouteApi('/app/tasks/$id/edit')

/** A task while it is a draft; afterwards only deeds change it. */
export function EditTaskPage() {
  const { id } = route.useParams()
  const { data: task } = useSuspenseQuery(taskQuery(id))
  if (!task.allowed.includes('edit_draft')) return <Navigate to="/tasks/$id" params={{ id }} />
  return <EditForm key={id} task={task} />
}

function EditForm({ task }: { task: Task }) {
  const { today } = useSession()
  const navigate = route.useNavigate()
  const refresh = useRefreshTasks()
  const attempt = useAttempt()
  const draft = useDraft(`task.${task.id}.edit`, GiveDraft, giveDraftOf(task))
  const [isTried, setIsTried] = useState(false)
  const isContainer = task.lead === null
  const { leads: _leads, ...rest } = giveFaults(draft.value)
  const faults = isContainer ? rest : giveFaults(draft.value)
  const save = useMutation({
    mutationFn: (body: TaskEdit) =>
      api.put(`/tasks/${task.id}`, body, Task, { key: attempt.keyFor(body) }),
    onSuccess: async (saved) => {
      draft.drop()
      toast(t('tasks.give.saved'))
      await refresh(saved)
      await navigate({ to: '/tasks/$id', params: { id: task.id } })
    },
    onError: () => {
      attempt.settle()
      return refresh()
    },
  })
  const send = () => {
    setIsTried(true)
    if (Object.keys(faults).length > 0 || save.isPending) return
    save.mutate(taskEditOf(draft.value, task))
  }
  const isConflict = save.error instanceof ApiError && save.error.status === 409
  const fields = {
    draft: draft.value,
    set: (next: Partial<GiveDraft>) => draft.set({ ...draft.value, ...next }),
    faults: isTried ? faults : {},
    today,
    isEdit: true,
  }
  return (
    <Page
      title={t('tasks.act.edit_draft')}
      crumbs={[
        { label: t('tasks.title'), to: '/tasks' },
        { label: task.code, to: `/tasks/${task.id}` },
      ]}
      bar={
        <>
          <span className="bar-gap" />
          <Button kind="primary" isPending={save.isPending} onPress={send}>
            {t('tasks.give.save')}
          </Button>
        </>
      }
    >
      <Form onSubmit={send} error={save.error} label={t('tasks.act.edit_draft')}>
        {draft.restoredAt !== null && (
          <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
        )}
        {isConflict && <Notice kind="warning">{t('tasks.conflict')}</Notice>}
        {save.error && !isConflict && (
          <ErrorState error={save.error} title={t('tasks.notSent')} onRetry={send} />
        )}
        <Columns width={420} aside={<SourceFields {...fields} />}>
          <WhatFields {...fields} />
          {!isContainer && <WhoFields {...fields} />}
          <TermFields {...fields} />
        </Columns>
      </Form>
    </Page>
  )
}
