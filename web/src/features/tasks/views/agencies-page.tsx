import '../tasks.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { t } from '../../../lib/i18n.ts'
import { Page } from '../../../ui/page.tsx'
import { taskSummaryQuery } from '../queries.ts'
import { AgencyTable } from './agency-table.tsx'
import { TaskViews } from './task-views.tsx'

const route = getRouteApi('/app/tasks/agencies')

/** Counts and the share in time by leading agency; never by person. */
export function AgenciesPage() {
  const { asOf } = route.useSearch()
  const { data: summary } = useSuspenseQuery(taskSummaryQuery(asOf))
  return (
    <Page title={t('tasks.agencies.title')} crumbs={[{ label: t('tasks.title'), to: '/tasks' }]}>
      <TaskViews />
      <p className="small muted tasks-intro">{t('tasks.agencies.intro')}</p>
      <AgencyTable summary={summary} />
    </Page>
  )
}
