import './checks.css'
import type { CheckAction, CheckEvent, EntityCheck } from '@hopluc/shared/entity-checks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, DateText, Page, Section } from '../../ui/page.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { unitWords } from '../organisation/words.ts'
import { STATUS_KIND } from '../tasks/task-status.tsx'
import { CheckDeedDialog } from './deed-dialog.tsx'
import { checkQuery } from './queries.ts'
import { CheckStatus } from './words.tsx'

const route = getRouteApi('/app/entity-checks/$id')

/** One inspection: where it overlaps, what was found and concluded, what became of it. */
export function CheckPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(checkQuery(id))
  const [deed, setDeed] = useState<CheckAction | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Page
      title={data.entity.name}
      crumbs={[{ label: t('checks.title'), to: '/entity-checks' }]}
      lead={
        <>
          <CheckStatus state={data.state} /> {data.isDemo && <DemoMark />} {data.subject}
        </>
      }
      actions={
        <>
          {data.allowed.map((action, at) => (
            <Button
              key={action}
              kind={at === 0 ? 'primary' : 'plain'}
              onPress={() => setDeed(action)}
            >
              {t(`checks.action.${action}`)}
            </Button>
          ))}
          {data.mayAssign && (
            <ButtonLink
              to="/tasks/new"
              search={{ check: id, title: t('checks.task.title', { entity: data.entity.name }) }}
            >
              {t('checks.action.assign')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Columns aside={<About one={data} />}>
        {data.isTooOften && <Notice kind="warning">{t('checks.overlaps.warning')}</Notice>}
        {data.overlaps.length > 0 && <Others one={data} />}
        <Section title={t('checks.trail')}>
          <ol className="checks-trail">
            {data.events.map((event) => (
              <Step key={event.seq} event={event} />
            ))}
          </ol>
        </Section>
      </Columns>
      {deed && <CheckDeedDialog one={data} action={deed} onClose={() => setDeed(null)} />}
    </Page>
  )
}

function Others({ one: { overlaps } }: { one: EntityCheck }) {
  return (
    <Section title={t('checks.overlaps')}>
      <ul className="checks-others">
        {overlaps.map(({ id, agency, subject, plannedOn }) => (
          <li key={id}>
            {subject}
            <small>
              {agency}, {formatDate(plannedOn)}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function About({ one }: { one: EntityCheck }) {
  const { agency, kind, unit, plannedOn, heldOn, planPaper } = one
  return (
    <Section title={t('checks.about')}>
      <dl className="checks-about">
        <dt>{t('checks.agency')}</dt>
        <dd>{agency.name}</dd>
        <dt>{t('checks.kind')}</dt>
        <dd>{t(`checks.kind.${kind}`)}</dd>
        <dt>{t('checks.unit')}</dt>
        <dd>{unitWords(unit)}</dd>
        <dt>{t('checks.plannedOn')}</dt>
        <dd>
          <DateText value={plannedOn} />
        </dd>
        {heldOn && (
          <>
            <dt>{t('checks.heldOn')}</dt>
            <dd>
              <DateText value={heldOn} />
            </dd>
          </>
        )}
        {planPaper && (
          <>
            <dt>{t('checks.planPaper')}</dt>
            <dd>{planPaper}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

function Step({ event }: { event: CheckEvent }) {
  const { action, onDay, text, members, paper, task, byWords } = event
  return (
    <li>
      <p>
        <b>{t(`checks.event.${action}`)}</b>
        <small>
          <time className="figures" dateTime={onDay}>
            {formatDate(onDay)}
          </time>
          {paper && ` · ${paper}`} · {byWords}
        </small>
      </p>
      {text && <p className="checks-said">{text}</p>}
      {members && (
        <small>
          {t('checks.members')}: {members}
        </small>
      )}
      {task && (
        <p>
          {task.title === null ? (
            t('checks.task.hidden')
          ) : (
            <Link to="/tasks/$id" params={{ id: task.id }}>
              {task.title}
            </Link>
          )}{' '}
          {task.status && (
            <Status kind={STATUS_KIND[task.status]}>{t(`tasks.status.${task.status}`)}</Status>
          )}
        </p>
      )}
    </li>
  )
}
