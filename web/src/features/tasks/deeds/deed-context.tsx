import type { Task } from '@hopluc/shared/tasks'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import type { Act } from '../acts.ts'
import { wishWords } from '../act-words.ts'
import { Evidenced } from '../page/evidenced.tsx'

const FEW = 6

/** What one decides about, above the fields: the tasks, the question, the wish, the result. */
export function DeedContext({ act, task }: { act: Act; task: Task | undefined }) {
  const { targets, action, seq } = act
  const wish = task?.openWishes.find((one) => one.seq === seq)
  return (
    <div className="tasks-context">
      {targets.length > 1 ? (
        <ul className="tasks-targets small">
          {targets.slice(0, FEW).map(({ id, code, title, lead }) => (
            <li key={id}>
              <span className="figures muted">{code}</span> {title}
              {lead && <span className="muted"> · {lead.shortName}</span>}
            </li>
          ))}
          {targets.length > FEW && (
            <li className="muted">{t('tasks.more', { count: targets.length - FEW })}</li>
          )}
        </ul>
      ) : (
        <p className="small muted">{targets[0]?.title}</p>
      )}
      {action === 'answer' && task?.question && (
        <blockquote className="tasks-said">
          {task.question.text}
          <footer>
            {task.question.byWords}, {formatDate(task.question.on)}
          </footer>
        </blockquote>
      )}
      {(action === 'explain' || act.prepared === 'explain') && task?.explanationAsked && (
        <blockquote className="tasks-said">
          {task.explanationAsked.text}
          <footer>
            {task.explanationAsked.byWords},{' '}
            {t('tasks.before', { day: formatDate(task.explanationAsked.untilOn) })}
          </footer>
        </blockquote>
      )}
      {wish && (
        <blockquote className="tasks-said">
          <b>{wishWords(wish.wish, wish.leadName)}</b>. {wish.reason}
          <footer>
            {wish.byWords}, {formatDate(wish.on)}
            {wish.paper && `, ${wish.paper.number}`}
            {wish.isAskedLate && <span className="amber"> · {t('tasks.wish.askedLate')}</span>}
          </footer>
        </blockquote>
      )}
      {(action === 'confirm' || action === 'return') && task?.submitted && (
        <div className="tasks-said">
          <p>{task.submitted.text}</p>
          <Evidenced
            papers={task.submitted.papers}
            files={task.files.filter(({ id }) => task.submitted?.fileIds.includes(id))}
          />
          <footer>
            {task.submitted.byWords}, {formatDate(task.submitted.on)}
          </footer>
        </div>
      )}
    </div>
  )
}
