import './difficulties.css'
import type { Difficulty, DifficultyAction, DifficultyEvent } from '@hopluc/shared/difficulties'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, DateText, Page, Section } from '../../ui/page.tsx'
import { ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { unitWords } from '../organisation/words.ts'
import { AnswerDialog, RateDialog, TransferDialog } from './deed-dialogs.tsx'
import { STATUS_KIND } from '../tasks/task-status.tsx'
import { difficultyQuery } from './queries.ts'
import { AssignDialog, DiscussDialog } from './use-dialogs.tsx'
import { DifficultyStatus, topicWords } from './words.tsx'

const route = getRouteApi('/app/difficulties/$id')

type Deed = DifficultyAction | 'discuss' | 'assign'

const buttonsOf = ({ allowed, mayPut }: Difficulty): Deed[] => [
  ...allowed,
  ...(mayPut ? (['discuss', 'assign'] as const) : []),
]

/** One difficulty, with everything that became of it. */
export function DifficultyPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(difficultyQuery(id))
  const [deed, setDeed] = useState<Deed | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const close = () => setDeed(null)
  return (
    <Page
      title={topicWords(data.topic)}
      crumbs={[{ label: t('difficulties.own'), to: '/difficulties' }]}
      lead={
        <>
          <DifficultyStatus one={data} /> {data.isDemo && <DemoMark />}
        </>
      }
      actions={buttonsOf(data).map((action, at) => (
        <Button key={action} kind={at === 0 ? 'primary' : 'plain'} onPress={() => setDeed(action)}>
          {t(`difficulties.action.${action}`)}
        </Button>
      ))}
    >
      <Columns aside={<About one={data} />}>
        <p className="difficulties-words">{data.text}</p>
        <Uses one={data} />
        <Section title={t('difficulties.trail')}>
          <ol className="difficulties-trail">
            {data.events.map((event) => (
              <Step key={event.seq} event={event} />
            ))}
          </ol>
        </Section>
      </Columns>
      {deed === 'answer' && <AnswerDialog one={data} onClose={close} />}
      {deed === 'transfer' && <TransferDialog one={data} onClose={close} />}
      {deed === 'rate' && <RateDialog one={data} onClose={close} />}
      {deed === 'discuss' && <DiscussDialog one={data} onClose={close} />}
      {deed === 'assign' && <AssignDialog one={data} onClose={close} />}
    </Page>
  )
}

/** What was made of it. */
function Uses({ one: { uses } }: { one: Difficulty }) {
  if (uses.length === 0) return null
  return (
    <Section title={t('difficulties.uses')}>
      <ul className="difficulties-uses">
        {uses.map(({ meetingId, taskId, title, status, putOn }) => (
          <li key={meetingId ?? taskId}>
            <span>
              <small>{t(taskId ? 'difficulties.uses.task' : 'difficulties.uses.meeting')}</small>
              {title === null && t('difficulties.uses.hidden')}
              {title !== null && taskId && (
                <Link to="/tasks/$id" params={{ id: taskId }}>
                  {title}
                </Link>
              )}
              {title !== null && meetingId && (
                <Link to="/meetings/$id" params={{ id: meetingId }}>
                  {title}
                </Link>
              )}
            </span>
            {status ? (
              <Status kind={STATUS_KIND[status]}>{t(`tasks.status.${status}`)}</Status>
            ) : (
              <DateText value={putOn} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function About({ one }: { one: Difficulty }) {
  const { entity, unit, handler, state, answerDueOn, raisedBy, raisedOn } = one
  return (
    <Section title={t('difficulties.about')}>
      <dl className="difficulties-about">
        <dt>{t('difficulties.column.where')}</dt>
        <dd>
          {entity?.name}
          <small>{unitWords(unit)}</small>
        </dd>
        <dt>{t('difficulties.column.raisedOn')}</dt>
        <dd>
          <DateText value={raisedOn} />
          <small>
            {t(`difficulties.way.${one.way}`)}, {raisedBy.name}
          </small>
        </dd>
        <dt>{t('difficulties.column.handler')}</dt>
        <dd>{handler.name}</dd>
        {state === 'waiting' && (
          <>
            <dt>{t('difficulties.column.due')}</dt>
            <dd>
              <DateText value={answerDueOn} />
            </dd>
          </>
        )}
      </dl>
    </Section>
  )
}

function Step({ event }: { event: DifficultyEvent }) {
  const { onDay, text, paper, files, byWords } = event
  return (
    <li>
      <p>
        <b>{stepWords(event)}</b>
        <small>
          <time className="figures" dateTime={onDay}>
            {formatDate(onDay)}
          </time>
          {byWords && ` · ${byWords}`}
        </small>
      </p>
      {text && <p className="difficulties-said">{text}</p>}
      {paper && <p className="small">{t('difficulties.event.paper', { paper })}</p>}
      {files.map(({ id, name }) => (
        <p key={id} className="small">
          <a href={`/api/files/${id}`} download>
            {name}
          </a>
        </p>
      ))}
    </li>
  )
}

function stepWords({ action, agency, isSolved }: DifficultyEvent): string {
  if (action === 'rate') return t(`difficulties.event.${isSolved ? 'solved' : 'unsolved'}`)
  if (action === 'discuss' || action === 'assign') return t(`difficulties.event.${action}`)
  return t(`difficulties.event.${action}`, { agency: agency?.name ?? '' })
}
