import './plans.css'
import type { Plan, TargetRow } from '@hopluc/shared/plans'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, PageSkeleton, Skeleton } from '../../ui/states.tsx'
import { useSession } from '../session/queries.ts'
import { Board, Legend } from './board.tsx'
import { PlanActions } from './plan-actions.tsx'
import { ChartSection } from './chart-section.tsx'
import { Needed } from './needed.tsx'
import { planQuery, targetQuery } from './queries.ts'
import { Quote } from './quote.tsx'
import { TargetDialog } from './target-dialog.tsx'

const route = getRouteApi('/app/plans/$id')

/** The table of a plan's targets; below it the one that is chosen. */
export function PlanPage() {
  const { id } = route.useParams()
  const { target, asOf } = route.useSearch()
  const { today } = useSession()
  const { data: plan, error, refetch } = useQuery(planQuery(id, asOf))
  const [isAdding, setAdding] = useState(false)
  if (error)
    return (
      <Page title={t('plans.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!plan) return <PageSkeleton />
  const chosen = plan.rows.find((row) => row.id === target) ?? plan.rows[0]
  const isLate = plan.registerBy !== null && plan.registerBy < (asOf ?? today)
  const mayAdd = plan.allowedTargets.includes('edit')
  return (
    <Page
      title={plan.title}
      crumbs={[{ label: t('plans.title'), to: '/plans' }]}
      actions={
        <>
          <ExcelButton path={`/plans/${id}`} search={{ asOf }} />
          {plan.kind === 'year' && (
            <ButtonLink to="/plans/$id/needs" params={{ id }}>
              {t('needs.open')}
            </ButtonLink>
          )}
          {mayAdd && <Button onPress={() => setAdding(true)}>{t('plans.addTarget')}</Button>}
          <PlanActions plan={plan} />
        </>
      }
    >
      <Chain plan={plan} />
      {plan.rows.length === 0 ? (
        <EmptyState>{t('plans.noTargets')}</EmptyState>
      ) : (
        <>
          <Board plan={plan} selected={chosen?.id} />
          <Legend plan={plan} isLate={isLate} />
          {chosen && <Detail key={chosen.id} row={chosen} plan={plan} asOf={asOf} />}
        </>
      )}
      {isAdding && <TargetDialog plan={plan} target={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** What the plan rests on, then the plan itself with its state. */
function Chain({ plan }: { plan: Plan }) {
  const { chain, paper, bases, state, number, issuedOn, registerBy } = plan
  return (
    <p className="plans-chain">
      {(chain.length > 0 || bases) && <span>{t('plans.chain')}</span>}
      {bases && <span>{bases}</span>}
      {chain.map(({ id, label }) => (
        <Fragment key={id}>
          <Link to="/documents/$id" params={{ id }} className="figures">
            {label}
          </Link>
          <span aria-hidden="true">›</span>
        </Fragment>
      ))}
      {paper && (
        <Link to="/documents/$id" params={{ id: paper.id }} className="figures">
          <b>{paper.label}</b>
        </Link>
      )}
      <span>
        {state === 'issued' && number && issuedOn && !paper?.label.includes(number)
          ? t('plans.issuedWords', { number, day: formatDate(issuedOn) })
          : t(`plans.state.${state}`)}
      </span>
      {registerBy && <span>{t('plans.registerBy', { day: formatDate(registerBy) })}</span>}
      {plan.isDemo && <DemoMark />}
    </p>
  )
}

/** Sentence, forecast against plan, what is needed. */
function Detail({ row, plan, asOf }: { row: TargetRow; plan: Plan; asOf: string | undefined }) {
  const { data, error } = useQuery(targetQuery(row.id, asOf))
  if (error) return <ErrorState error={error} />
  if (!data) return <Skeleton rows={4} />
  return (
    <div className="plans-detail">
      <Section
        title={row.words}
        more={
          data.paper && (
            <Link to="/documents/$id" params={{ id: data.paper.id }}>
              {t('targets.quote.open')}
            </Link>
          )
        }
      >
        <Quote quote={data.quote} words={row.words} />
      </Section>
      <ChartSection row={row} points={data.points} fromOn={plan.fromOn} untilOn={plan.untilOn} />
      <Section title={t('targets.need')}>
        <Needed
          row={row}
          nearPercent={plan.nearPercent}
          registrations={data.registrations}
          silent={data.silent}
        />
        <div className="plans-buttons">
          <ButtonLink to="/targets/$id" params={{ id: row.id }} isSmall>
            {t('targets.open')}
          </ButtonLink>
        </div>
      </Section>
    </div>
  )
}
