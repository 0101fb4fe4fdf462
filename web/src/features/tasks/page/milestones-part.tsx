import type { Task } from '@hopluc/shared/tasks'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Section } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'

/** The steps on the way to a scheme or a plan, in the order of their days. */
export function MilestonesPart({ task: { milestones, asOf } }: { task: Task }) {
  if (milestones.length === 0) return null
  return (
    <Section
      title={t('tasks.milestones')}
      note={t('tasks.milestones.note', {
        done: milestones.filter(({ doneOn }) => doneOn).length,
        count: milestones.length,
      })}
    >
      <ul className="tasks-lines">
        {milestones
          .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
          .map(({ id, title, dueOn, doneOn }) => (
            <li key={id} className="tasks-milestone">
              <span>{title}</span>
              <span className="figures muted">{formatDate(dueOn)}</span>
              <Status kind={doneOn ? 'done' : dueOn < asOf ? 'late' : 'term'}>
                {doneOn
                  ? t('tasks.milestones.done', { day: formatDate(doneOn) })
                  : t(dueOn < asOf ? 'tasks.milestones.late' : 'tasks.milestones.open')}
              </Status>
            </li>
          ))}
      </ul>
    </Section>
  )
}
