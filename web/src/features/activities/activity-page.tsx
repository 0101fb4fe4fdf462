import './activities.css'
import type { Activity } from '@hopluc/shared/activities'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber, formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { ActivityDialog } from './activity-dialog.tsx'
import { activityQuery } from './queries.ts'
import { ActivityStatus, FIELDS } from './words.tsx'

const route = getRouteApi('/app/activities/$id')

/** One activity: what it is, who was reached, what came of it. */
export function ActivityPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(activityQuery(id))
  const [isOpen, setOpen] = useState(false)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const has = (field: (typeof FIELDS)[typeof data.kind][number]) =>
    FIELDS[data.kind].includes(field)
  return (
    <Page
      title={data.title}
      crumbs={[
        { label: t('activity.title'), to: '/activities' },
        { label: t(`activity.kind.${data.kind}`) },
      ]}
      lead={
        <>
          <ActivityStatus state={data.state} /> {data.agency.name} {data.isDemo && <DemoMark />}
        </>
      }
      actions={
        data.mayEdit && (
          <Button kind="primary" onPress={() => setOpen(true)}>
            {t('activity.edit')}
          </Button>
        )
      }
    >
      <Columns aside={<About one={data} />}>
        {data.content && (
          <Section title={t('activity.content')}>
            <p className="activity-content">{data.content}</p>
          </Section>
        )}
        {has('tasks') && <Tasks one={data} />}
        {has('reach') && <Reach one={data} />}
        {has('results') && <Results one={data} />}
      </Columns>
      {isOpen && <ActivityDialog kind={data.kind} one={data} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function About({ one }: { one: Activity }) {
  const { kind, entity, topic, fromOn, untilOn } = one
  const lines = [
    ['activity.document', one.document],
    ['activity.partners', one.partners.join(', ')],
    ['activity.channels', one.channels.join(', ')],
    ['activity.topic', topic && t(`activity.topic.${topic}`)],
  ] as const
  return (
    <Section title={t(`activity.kind.${kind}`)}>
      <dl className="activity-about">
        <dt>{t(kind === 'advice' ? 'activity.on' : 'activity.period')}</dt>
        <dd>{kind === 'advice' ? formatDate(fromOn) : formatRange(fromOn, untilOn)}</dd>
        {entity && (
          <>
            <dt>{t('activity.entity')}</dt>
            <dd>
              <Link to="/registry/$id" params={{ id: entity.id }}>
                {entity.name}
              </Link>
            </dd>
          </>
        )}
        {lines.map(
          ([label, words]) =>
            words && (
              <div key={label}>
                <dt>{t(label)}</dt>
                <dd>{words}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  )
}

function Tasks({ one: { tasks } }: { one: Activity }) {
  return (
    <Section title={t('activity.tasks')}>
      {tasks.length === 0 && <p className="muted">{t('activity.tasks.none')}</p>}
      <ul className="activity-list">
        {tasks.map(({ what, lead, dueOn, state }) => (
          <li key={`${what} ${lead}`}>
            <p>{what}</p>
            <small>
              {lead}
              {dueOn && ` · ${formatDate(dueOn)}`}
            </small>
            {state === 'done' ? (
              <Status kind="done">{t('activity.task.isDone')}</Status>
            ) : (
              <Status kind="waiting">{t('activity.task.open')}</Status>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Reach({ one: { reach } }: { one: Activity }) {
  return (
    <Section title={t('activity.reach')}>
      {reach.length === 0 && <p className="muted">{t('activity.reach.none')}</p>}
      <ul className="activity-list">
        {reach.map(({ name, value }) => (
          <li key={name}>
            {name}: <b className="figures">{formatNumber(value)}</b>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Results({ one: { results } }: { one: Activity }) {
  return (
    <Section title={t('activity.results')}>
      {results.length === 0 && <p className="muted">{t('activity.results.none')}</p>}
      <ul className="activity-list">
        {results.map(({ year, text }) => (
          <li key={year}>
            <p>
              <b>{year}</b>
            </p>
            <p className="activity-content">{text}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
