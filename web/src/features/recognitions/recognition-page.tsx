import './recognitions.css'
import type { Recognition, RecognitionAction } from '@hopluc/shared/recognitions'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, DateText, Page, Section } from '../../ui/page.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { unitWords } from '../organisation/words.ts'
import { DeedDialog } from './deed-dialog.tsx'
import { recognitionQuery } from './queries.ts'
import { actionWords, RecognitionStatus } from './words.tsx'

const route = getRouteApi('/app/recognitions/$id')

/** One model or commendation: its story, figures with their sources, pictures, how it went. */
export function RecognitionPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(recognitionQuery(id))
  const [deed, setDeed] = useState<RecognitionAction | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const { kind, state } = data
  return (
    <Page
      title={data.title}
      crumbs={[
        { label: t('recognition.title'), to: '/recognitions' },
        { label: t(`recognition.kind.${kind}`) },
      ]}
      lead={
        <>
          <RecognitionStatus state={state} /> {data.entity.name} {data.isDemo && <DemoMark />}
        </>
      }
      actions={
        <>
          {data.mayEdit && (
            <ButtonLink to="/recognitions/$id/edit" params={{ id }}>
              {t('recognition.edit')}
            </ButtonLink>
          )}
          {data.allowed.map((action, at) => (
            <Button
              key={action}
              kind={at === 0 && action !== 'withdraw' ? 'primary' : 'plain'}
              onPress={() => setDeed(action)}
            >
              {actionWords(action, state)}
            </Button>
          ))}
        </>
      }
    >
      <Columns aside={<About one={data} />}>
        {data.missing.length > 0 && (
          <Notice kind="warning">
            {t('recognition.missing', { papers: data.missing.join('; ') })}
          </Notice>
        )}
        <Section title={t(`recognition.story.${kind}`)}>
          <p className="recognition-story">{data.story}</p>
        </Section>
        <Figures one={data} />
        {(kind === 'model' || data.pictures.length > 0) && <Pictures one={data} />}
        {data.events.length > 0 && <Papers one={data} />}
        {data.events.length > 0 && <Trail one={data} />}
      </Columns>
      {deed && <DeedDialog one={data} action={deed} onClose={() => setDeed(null)} />}
    </Page>
  )
}

function About({ one }: { one: Recognition }) {
  const { decision } = one
  return (
    <Section title={t('recognition.about')}>
      <dl className="recognition-about">
        <dt>{t(`recognition.form.${one.kind}`)}</dt>
        <dd>{one.form}</dd>
        {decision && (
          <>
            <dt>{t('recognition.decision')}</dt>
            <dd>
              {t('recognition.decision.words', {
                number: decision.number,
                day: formatDate(decision.on),
              })}
              <small>{decision.by}</small>
            </dd>
          </>
        )}
        <dt>{t('recognition.unit')}</dt>
        <dd>{unitWords(one.unit)}</dd>
        <dt>{t('recognition.from')}</dt>
        <dd>{one.from.name}</dd>
        <dt>{t('recognition.to')}</dt>
        <dd>{one.to.name}</dd>
        <dt>{t('recognition.since')}</dt>
        <dd>
          <DateText value={one.changedOn} />
        </dd>
      </dl>
    </Section>
  )
}

function Figures({ one: { figures, year } }: { one: Recognition }) {
  return (
    <Section title={t('recognition.figures')}>
      {figures.length === 0 && <p className="muted">{t('recognition.figures.none', { year })}</p>}
      <ul className="recognition-list">
        {figures.map((figure) => (
          <li key={`${figure.name} ${figure.year}`}>
            <p>
              {figure.name}:{' '}
              <b className="figures">
                {formatNumber(figure.value)} {figure.unit}
              </b>
            </p>
            <small>
              {figure.year} · {figure.source}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Pictures({ one: { pictures } }: { one: Recognition }) {
  return (
    <Section title={t('recognition.pictures')}>
      {pictures.length === 0 && <p className="muted">{t('recognition.pictures.none')}</p>}
      <ul className="recognition-pictures">
        {pictures.map(({ fileId, caption }, at) => (
          <li key={fileId}>
            <figure>
              <img
                src={`/api/files/${fileId}`}
                alt={caption || t('recognition.picture', { index: at + 1 })}
                loading="lazy"
              />
              {caption && <figcaption>{caption}</figcaption>}
            </figure>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Papers({ one: { checks } }: { one: Recognition }) {
  return (
    <Section title={t('recognition.checks')}>
      {checks.length === 0 && <p className="muted">{t('recognition.checks.none')}</p>}
      <ul className="recognition-list">
        {checks.map(({ name, fileId, fileName }) => (
          <li key={`${name} ${fileId ?? ''}`}>
            {name}
            {fileId && (
              <small>
                <a href={`/api/files/${fileId}`} download>
                  {fileName}
                </a>
              </small>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Trail({ one: { events, entity } }: { one: Recognition }) {
  return (
    <Section
      title={t('recognition.trail')}
      more={
        <Link to="/recognitions" search={{ entity: entity.id }}>
          {entity.name}
        </Link>
      }
    >
      <ol className="recognition-list">
        {events.map((event) => (
          <li key={event.seq}>
            <p>
              <b>{t(`recognition.event.${event.action}`)}</b>
            </p>
            <small>
              {formatDate(event.onDay)} · {event.byWords}
            </small>
            {event.text && <p>{event.text}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
