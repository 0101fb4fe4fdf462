import '../tasks.css'
import { Task } from '@hopluc/shared/tasks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { useDraft } from '../../../lib/draft.ts'
import { formatDate, formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Form } from '../../../ui/form.tsx'
import { Columns, Page, Section } from '../../../ui/page.tsx'
import { DraftNotice, ErrorState } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../attempt.ts'
import { taskQuery, useRefreshTasks } from '../queries.ts'
import { SourceFields, TermFields, WhatFields } from './give-fields.tsx'
import { emptyGiveDraft, GiveDraft, giveFaults, newTaskOf } from './give-draft.ts'
import { WhoFields } from './who-fields.tsx'

const route = getRouteApi('/app/tasks/new')

/** A task by hand: on a word that was spoken, by a paper that is there, or handed down. */
export function NewTaskPage() {
  const { parent: parentId, document, difficulties, check: checkId, title = '' } = route.useSearch()
  const { today, post } = useSession()
  const navigate = route.useNavigate()
  const refresh = useRefreshTasks()
  const attempt = useAttempt()
  const { data: parent } = useQuery({
    ...taskQuery(parentId ?? ''),
    enabled: parentId !== undefined,
  })
  const bodies = [post?.committee, post?.agency].filter((body) => body != null)
  const issuerId = parent?.lead?.id ?? bodies[0]?.id ?? ''
  const draft = useDraft(`task.new.${parentId ?? difficulties ?? checkId ?? 'top'}`, GiveDraft, {
    ...emptyGiveDraft(issuerId, document ?? null),
    title,
  })
  const [isTried, setIsTried] = useState(false)
  const value = { ...draft.value, ...(parent?.lead && { issuerId: parent.lead.id }) }
  const faults = giveFaults(value)
  const create = useMutation({
    mutationFn: (body: object) => api.post('/tasks', body, Task, { key: attempt.keyFor(body) }),
    onSuccess: async (task) => {
      attempt.settle()
      draft.drop()
      toast(t('tasks.give.done', { count: Math.max(1, task.partRows.length) }))
      await refresh(task)
      await navigate({ to: '/tasks/$id', params: { id: task.id }, search: {} })
    },
  })
  const send = () => {
    setIsTried(true)
    if (Object.keys(faults).length > 0 || create.isPending) return
    const difficultyIds = difficulties?.split(',') ?? []
    create.mutate({ ...newTaskOf(value, parentId ?? null), difficultyIds, checkId })
  }
  const fields = {
    draft: value,
    set: (next: Partial<GiveDraft>) => draft.set({ ...value, ...next }),
    faults: isTried ? faults : {},
    today,
  }
  return (
    <Page
      title={t(parent ? 'tasks.give.subtask' : 'tasks.new')}
      crumbs={[
        { label: t('tasks.title'), to: '/tasks' },
        ...(parent ? [{ label: parent.code, to: `/tasks/${parent.id}` }] : []),
      ]}
      lead={
        parent && (
          <span>
            {t('tasks.give.of', { title: parent.title })}
            {parent.dueOn && `, ${t('tasks.lead.due', { day: formatDate(parent.dueOn) })}`}
          </span>
        )
      }
      bar={
        <>
          {draft.keptAt !== null && (
            <span className="small muted">
              {t('tasks.give.kept', { at: formatInstant(draft.keptAt, today) })}
            </span>
          )}
          <span className="bar-gap" />
          <Button kind="primary" isPending={create.isPending} onPress={send}>
            {t(value.start === 'draft' ? 'tasks.give.keep' : 'tasks.new')}
          </Button>
        </>
      }
    >
      <Form onSubmit={send} error={create.error} label={t('tasks.new')}>
        {draft.restoredAt !== null && (
          <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
        )}
        {create.error && (
          <ErrorState error={create.error} title={t('tasks.notSent')} onRetry={send} />
        )}
        <Columns
          width={420}
          aside={
            <>
              {bodies.length > 1 && !parentId && (
                <Section title={t('tasks.give.issuer')}>
                  <RadioGroup
                    label={t('tasks.give.issuer')}
                    isLabelHidden
                    choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
                    value={value.issuerId}
                    onChange={(next) => fields.set({ issuerId: next })}
                  />
                </Section>
              )}
              <SourceFields {...fields} />
            </>
          }
        >
          <WhatFields {...fields} />
          <WhoFields {...fields} />
          <TermFields {...fields} max={parent?.dueOn ?? undefined} />
        </Columns>
      </Form>
    </Page>
  )
}
