import '../support/support.css'
import type { GraduateAction, GraduateStep, GraduateWhole } from '@hopluc/shared/graduates'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { unitWords } from '../organisation/words.ts'
import { Facts } from '../support/facts.tsx'
import { dong } from '../support/words.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { graduateQuery } from './queries.ts'
import { OutcomeMark, regionWords } from './words.tsx'

const route = getRouteApi('/app/support/graduates/$id')

/** One graduate: the term, what was paid month by month, what became of them. */
export function GraduatePage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(graduateQuery(id))
  const [action, setAction] = useState<GraduateAction | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Page
      title={data.name}
      crumbs={[{ label: t('graduates.title'), to: '/support/graduates' }]}
      lead={
        <>
          <OutcomeMark one={data} /> {data.isDemo && <DemoMark />} {data.entity.name}
        </>
      }
      actions={data.allowed.map((one, at) => (
        <Button key={one} kind={at === 0 ? 'primary' : 'plain'} onPress={() => setAction(one)}>
          {t(`graduates.action.${one}`)}
        </Button>
      ))}
    >
      <Columns aside={<About one={data} />}>
        {data.wage === null && <Notice kind="warning">{t('graduates.wage.none')}</Notice>}
        <Section title={t('graduates.steps')}>
          <ol className="support-list">
            {data.steps.toReversed().map((step) => (
              <li key={step.seq}>
                <p>
                  <b>{stepWords(step)}</b>
                </p>
                <small>
                  {formatDate(step.onDay)}
                  {step.paper && ` · ${step.paper}`} · {step.byWords}
                </small>
                {step.text && <p>{step.text}</p>}
              </li>
            ))}
          </ol>
        </Section>
      </Columns>
      {action && <DeedDialog one={data} action={action} onClose={() => setAction(null)} />}
    </Page>
  )
}

function stepWords({ action, month, amount, untilOn }: GraduateStep): string {
  const money = dong(amount ?? 0)
  if (action === 'start') return t('graduates.step.start', { amount: money })
  if (action === 'pay' && month)
    return t('graduates.step.pay', { month: formatDate(month).slice(3), amount: money })
  if (action === 'extend' && untilOn)
    return t('graduates.step.extend', { day: formatDate(untilOn) })
  return t('graduates.step.end')
}

function About({ one }: { one: GraduateWhole }) {
  const money = (amount: number | null) => amount !== null && `${dong(amount)} ${t('loans.dong')}`
  return (
    <Facts
      rows={[
        [t('support.unit'), unitWords(one.unit)],
        [t('graduates.post'), one.post],
        [t('graduates.training'), one.training],
        [t('graduates.birthYear'), one.birthYear],
        [t('graduates.decision'), one.decision],
        [t('support.programme'), one.programme],
        [t('graduates.agency'), one.agency.name],
        [
          t('graduates.term'),
          `${formatRange(one.fromOn, one.untilOn)} (${t('graduates.months', { count: one.months })})`,
        ],
        [t('graduates.monthly'), money(one.monthly)],
        [t('graduates.region'), regionWords(one.region)],
        [t('graduates.wage'), money(one.wage)],
        [
          t('graduates.paid'),
          `${dong(one.paid)} ${t('loans.dong')} (${t('graduates.paid.months', { paid: one.paidMonths, months: one.months })})`,
        ],
        [t('graduates.outcome'), one.outcomeOn && formatDate(one.outcomeOn)],
        [t('graduates.note'), one.outcomeNote],
      ]}
    />
  )
}
