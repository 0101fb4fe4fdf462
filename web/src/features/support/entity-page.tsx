import './support.css'
import type { SupportOfEntity } from '@hopluc/shared/support-views'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { ofEntityQuery } from './queries.ts'
import { SupportTabs } from './tabs.tsx'
import { Conditions, dong, OutcomeStatus, SupportStatus } from './words.tsx'

const route = getRouteApi('/app/support/entities/$id')

export function SupportEntityPage() {
  const { id } = route.useParams()
  return <SupportOfEntityView id={id} />
}

/** All that a cooperative may ask for now, why it may not, and all that it received. */
export function SupportOfEntityView({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(ofEntityQuery(id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const isOwn = id === 'own'
  return (
    <Page
      title={isOwn ? t('support.own') : data.entity.name}
      {...(!isOwn && { crumbs: [{ label: t('support.title'), to: '/support' }] })}
      lead={t('support.year', { year: data.year })}
    >
      {isOwn && <SupportTabs />}
      <Section title={t('support.open')}>
        {data.open.length === 0 && <EmptyState>{t('support.open.none')}</EmptyState>}
        <ul className="support-list">
          {data.open.map((one) => (
            <Offer key={one.call.id} one={one} data={data} isOwn={isOwn} />
          ))}
        </ul>
      </Section>
      <Section title={t('support.received')}>
        <Received data={data} />
      </Section>
    </Page>
  )
}

interface OfferProps {
  readonly one: SupportOfEntity['open'][number]
  readonly data: SupportOfEntity
  readonly isOwn: boolean
}

function Offer({ one, data, isOwn }: OfferProps) {
  const { programme, call, explained, applicationId } = one
  return (
    <li>
      <div className="support-head">
        <h3>{programme.name}</h3>
        <OutcomeStatus outcome={explained.outcome} />
      </div>
      <small>
        {t(`support.kind.${programme.kind}`)} · {programme.agency} · {programme.legalBasis}
      </small>
      <small>
        {call.name}: {t('support.until', { day: formatDate(call.closesOn) })}
        {programme.maxAmount !== null &&
          ` · ${t('support.most', { amount: dong(programme.maxAmount) })}`}
      </small>
      <Conditions explained={explained} />
      {applicationId ? (
        <Link to="/support/applications/$id" params={{ id: applicationId }}>
          {t('support.applied')}
        </Link>
      ) : (
        data.mayApply && (
          <ButtonLink
            to="/support/apply"
            search={{ call: call.id, ...(!isOwn && { entity: data.entity.id }) }}
            kind={explained.outcome === 'met' ? 'primary' : 'plain'}
          >
            {t('support.apply')}
          </ButtonLink>
        )
      )}
    </li>
  )
}

function Received({ data: { received, loans } }: { data: SupportOfEntity }) {
  if (received.length + loans.length === 0)
    return <EmptyState>{t('support.received.none')}</EmptyState>
  return (
    <ul className="support-list">
      {received.map((one) => (
        <li key={one.id}>
          <div className="support-head">
            <Link to="/support/applications/$id" params={{ id: one.id }}>
              {one.title}
            </Link>
            <SupportStatus one={one} />
          </div>
          <small>
            {one.programme.name} · {formatDate(one.appliedOn)} ·{' '}
            {t('support.amounts', { asked: dong(one.asked), disbursed: dong(one.disbursed) })}{' '}
            {one.isDemo && <DemoMark />}
          </small>
        </li>
      ))}
      {loans.map((one) => (
        <li key={one.id}>
          <Link to="/loans/$id" params={{ id: one.id }}>
            {t('support.loan', { purpose: one.purpose })}
          </Link>
          <small>
            {one.fund} ·{' '}
            {t('support.loan.amounts', {
              disbursed: dong(one.disbursed),
              outstanding: dong(one.outstanding),
            })}
          </small>
        </li>
      ))}
    </ul>
  )
}
