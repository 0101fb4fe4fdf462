import './loans.css'
import type { Loan, LoanAction, LoanEvent } from '@hopluc/shared/loans'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, DateText, Page, Section } from '../../ui/page.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { DeedDialogFor } from './deed-dialogs.tsx'
import { loanQuery } from './queries.ts'
import { Related } from './related.tsx'
import { ScheduleTable } from './schedule-table.tsx'
import { dong, LoanStatus, rateWords } from './words.tsx'

const route = getRouteApi('/app/loans/$id')

/** One loan: its instalments, what happened to it, what may be done. */
export function LoanPage() {
  const { id } = route.useParams()
  const { today } = useSession()
  const { data, error, refetch } = useQuery(loanQuery(id))
  const [deed, setDeed] = useState<LoanAction | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const isToCome = data.state === 'requested' || data.state === 'approved'
  return (
    <Page
      title={data.entity.name}
      crumbs={[{ label: t('loans.title'), to: '/loans' }]}
      lead={
        <>
          <LoanStatus one={data} /> {data.isDemo && <DemoMark />} {data.purpose}
        </>
      }
      actions={data.allowed.map((action, at) => (
        <Button key={action} kind={at === 0 ? 'primary' : 'plain'} onPress={() => setDeed(action)}>
          {t(`loans.action.${action}`)}
        </Button>
      ))}
    >
      <Columns
        aside={
          <>
            <About one={data} />
            <Related one={data} />
          </>
        }
      >
        {data.breaches.length > 0 && (
          <Notice kind="warning">
            {t('loans.breaches')} {data.breaches.map((one) => t(`loans.breach.${one}`)).join('; ')}.
          </Notice>
        )}
        {data.disbursed > 0 && data.contract === null && (
          <Notice kind="warning">{t('loans.contract.none')}</Notice>
        )}
        {data.disbursed > 0 && <Owed one={data} />}
        <Section title={t(isToCome ? 'loans.schedule.expected' : 'loans.schedule')}>
          <ScheduleTable dues={data.dues} today={today} />
        </Section>
        <Section title={t('loans.trail')}>
          <ol className="loans-trail">
            {data.events.map((event) => (
              <Step key={event.seq} event={event} />
            ))}
          </ol>
        </Section>
      </Columns>
      {deed && <DeedDialogFor one={data} action={deed} onClose={() => setDeed(null)} />}
    </Page>
  )
}

/** What is owed today, and what would pay it off. */
function Owed({ one }: { one: Loan }) {
  const { outstanding, overduePrincipal, overdueInterest, accrued, payoff } = one
  const lines = [
    ['loans.outstanding', outstanding],
    ['loans.overduePrincipal', overduePrincipal],
    ['loans.overdueInterest', overdueInterest],
    ['loans.accrued', accrued],
    ['loans.payoff', payoff],
  ] as const
  return (
    <dl className="loans-owed">
      {lines.map(([label, amount]) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd className="figures">{dong(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}

function About({ one }: { one: Loan }) {
  const { terms, projectTotal, ownCapital } = one
  const share = projectTotal === 0 ? 0 : Math.floor((ownCapital * 1000) / projectTotal) / 10
  return (
    <Section title={t('loans.about')}>
      <dl className="loans-about">
        <dt>{t('loans.fund')}</dt>
        <dd>{one.fund.name}</dd>
        <dt>{t('loans.unit')}</dt>
        <dd>{unitWords(one.unit)}</dd>
        <dt>{t('loans.requestedOn')}</dt>
        <dd>
          <DateText value={one.requestedOn} />
        </dd>
        <dt>{t('loans.projectTotal')}</dt>
        <dd className="figures">{dong(projectTotal)}</dd>
        <dt>{t('loans.ownCapital')}</dt>
        <dd className="figures">
          {dong(ownCapital)}
          <small>
            {t('loans.ownCapital.share', {
              percent: formatNumber(share),
              least: one.limits.ownPercent,
            })}
          </small>
        </dd>
        <dt>{t('loans.asked')}</dt>
        <dd className="figures">{dong(one.asked)}</dd>
        {one.approved !== null && (
          <>
            <dt>{t('loans.approved')}</dt>
            <dd className="figures">{dong(one.approved)}</dd>
            <dt>{t('loans.disbursed')}</dt>
            <dd className="figures">{dong(one.disbursed)}</dd>
          </>
        )}
        <dt>{t('loans.terms')}</dt>
        <dd>
          {rateWords(terms.yearlyRate)}, {t('loans.months.words', { count: terms.months })}
          <small>
            {t(`loans.method.${terms.method}`)},{' '}
            {t('loans.every.words', { count: terms.everyMonths })}
          </small>
          <small>{t(`loans.basis.${one.limits.basis}`)}</small>
        </dd>
        {one.collateral && (
          <>
            <dt>{t('loans.collateral')}</dt>
            <dd>{one.collateral}</dd>
          </>
        )}
        {one.debtGroup !== null && (
          <>
            <dt>{t('loans.group')}</dt>
            <dd>{t('loans.group.words', { group: one.debtGroup })}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

function Step({ event }: { event: LoanEvent }) {
  const { action, onDay, amount, paper, contract, text, split, byWords, isReversed } = event
  return (
    <li {...(isReversed && action !== 'reverse' && { 'data-reversed': '' })}>
      <p>
        <b>
          {t(`loans.event.${action}`)}
          {amount !== null && ` ${dong(amount)} ${t('loans.dong')}`}
        </b>
        <small>
          <time className="figures" dateTime={onDay}>
            {formatDate(onDay)}
          </time>
          {contract && ` · ${contract}`}
          {paper && ` · ${paper}`} · {byWords}
        </small>
      </p>
      {split && <small>{splitWords(split)}</small>}
      {text && <p>{text}</p>}
    </li>
  )
}

function splitWords({ principal, interest, late }: NonNullable<LoanEvent['split']>): string {
  const words = [
    t('loans.split.principal', { amount: dong(principal) }),
    t('loans.split.interest', { amount: dong(interest) }),
    ...(late > 0 ? [t('loans.split.late', { amount: dong(late) })] : []),
  ]
  return words.join(', ')
}
