import type { Task } from '@hopluc/shared/tasks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod'
import { sentence } from '../../../lib/api-error.ts'
import { useDraft } from '../../../lib/draft.ts'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { MultiComboBox } from '../../../ui/combo-box.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import { Notice } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/marks.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../attempt.ts'
import { taskPeopleQuery, useTaskWrite } from '../queries.ts'

/** What is said about the task, oldest first, and one's own word to add. */
export function CommentsPart({ task }: { task: Task }) {
  const { today } = useSession()
  const mayComment = task.allowed.includes('comment')
  if (!mayComment && task.comments.length === 0) return null
  const comments = task.comments.toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return (
    <Section title={t('tasks.comments')} id="comments">
      <ul className="tasks-lines">
        {comments.map(({ id, kind, byWords, text, mentions, at }) => (
          <li key={id} className={`tasks-comment tasks-comment-${kind}`}>
            <p className="small muted">
              <b>{byWords}</b> {formatInstant(at, today)}{' '}
              {kind !== 'exchange' && <Tag>{t(`tasks.comment.${kind}`)}</Tag>}
            </p>
            <p className="tasks-comment-text">{text}</p>
            {mentions.length > 0 && (
              <p className="small muted">
                {t('tasks.comment.told', { names: mentions.map(({ name }) => name).join(', ') })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayComment && <CommentForm task={task} />}
    </Section>
  )
}

const Draft = z.object({
  text: z.string(),
  mentions: z.array(z.object({ value: z.string(), label: z.string() })),
})

function CommentForm({ task }: { task: Task }) {
  const draft = useDraft(`task.${task.id}.comment`, Draft, { text: '', mentions: [] })
  const [isOpen, setIsOpen] = useState(false)
  const { data: people = [] } = useQuery({ ...taskPeopleQuery(task.id), enabled: isOpen })
  const write = useTaskWrite(task.id)
  const attempt = useAttempt()
  const { text, mentions } = draft.value
  const send = () => {
    if (!text.trim() || write.isPending) return
    const body = { text: text.trim(), mentions: mentions.map(({ value }) => value) }
    write.mutate(
      { path: '/comments', body, key: attempt.keyFor(body) },
      {
        onSuccess: () => {
          attempt.settle()
          draft.reset()
        },
      },
    )
  }
  return (
    <Form onSubmit={send} error={write.error} label={t('tasks.comment.add')}>
      <TextArea
        label={t('tasks.comment.add')}
        isLabelHidden
        placeholder={t('tasks.comment.placeholder')}
        rows={2}
        value={text}
        onFocus={() => setIsOpen(true)}
        onChange={(next) => draft.set({ ...draft.value, text: next })}
      />
      {(isOpen || text) && (
        <>
          <MultiComboBox
            label={t('tasks.comment.mentions')}
            chosen={mentions}
            options={people.map(({ accountId, name, title, agency }) => ({
              value: accountId,
              label: name,
              note: `${title}, ${agency.shortName}`,
            }))}
            onChange={(next) =>
              draft.set({
                ...draft.value,
                mentions: next.map(({ value, label }) => ({ value, label })),
              })
            }
          />
          {write.error && <Notice kind="error">{sentence(write.error)}</Notice>}
          <FormActions>
            <Button type="submit" isPending={write.isPending} isDisabled={!text.trim()}>
              {t('tasks.comment.send')}
            </Button>
          </FormActions>
        </>
      )}
    </Form>
  )
}
