import type { Outgoing, Task } from '@hopluc/shared/tasks'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Section } from '../../../ui/page.tsx'
import { wishWords } from '../act-words.ts'
import { Evidenced } from './evidenced.tsx'

/** What waits for somebody's word: a draft for the leader, a question, a wish, an explanation. */
export function OpenPart({ task }: { task: Task }) {
  const { prepared, question, explanationAsked, openWishes, submitted, status } = task
  const isSubmitted = submitted && status === 'waiting_confirmation'
  if (!prepared && !question && !explanationAsked && openWishes.length === 0 && !isSubmitted)
    return null
  return (
    <Section title={t('tasks.open')}>
      <ul className="tasks-lines">
        {isSubmitted && (
          <li>
            <p>
              <b className="accent">{t('tasks.open.submitted')}</b> {submitted.text}
            </p>
            <Evidenced
              papers={submitted.papers}
              files={task.files.filter(({ id }) => submitted.fileIds.includes(id))}
            />
            <p className="small muted">
              {submitted.byWords}, {formatDate(submitted.on)}
            </p>
          </li>
        )}
        {prepared && (
          <li>
            <p>
              <b className="accent">{t('tasks.open.prepared')}</b>{' '}
              {t(`tasks.act.${preparedKey(prepared.deed)}`)}. {preparedText(prepared.deed)}
            </p>
            {'papers' in prepared.deed && (
              <Evidenced
                papers={prepared.deed.papers}
                files={task.files.filter(
                  ({ id }) => 'fileIds' in prepared.deed && prepared.deed.fileIds.includes(id),
                )}
              />
            )}
            <p className="small muted">
              {prepared.byWords}, {formatDate(prepared.on)}
            </p>
          </li>
        )}
        {question && (
          <li>
            <p>
              <b className="accent">{t('tasks.open.question')}</b> {question.text}
            </p>
            <p className="small muted">
              {question.byWords}, {formatDate(question.on)}
            </p>
          </li>
        )}
        {explanationAsked && (
          <li>
            <p>
              <b className="amber">{t('tasks.open.explanation')}</b> {explanationAsked.text}
            </p>
            <p className="small muted">
              {explanationAsked.byWords},{' '}
              {t('tasks.before', { day: formatDate(explanationAsked.untilOn) })}
            </p>
          </li>
        )}
        {openWishes.map(({ seq, by, wish, leadName, reason, paper, on, isAskedLate, byWords }) => (
          <li key={seq}>
            <p>
              <b className="accent">{t(`tasks.open.wish.${by}`)}</b> {wishWords(wish, leadName)}.{' '}
              {reason}
            </p>
            <p className="small muted">
              {byWords}, {formatDate(on)}
              {paper && `, ${paper.number}`}
              {isAskedLate && <span className="amber"> · {t('tasks.wish.askedLate')}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function preparedKey(deed: Outgoing) {
  return deed.action === 'request' ? (`request.${deed.wish.kind}` as const) : deed.action
}

function preparedText(deed: Outgoing): string {
  if (deed.action !== 'request') return deed.text
  return deed.wish.kind === 'extend' ? `${wishWords(deed.wish, null)}. ${deed.reason}` : deed.reason
}
