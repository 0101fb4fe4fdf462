import '../tasks/task-lines.css'
import './home.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { rich, t } from '../../lib/i18n.ts'
import { Columns, Page, Sentence } from '../../ui/page.tsx'
import { useSession } from '../session/queries.ts'
import { pendingTasksQuery } from '../tasks/queries.ts'
import { PendingLines } from '../tasks/task-lines.tsx'
import { ComingMeetings } from './coming-meetings.tsx'
import { DueThisWeek, OverdueLines } from './lines.tsx'
import { lateSearch, linesQuery } from './queries.ts'

/** An agency's officer, clerk or leader: own tasks, and what waits for this person. */
export function AgencyHome() {
  const { asOf } = useSearch({ strict: false })
  const { today } = useSession()
  const { data: late } = useSuspenseQuery(linesQuery(lateSearch, asOf))
  const { data: pending } = useSuspenseQuery(pendingTasksQuery)
  const overdue = late.counts.byStatus.overdue
  return (
    <Page title={t('home.agency.title')}>
      <Sentence>
        {overdue > 0 ? (
          <Link to="/tasks" search={{ status: 'overdue', asOf }} className="value-link red">
            {t('home.lateTasks', { count: overdue })}
          </Link>
        ) : (
          t('home.sentence.noneLate')
        )}
        {!asOf &&
          pending.items.length > 0 &&
          rich('home.sentence.pending', {
            pending: (
              <Link to="/my-tasks" className="value-link">
                {t('home.pendingItems', { count: pending.items.length })}
              </Link>
            ),
          })}
        {t('home.sentence.end')}
      </Sentence>
      <Columns
        width={420}
        isAsideFirst
        aside={
          <>
            {!asOf && (
              <PendingLines
                title={t('home.forMe')}
                items={pending.items}
                today={today}
                none={t('home.forMe.none')}
              />
            )}
            {!asOf && <ComingMeetings today={today} />}
          </>
        }
      >
        <OverdueLines today={asOf ?? today} />
        {!asOf && <DueThisWeek today={today} />}
      </Columns>
    </Page>
  )
}
