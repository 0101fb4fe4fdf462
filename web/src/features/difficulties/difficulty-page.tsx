import './difficulties.css'
import type { Difficulty, DifficultyAction, DifficultyEvent } from '@hopluc/shared/difficulties'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, DateText, Page, Section } from '../../ui/page.tsx'
import { ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { unitWords } from '../organisation/words.ts'
import { AnswerDialog, RateDialog, TransferDialog } from './deed-dialogs.tsx'
import { difficultyQuery } from './queries.ts'
import { DifficultyStatus, topicWords } from './words.tsx'

const route = getRouteApi('/app/difficulties/$id')

/** One difficulty, with everything that became of it. */
export function DifficultyPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(difficultyQuery(id))
  const [deed, setDeed] = useState<DifficultyAction | null>(null)
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
      actions={data.allowed.map((action, at) => (
        <Button key={action} kind={at === 0 ? 'primary' : 'plain'} onPress={() => setDeed(action)}>
          {t(`difficulties.action.${action}`)}
        </Button>
      ))}
    >
      <Columns aside={<About one={data} />}>
        <p className="difficulties-words">{data.text}</p>
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
    </Page>
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
  return t(`difficulties.event.${action}`, { agency: agency?.name ?? '' })
}
