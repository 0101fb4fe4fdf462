import './plans.css'
import type { Target } from '@hopluc/shared/plans'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, Page, Section, Sentence } from '../../ui/page.tsx'
import { EmptyState, ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { nameOf } from '../figures/words.ts'
import { unitWords } from '../organisation/words.ts'
import { STATUS_KIND } from '../tasks/task-status.tsx'
import { ChartSection } from './chart-section.tsx'
import { Needed } from './needed.tsx'
import { planQuery, targetQuery } from './queries.ts'
import { Quote } from './quote.tsx'
import { TargetActions } from './target-actions.tsx'
import { aimWords, readingWords, valueWords, verdictKind, verdictWords } from './words.ts'
import { Wordings } from './wordings.tsx'

const route = getRouteApi('/app/targets/$id')

/** One target with what it is tied to: the words, the tasks, the figure, the cooperatives. */
export function TargetPage() {
  const { id } = route.useParams()
  const { asOf } = route.useSearch()
  const { data, error, refetch } = useQuery(targetQuery(id, asOf))
  const planId = data?.plan.id
  const { data: plan } = useQuery({
    ...planQuery(planId ?? '', asOf),
    enabled: planId !== undefined,
  })
  if (error)
    return (
      <Page title={t('plans.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data) return <PageSkeleton />
  const { target, plan: head } = data
  const [first, ...others] = target.readings
  return (
    <Page
      title={target.words}
      crumbs={[
        { label: t('plans.title'), to: '/plans' },
        { label: t('targets.table'), to: `/plans/${head.id}` },
      ]}
      lead={
        <>
          <Status kind={verdictKind(target.verdict)}>{verdictWords(target)}</Status>{' '}
          {target.lead && t('targets.page.lead', { name: target.lead.name })}{' '}
          {target.isDemo && <DemoMark />}
        </>
      }
      actions={<TargetActions data={data} plan={plan} />}
    >
      <Sentence>
        {t('targets.chart.label', {
          words: t('targets.page.figure'),
          bound: aimWords(target),
          now: valueWords(first?.value ?? null, target),
          value: valueWords(target.forecast.value, target),
          day: formatDate(head.untilOn),
        })}
        .
      </Sentence>
      {first && first.label !== null && (
        <p className="muted small">
          {[first, ...others].map((reading) => readingWords(reading, target)).join('; ')}
          {target.wholeNote && ` · ${target.wholeNote}`}
        </p>
      )}
      <Sources data={data} />
      <Columns
        aside={
          <>
            <Section title={t('targets.need')}>
              <Needed
                row={target}
                nearPercent={head.nearPercent}
                registrations={data.registrations}
                silent={data.silent}
              />
            </Section>
            <Tasks data={data} />
            <Allotted data={data} />
            <Wordings data={data} />
          </>
        }
      >
        <Section
          title={t('targets.quote')}
          more={
            data.paper && (
              <Link to="/documents/$id" params={{ id: data.paper.id }}>
                {data.paper.label}
              </Link>
            )
          }
        >
          <Quote quote={data.quote} words={target.words} />
        </Section>
        <ChartSection
          row={target}
          points={data.points}
          fromOn={head.fromOn}
          untilOn={head.untilOn}
        />
        <Behind data={data} />
        {target.isRegistered && <Registered data={data} />}
      </Columns>
    </Page>
  )
}

/** Figures open in the table of figures, where each says who stated it. */
function Sources({ data: { sources, target } }: { data: Target }) {
  if (sources.length === 0 || target.verdict.kind === 'hidden') return null
  return (
    <p className="plans-sources small">
      {sources.map(({ code, name, nameEn, period, unitId, boundaries }) => (
        <Link
          key={code}
          to="/figures"
          search={{ unit: unitId, period, codes: code, boundaries, of: unitId, code }}
        >
          {t('targets.source', { name: nameOf({ name, nameEn }) })}
        </Link>
      ))}
    </p>
  )
}

function Behind({ data: { entities } }: { data: Target }) {
  const counted = entities.filter(({ counts }) => counts).length
  return (
    <Section
      title={t('targets.page.entities')}
      note={entities.length > 0 ? `${counted}/${entities.length}` : undefined}
    >
      {entities.length === 0 && <EmptyState>{t('targets.page.entities.none')}</EmptyState>}
      <ul className="plans-lines">
        {entities.map(({ id, name, unit, on, counts }) => (
          <li key={id}>
            <Link to="/registry/$id" params={{ id }}>
              {name}
            </Link>
            <span className="muted">{unitWords(unit)}</span>
            <span className="figures">{on && formatDate(on)}</span>
            {!counts && <span className="muted">{t('targets.page.notCounted')}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Registered({ data: { registrations, silent, target } }: { data: Target }) {
  const said = registrations.filter(({ amount }) => amount > 0)
  return (
    <Section
      title={t('targets.page.registrations')}
      note={target.registered === null ? undefined : formatNumber(target.registered)}
    >
      {registrations.length === 0 && (
        <EmptyState>{t('targets.page.registrations.none')}</EmptyState>
      )}
      <ul className="plans-lines">
        {said.map(({ id, unit, amount, subjects, onDay, byWords, note }) => (
          <li key={id}>
            <span>
              {unitWords(unit)}: <b className="figures">{formatNumber(amount)}</b>
              <small>
                {subjects
                  .map(({ name, expectedOn, isDone }) =>
                    isDone || !expectedOn
                      ? name
                      : t('targets.coming.on', { name, day: formatDate(expectedOn) }),
                  )
                  .join('; ')}
              </small>
            </span>
            <span className="muted small">
              {[formatDate(onDay), byWords, note].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
        {silent.length > 0 && (
          <li>
            <Status kind="missing">{t('targets.silent')}</Status>
            <span>{silent.map(unitWords).join(', ')}</span>
          </li>
        )}
      </ul>
    </Section>
  )
}

function Tasks({ data: { tasks } }: { data: Target }) {
  return (
    <Section title={t('targets.page.tasks')}>
      {tasks.length === 0 && <EmptyState>{t('targets.page.tasks.none')}</EmptyState>}
      <ul className="plans-lines">
        {tasks.map(({ id, code, title, kind, status, dueOn, lead }) => (
          <li key={id}>
            <span>
              <Link to="/tasks/$id" params={{ id }}>
                {title}
              </Link>
              <small>
                {[t(`targets.page.${kind}`), code, lead?.shortName, dueOn && formatDate(dueOn)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            {status && <Status kind={STATUS_KIND[status]}>{t(`tasks.status.${status}`)}</Status>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Allotted({ data: { allotments, plan, target } }: { data: Target }) {
  return (
    <Section
      title={t(
        plan.unit.level === 'nation' ? 'targets.page.allotments.nation' : 'targets.page.allotments',
      )}
      note={
        target.unallotted !== null && target.unallotted !== 0
          ? t('targets.unallotted', { amount: formatNumber(target.unallotted) })
          : undefined
      }
    >
      {allotments.length === 0 && <EmptyState>{t('targets.page.allotments.none')}</EmptyState>}
      <ul className="plans-lines">
        {allotments.map(({ unit, amount }) => (
          <li key={unit.id}>
            <span>{unitWords(unit)}</span>
            <span className="figures">{formatNumber(amount)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
