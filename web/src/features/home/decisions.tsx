import type { PendingTask } from '@hopluc/shared/task-overview'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAttempt } from '../tasks/attempt.ts'
import { pendingTasksQuery, useTaskDeed } from '../tasks/queries.ts'
import { DirectLink } from './direct-bar.tsx'
import { draftsQuery, questionsQuery } from './queries.ts'

/** Extensions, drafts and questions, each decided with the thumb or one press further. */
export function Decisions() {
  const { data: pending } = useSuspenseQuery(pendingTasksQuery)
  const { data: drafts } = useQuery(draftsQuery('submitted'))
  const { data: questions } = useQuery(questionsQuery)
  const wishes = pending.items.filter(({ kind, wish }) => kind === 'decide' && wish)
  const papers = drafts?.items ?? []
  const asked = questions?.items ?? []
  const isEmpty = wishes.length + papers.length + asked.length === 0
  return (
    <Section
      title={t('home.decide')}
      note={isEmpty ? undefined : String(wishes.length + papers.length + asked.length)}
      id="decisions"
      more={<DirectLink />}
    >
      {isEmpty && <EmptyState>{t('home.decide.none')}</EmptyState>}
      <ul className="tasks-lines">
        {wishes.map((item) => (
          <WishLine key={`${item.task.id} ${item.seq}`} item={item} />
        ))}
        {papers.map(({ id, abstract }) => (
          <li key={id} className="home-decision">
            <p>
              <b className="accent">{t('home.decide.draft')}</b>{' '}
              <Link to="/documents/$id/notice" params={{ id }} className="quiet-link">
                {abstract}
              </Link>
            </p>
            <div className="home-buttons">
              <ButtonLink to="/documents/$id/notice" params={{ id }}>
                {t('home.decide.look')}
              </ButtonLink>
            </div>
          </li>
        ))}
        {asked.map(({ id, text, askedBack, noticeId }) => (
          <li key={id} className="home-decision">
            <p>
              <b className="accent">{t('home.decide.question')}</b> {askedBack?.question}
            </p>
            <p className="small muted">{text}</p>
            {noticeId && (
              <div className="home-buttons">
                <ButtonLink to="/documents/$id/notice" params={{ id: noticeId }}>
                  {t('home.decide.answer')}
                </ButtonLink>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function WishLine({ item }: { item: PendingTask }) {
  const { task, wish, seq, text, byWords, since } = item
  const deed = useTaskDeed()
  const attempt = useAttempt()
  if (!wish || seq === null) return null
  const decide = (verdict: 'grant' | 'refuse') => {
    const { id, version } = task
    const command = { action: 'decide', seq, verdict, note: '', paper: null, version } as const
    // By its promise: the line is gone from the list before the answer could be told to it.
    deed
      .mutateAsync({ id, command, key: attempt.keyFor({ id, ...command }) })
      .then(
        () => toast(t(verdict === 'grant' ? 'home.decide.agreed' : 'home.decide.refused')),
        (error: unknown) => toast(sentence(error), { kind: 'late' }),
      )
      .finally(() => attempt.settle())
  }
  return (
    <li className="home-decision">
      <p>
        <b className="accent">{t(`home.decide.${wish.kind}`)}</b>{' '}
        <Link to="/tasks/$id" params={{ id: task.id }} className="quiet-link">
          {task.title}
          {task.lead && `, ${task.lead.shortName}`}
        </Link>
      </p>
      <p className="small muted">
        {wish.kind === 'extend' && (
          <>
            {task.dueOn && `${formatDate(task.dueOn)} → `}
            <b>{formatDate(wish.dueOn)}</b>.{' '}
          </>
        )}
        {text} {byWords}, {formatDate(since)}
      </p>
      <div className="home-buttons">
        <Button isPending={deed.isPending} onPress={() => decide('grant')}>
          {t('home.decide.agree')}
        </Button>
        <Button kind="quiet" isDisabled={deed.isPending} onPress={() => decide('refuse')}>
          {t('home.decide.refuse')}
        </Button>
      </div>
    </li>
  )
}
