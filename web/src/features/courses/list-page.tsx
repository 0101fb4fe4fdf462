import '../support/support.css'
import { IconPlus } from '@tabler/icons-react'
import type { Course, CoursePage } from '@hopluc/shared/courses'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatNumber, formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Sentence } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useSession } from '../session/queries.ts'
import { SupportTabs } from '../support/tabs.tsx'
import { dong } from '../support/words.tsx'
import { YearSelect } from '../support/year-select.tsx'
import { CourseDialog } from './course-dialog.tsx'
import { coursesQuery } from './queries.ts'
import { CourseStatusMark } from './words.tsx'

const route = getRouteApi('/app/support/courses')

/** The plan of a year and what came of it. */
export function CourseListPage() {
  const { today } = useSession()
  const { year = Number(today.slice(0, 4)), cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error, refetch } = useQuery(coursesQuery({ year, cursor }))
  const [isAdding, setAdding] = useState(false)
  return (
    <Page
      title={t('courses.title')}
      crumbs={[{ label: t('support.title'), to: '/support' }]}
      actions={
        <>
          <ExcelButton path="/courses" search={{ year }} />
          {data?.mayKeep && (
            <Button kind="primary" icon={IconPlus} onPress={() => setAdding(true)}>
              {t('courses.new')}
            </Button>
          )}
        </>
      }
    >
      <SupportTabs />
      <YearSelect year={year} onChange={(next) => void navigate({ search: { year: next } })} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Sums sums={data.sums} year={year} />
          <Table
            label={t('courses.title')}
            columns={COLUMNS()}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ title }) => title}
            isTall
            empty={<EmptyState>{t('courses.none')}</EmptyState>}
          />
          <Pager cursor={cursor} next={data.next}>
            {data.items.length > 0 && t('courses.shown', { count: data.items.length })}
          </Pager>
        </>
      )}
      {isAdding && <CourseDialog course={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Sums({ sums, year }: { sums: CoursePage['sums']; year: number }) {
  if (sums.courses === 0) return null
  const { courses, places, enrolled, attended, certified, costPerHead } = sums
  const counts = { courses, places, enrolled, attended, certified }
  return (
    <Sentence>
      {t('courses.sums', { year, ...counts })}{' '}
      {t('courses.sums.money', { planned: dong(sums.plannedCost), cost: dong(sums.cost) })}{' '}
      {costPerHead !== null && t('courses.sums.head', { head: formatNumber(costPerHead, 0) })}
    </Sentence>
  )
}

const COLUMNS = (): readonly Column<Course>[] => [
  {
    id: 'title',
    head: t('courses.name'),
    phone: 'title',
    cell: ({ id, title, audience, isDemo }) => (
      <>
        <Link className="row-title" to="/support/courses/$id" params={{ id }}>
          {title}
        </Link>{' '}
        {isDemo && <DemoMark />}
        <small>{audience}</small>
      </>
    ),
  },
  {
    id: 'agency',
    head: t('courses.agency'),
    cell: ({ agency, place }) => (
      <>
        {agency.name}
        <small>{place}</small>
      </>
    ),
  },
  {
    id: 'days',
    head: t('courses.days'),
    phone: 'line',
    cell: ({ fromOn, untilOn }) => <span className="figures">{formatRange(fromOn, untilOn)}</span>,
  },
  {
    id: 'enrolled',
    head: t('courses.enrolled'),
    isFigure: true,
    phone: 'line',
    cell: ({ enrolled, places }) => t('courses.taken', { enrolled, places }),
  },
  {
    id: 'attended',
    head: t('courses.attended'),
    isFigure: true,
    cell: ({ attended }) => attended > 0 && attended,
  },
  {
    id: 'certified',
    head: t('courses.certified'),
    isFigure: true,
    cell: ({ certified }) => certified > 0 && certified,
  },
  {
    id: 'costPerHead',
    head: t('courses.costPerHead'),
    isFigure: true,
    cell: ({ costPerHead }) => costPerHead !== null && formatNumber(costPerHead, 0),
  },
  {
    id: 'status',
    head: t('courses.status'),
    phone: 'end',
    cell: (one) => <CourseStatusMark status={one.status} />,
  },
]
