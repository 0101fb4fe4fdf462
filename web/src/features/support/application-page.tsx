import './support.css'
import type { SupportAction, SupportApplication } from '@hopluc/shared/support'
import { SUPPORT_KINDS } from '@hopluc/shared/support-kinds'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, DateText, Page, Section } from '../../ui/page.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { unitWords } from '../organisation/words.ts'
import { DeedDialogFor } from './deed-dialogs.tsx'
import { OpinionDialog } from './opinion-dialog.tsx'
import { supportQuery } from './queries.ts'
import { Conditions, dong, SupportStatus } from './words.tsx'

const route = getRouteApi('/app/support/applications/$id')

/** One application: its conditions, what agencies say, the money, what came of it. */
export function SupportApplicationPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(supportQuery(id))
  const [deed, setDeed] = useState<SupportAction | 'appraise' | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const close = () => setDeed(null)
  const isRunner = data.allowed.some((action) => action !== 'withdraw' && action !== 'complete')
  return (
    <Page
      title={data.entity.name}
      crumbs={[{ label: t('support.title'), to: '/support' }]}
      lead={
        <>
          <SupportStatus one={data} /> {data.isDemo && <DemoMark />} {data.title}
        </>
      }
      actions={
        <>
          {data.mayAppraise && (
            <Button onPress={() => setDeed('appraise')}>{t('support.appraise')}</Button>
          )}
          {data.allowed.map((action, at) => (
            <Button
              key={action}
              kind={at === 0 ? 'primary' : 'plain'}
              onPress={() => setDeed(action)}
            >
              {t(`support.action.${action}`)}
            </Button>
          ))}
        </>
      }
    >
      <Columns aside={<About one={data} isRunner={isRunner} />}>
        {data.overlaps.length > 0 && (
          <Notice kind="warning">
            {t('support.overlaps')}{' '}
            {data.overlaps.map((one) => (
              <Link key={one.id} to="/support/applications/$id" params={{ id: one.id }}>
                {one.title} ({one.programme}, {dong(one.approved)}){' '}
              </Link>
            ))}
          </Notice>
        )}
        <Section title={t('support.eligibility', { day: formatDate(data.appliedOn) })}>
          <Conditions explained={data.eligibility} />
        </Section>
        <Checks one={data} />
        {data.opinions.length > 0 && <Opinions one={data} />}
        {data.results.length > 0 && <Results one={data} />}
        {data.effect.length > 0 && <Effect one={data} />}
        <Section title={t('support.trail')}>
          <ol className="support-list">
            {data.events.map((event) => (
              <li key={event.seq}>
                <p>
                  <b>
                    {t(`support.event.${event.action}`)}
                    {event.amount !== null && ` ${dong(event.amount)} ${t('loans.dong')}`}
                  </b>
                </p>
                <small>
                  {formatDate(event.onDay)}
                  {event.paper && ` · ${event.paper}`} · {event.byWords}
                </small>
                {event.text && <p>{event.text}</p>}
              </li>
            ))}
          </ol>
        </Section>
      </Columns>
      {deed === 'appraise' && <OpinionDialog one={data} onClose={close} />}
      {deed && deed !== 'appraise' && <DeedDialogFor one={data} action={deed} onClose={close} />}
    </Page>
  )
}

function About({ one, isRunner }: { one: SupportApplication; isRunner: boolean }) {
  return (
    <Section title={t('support.about')}>
      <dl className="support-about">
        <dt>{t('support.programme')}</dt>
        <dd>
          {one.programme.name}
          <small>{one.call.name}</small>
        </dd>
        <dt>{t('support.unit')}</dt>
        <dd>{unitWords(one.unit)}</dd>
        <dt>{t('support.appliedOn')}</dt>
        <dd>
          <DateText value={one.appliedOn} />
        </dd>
        <dt>{t('support.asked')}</dt>
        <dd className="figures">{dong(one.asked)}</dd>
        <dt>{t('support.ownCapital')}</dt>
        <dd className="figures">{dong(one.ownCapital)}</dd>
        {one.approved !== null && (
          <>
            <dt>{t('support.approved')}</dt>
            <dd className="figures">{dong(one.approved)}</dd>
            <dt>{t('support.disbursed')}</dt>
            <dd className="figures">{dong(one.disbursed)}</dd>
          </>
        )}
        {one.nextDueOn !== null && (
          <>
            <dt>{t('support.nextDueOn')}</dt>
            <dd>
              <DateText value={one.nextDueOn} />
            </dd>
          </>
        )}
        {isRunner && (
          <dd>
            <a href={`/api/support-applications/${one.id}/decision`} download>
              {t('support.paper')}
            </a>
          </dd>
        )}
        <dd>
          <Link to="/support/entities/$id" params={{ id: one.entity.id }}>
            {t('support.entity.all')}
          </Link>
        </dd>
      </dl>
    </Section>
  )
}

function Checks({ one }: { one: SupportApplication }) {
  return (
    <Section title={t('support.checklist')}>
      {one.checks.length === 0 && <p className="muted">{t('support.checklist.none')}</p>}
      <ul className="support-conditions">
        {one.checks.map(({ name, fileId, fileName }) => (
          <li key={`${name} ${fileId ?? ''}`}>
            {fileId ? (
              <a href={`/api/files/${fileId}`} download>
                {fileName ?? name}
              </a>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Opinions({ one }: { one: SupportApplication }) {
  return (
    <Section title={t('support.opinions')}>
      <ul className="support-list">
        {one.opinions.map((said) => (
          <li key={said.agency.id}>
            <p>
              <b>{said.agency.name}</b>: {t(said.isFor ? 'support.for' : 'support.against')}
              {said.amount !== null && `, ${dong(said.amount)} ${t('loans.dong')}`}
            </p>
            <small>
              {formatDate(said.onDay)} · {said.byWords}
            </small>
            <p>{said.text}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What came of it, by the fields of its kind. */
function Results({ one: { kind, results } }: { one: SupportApplication }) {
  return (
    <Section title={t('support.results')}>
      <ul className="support-conditions">
        {SUPPORT_KINDS[kind].results.map(({ code, vi, en, unit }) => {
          const found = results.find((one) => one.code === code)
          return (
            found && (
              <li key={code}>
                {language() === 'en' ? en : vi}: <b>{formatNumber(found.value)}</b> {unit}
              </li>
            )
          )
        })}
      </ul>
    </Section>
  )
}

/** By year: before the decision and after it, as far as figures are there. */
function Effect({ one: { effect } }: { one: SupportApplication }) {
  const codes = effect[0]?.values.map(({ code }) => code) ?? []
  return (
    <Section title={t('support.effect')}>
      <dl className="support-about">
        {effect.map(({ year, values }) => (
          <div key={year}>
            <dt>{year}</dt>
            <dd>
              {codes.map((code) => {
                const value = values.find((each) => each.code === code)?.value ?? null
                return (
                  <small key={code}>
                    {t(`support.effect.${effectOf(code)}`)}:{' '}
                    {value === null ? t('support.effect.none') : formatNumber(value)}
                  </small>
                )
              })}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const EFFECTS = ['H8', 'H9', 'H10', 'H11', 'H12'] as const
const effectOf = (code: string): (typeof EFFECTS)[number] =>
  EFFECTS.find((one) => one === code) ?? 'H8'
