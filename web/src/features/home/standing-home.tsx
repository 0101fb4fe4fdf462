import '../tasks/task-lines.css'
import './home.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { rich, t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Columns, Page, Section, Sentence } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useSession } from '../session/queries.ts'
import { pendingTasksQuery, taskSummaryQuery } from '../tasks/queries.ts'
import { PendingLines } from '../tasks/task-lines.tsx'
import { AgencyTable } from '../tasks/views/agency-table.tsx'
import { ComingMeetings } from './coming-meetings.tsx'
import { Gaps } from './gaps.tsx'
import { draftsQuery, lateSearch, linesQuery, openReadingsQuery } from './queries.ts'
import { DueThisWeek, OverdueLines } from './lines.tsx'

/** The standing officer: late first, then what waits for her, then drafts on their way. */
export function StandingHome() {
  const { asOf } = useSearch({ strict: false })
  const { today } = useSession()
  const { data: summary } = useSuspenseQuery(taskSummaryQuery(asOf))
  const { data: pending } = useSuspenseQuery(pendingTasksQuery)
  const { data: lines } = useSuspenseQuery(linesQuery(lateSearch, asOf))
  const { overdue } = lines.counts.byStatus
  const isNow = !asOf
  const waiting = pending.items.filter(({ kind }) => kind !== 'decide')
  const toConfirm = waiting.filter(({ kind }) => kind === 'confirm').length
  return (
    <Page
      title={t('home.standing.title')}
      actions={
        isNow && (
          <ButtonLink to="/readings" kind="primary">
            {t('home.readings.new')}
          </ButtonLink>
        )
      }
    >
      <Sentence>
        {overdue > 0
          ? rich('home.sentence.late', {
              late: (
                <Link
                  to="/tasks"
                  search={{ status: 'overdue', manner: 'assign', asOf }}
                  className="value-link red"
                >
                  {t('home.lateTasks', { count: overdue })}
                </Link>
              ),
              agencies: summary.agencies.filter((agency) => agency.overdue > 0).length,
            })
          : t('home.sentence.noneLate')}
        {isNow &&
          toConfirm > 0 &&
          rich('home.sentence.confirm', {
            confirm: (
              <Link to="/tasks" search={{ status: 'waiting_confirmation' }} className="value-link">
                {t('home.results', { count: toConfirm })}
              </Link>
            ),
          })}
        {t('home.sentence.end')}
      </Sentence>
      <Columns
        width={420}
        aside={
          <>
            {isNow && (
              <PendingLines
                title={t('home.forMe')}
                items={waiting}
                today={today}
                none={t('home.forMe.none')}
              />
            )}
            {isNow && <Drafts />}
            {isNow && <OpenReadings />}
            {isNow && <ComingMeetings today={today} />}
          </>
        }
      >
        <OverdueLines today={asOf ?? today} />
        {isNow && <DueThisWeek today={today} />}
        {isNow && <Gaps />}
        <AgencyTable summary={summary} />
      </Columns>
    </Page>
  )
}

function Drafts() {
  const { data: submitted } = useQuery(draftsQuery('submitted'))
  const { data: drafted } = useQuery(draftsQuery('draft'))
  const items = [...(submitted?.items ?? []), ...(drafted?.items ?? [])]
  return (
    <Section title={t('home.drafts')}>
      {items.length === 0 && <EmptyState>{t('home.drafts.none')}</EmptyState>}
      <ul className="tasks-lines">
        {items.map(({ id, abstract, kind, state }) => (
          <li key={id} className="tasks-line">
            <span className="tasks-when accent">
              {t(state === 'submitted' ? 'home.draft.submitted' : 'home.draft.draft')}
            </span>
            <span>
              {kind === 'TB' ? (
                <Link to="/documents/$id/notice" params={{ id }} className="quiet-link">
                  {abstract}
                </Link>
              ) : (
                <Link to="/documents/$id" params={{ id }} className="quiet-link">
                  {abstract}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OpenReadings() {
  const { data } = useQuery(openReadingsQuery)
  return (
    <Section title={t('home.readings')}>
      {data?.items.length === 0 && <EmptyState>{t('home.readings.none')}</EmptyState>}
      <ul className="tasks-lines">
        {data?.items.map(({ id, title }) => (
          <li key={id}>
            <Link to="/readings/$id" params={{ id }} className="quiet-link">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
