import '../tasks/task-lines.css'
import './home.css'
import type { TaskSummary } from '@hopluc/shared/task-overview'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { formatDate } from '../../lib/format.ts'
import { rich, t } from '../../lib/i18n.ts'
import { Columns, Page, Sentence } from '../../ui/page.tsx'
import { useSession } from '../session/queries.ts'
import { pendingTasksQuery, taskSummaryQuery } from '../tasks/queries.ts'
import { AgencyTable } from '../tasks/views/agency-table.tsx'
import { Decisions } from './decisions.tsx'
import { DirectBar } from './direct-bar.tsx'
import { linesQuery, longestSearch } from './queries.ts'

// The first load ends with the sentence, the decisions and the bar.
const load = () => import('./chair-rest.tsx')
const ChairRest = lazy(async () => ({ default: (await load()).ChairRest }))
const Gaps = lazy(async () => ({ default: (await load()).Gaps }))
const Targets = lazy(async () => ({ default: (await load()).Targets }))

/** One page: what is late and whose, and what waits for a decision. */
export function ChairHome({ isDeciding }: { isDeciding: boolean }) {
  const { asOf } = useSearch({ strict: false })
  const { today } = useSession()
  const { data: summary } = useSuspenseQuery(taskSummaryQuery(asOf))
  const isNow = !asOf
  return (
    <Page title={t('home.chair.title')} bar={isDeciding && isNow && <DirectBar />}>
      <DaySentence summary={summary} today={today} isDeciding={isDeciding && isNow} />
      <Columns
        width={420}
        aside={
          <>
            {isDeciding && isNow && (
              <div className="home-first">
                <Decisions />
              </div>
            )}
            <Suspense>
              <ChairRest today={asOf ?? today} isNow={isNow} />
            </Suspense>
          </>
        }
      >
        <AgencyTable summary={summary} />
        <Suspense>
          <Targets />
        </Suspense>
        {isDeciding && isNow && (
          <Suspense>
            <Gaps />
          </Suspense>
        )}
      </Columns>
    </Page>
  )
}

function DaySentence({
  summary,
  today,
  isDeciding,
}: {
  summary: TaskSummary
  today: string
  isDeciding: boolean
}) {
  const { asOf } = useSearch({ strict: false })
  const { data: pending } = useQuery({ ...pendingTasksQuery, enabled: isDeciding })
  const decisions = pending?.items.filter(({ kind }) => kind === 'decide').length ?? 0
  // Whole tasks, as the list and its tabs count them; the table below counts by agency.
  const { data: lines } = useSuspenseQuery(linesQuery(longestSearch, asOf))
  const { overdue, due_soon: soon } = lines.counts.byStatus
  const agencies = summary.agencies.filter((agency) => agency.overdue > 0).length
  const isPast = asOf !== undefined
  const late = (
    <Link
      to="/tasks"
      search={{ status: 'overdue', manner: 'assign', asOf }}
      className="value-link red"
    >
      {t('home.lateTasks', { count: overdue })}
    </Link>
  )
  const day = formatDate(asOf ?? today)
  return (
    <Sentence>
      {overdue > 0 &&
        (isPast
          ? rich('home.sentence.lateThen', { day, late, agencies })
          : rich('home.sentence.late', { late, agencies }))}
      {overdue === 0 &&
        (isPast ? t('home.sentence.noneLateThen', { day }) : t('home.sentence.noneLate'))}
      {soon > 0 &&
        rich('home.sentence.soon', {
          soon: (
            <Link
              to="/tasks"
              search={{ status: 'due_soon', manner: 'assign', asOf }}
              className="value-link amber"
            >
              {t('home.soonTasks', { count: soon })}
            </Link>
          ),
        })}
      {decisions > 0 &&
        rich('home.sentence.pending', {
          pending: (
            <a href="#decisions" className="value-link">
              {t('home.pendingItems', { count: decisions })}
            </a>
          ),
        })}
      {t('home.sentence.end')}
    </Sentence>
  )
}
