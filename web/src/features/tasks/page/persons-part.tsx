import { IconX } from '@tabler/icons-react'
import type { Task } from '@hopluc/shared/tasks'
import { sentence } from '../../../lib/api-error.ts'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { useTaskWrite } from '../queries.ts'

/** To whom the agency has passed the task, and who has opened it. */
export function PersonsPart({ task }: { task: Task }) {
  const { today } = useSession()
  const write = useTaskWrite(task.id)
  const mayEnd = task.allowed.includes('pass_to_person')
  const persons = task.persons.filter(({ isEnded }) => !isEnded)
  if (persons.length === 0) return null
  const end = (postId: string) =>
    write.mutate(
      { path: `/persons/${postId}/end`, body: {} },
      { onError: (error) => toast(sentence(error), { kind: 'late' }) },
    )
  return (
    <Section title={t('tasks.persons')}>
      <ul className="tasks-lines">
        {persons.map(({ postId, name, title, passedAt, passedByName, note, seenAt }) => (
          <li key={postId} className="tasks-person">
            <span>
              {name} <span className="muted small">{title}</span>
              <small>
                {t('tasks.persons.by', { by: passedByName, at: formatInstant(passedAt, today) })}
                {note && `: ${note}`}
              </small>
            </span>
            {seenAt ? (
              <Status kind="done">
                {t('tasks.persons.seen', { at: formatInstant(seenAt, today) })}
              </Status>
            ) : (
              <Status kind="new">{t('tasks.persons.unseen')}</Status>
            )}
            {mayEnd && (
              <IconButton
                label={t('tasks.persons.end', { name })}
                icon={IconX}
                isSmall
                onPress={() => end(postId)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
