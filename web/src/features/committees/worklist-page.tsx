import './committees.css'
import { IconClipboardCheck, IconUsersGroup } from '@tabler/icons-react'
import type { Worklist } from '@hopluc/shared/committee-work'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { inspectionColumns } from './inspection-columns.tsx'
import { MeetDialog } from './meet-dialog.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { worklistQuery } from './queries.ts'

const route = getRouteApi('/app/organisation/committees/$id/members/$seatId')
type Area = Worklist['areas'][number]
type EntityRow = Worklist['entities'][number]

/** One member's communes, cooperatives and inspections, as of a day. */
export function WorklistPage() {
  const { id, seatId } = route.useParams()
  const { asOf } = route.useSearch()
  const { data: list } = useSuspenseQuery(worklistQuery(id, seatId, asOf))
  const [open, setOpen] = useState<'assign' | 'plan' | null>(null)
  const [meeting, setMeeting] = useState<EntityRow | null>(null)
  const name = list.name || list.office
  const duties = [...list.areas, ...list.entities].map(({ duty }) => duty)
  return (
    <Page
      title={`${t('committees.worklist')}: ${list.office}`}
      shortTitle={list.office}
      crumbs={[
        { label: t('organisation.short'), to: '/organisation' },
        { label: list.committee.shortName, to: `/organisation/committees/${id}` },
      ]}
      actions={
        <>
          {list.allowed.includes('inspect') && (
            <Button icon={IconClipboardCheck} onPress={() => setOpen('plan')}>
              {t('inspections.plan')}
            </Button>
          )}
          {list.allowed.includes('assign') && (
            <Button icon={IconUsersGroup} onPress={() => setOpen('assign')}>
              {t('committees.assign')}
            </Button>
          )}
        </>
      }
      lead={
        <>
          {list.name && <span>{list.name}</span>}
          <span>{t(`organisation.committee.part.${list.part}`)}</span>
          {list.agency && (
            <Link to="/organisation/agencies/$id" params={{ id: list.agency.id }}>
              {list.agency.shortName}
            </Link>
          )}
        </>
      }
    >
      <Section title={t('committees.worklist.areas')}>
        <Table
          label={t('committees.worklist.areas')}
          columns={areaColumns()}
          rows={list.areas}
          rowKey={({ duty }) => duty.id}
          rowName={({ duty }) => (duty.unit ? unitWords(duty.unit) : '')}
          isTall
          empty={<EmptyState>{t('committees.worklist.areas.none')}</EmptyState>}
        />
      </Section>
      <Section title={t('committees.worklist.entities')}>
        <Table
          label={t('committees.worklist.entities')}
          columns={entityColumns(list.allowed.includes('meet'), setMeeting)}
          rows={list.entities}
          rowKey={({ duty }) => duty.id}
          rowName={({ duty }) => duty.entity?.name ?? ''}
          isTall
          empty={<EmptyState>{t('committees.worklist.entities.none')}</EmptyState>}
        />
      </Section>
      <Section title={t('committees.worklist.inspections')}>
        <Table
          label={t('committees.worklist.inspections')}
          columns={inspectionColumns(list.asOf)}
          rows={list.inspections}
          rowKey={(inspection) => inspection.id}
          rowName={({ subject }) => subject}
          isTall
          empty={<EmptyState>{t('committees.worklist.inspections.none')}</EmptyState>}
        />
      </Section>
      {open === 'assign' && (
        <AssignDialog
          committee={{ id, version: list.version }}
          seat={{ seatId, name, duties }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'plan' && (
        <PlanDialog
          committeeId={id}
          seatId={seatId}
          unitId={list.areas[0]?.duty.unit?.id}
          onClose={() => setOpen(null)}
        />
      )}
      {meeting && <MeetDialog row={meeting} onClose={() => setMeeting(null)} />}
    </Page>
  )
}

const areaColumns = (): Column<Area>[] => [
  {
    id: 'unit',
    head: t('inspections.unit'),
    phone: 'title',
    cell: ({ duty }) => (
      <>
        {duty.unit && (
          <Link className="row-title" to="/organisation" search={{ unit: duty.unit.id }}>
            {unitWords(duty.unit)}
          </Link>
        )}
        <small>{t('committees.worklist.since', { day: formatDate(duty.fromOn) })}</small>
      </>
    ),
  },
  {
    id: 'tasks',
    head: t('committees.worklist.tasks'),
    phone: 'line',
    cell: ({ openTasks, lateTasks, agencyIds }) => (
      <>
        <Link className="value-link" to="/tasks" search={{ lead: agencyIds[0], parts: 'all' }}>
          {formatNumber(openTasks)}
        </Link>
        {lateTasks > 0 && (
          <>
            {' · '}
            <Link
              className="value-link red"
              to="/tasks"
              search={{ lead: agencyIds[0], parts: 'all', status: 'overdue' }}
            >
              {t('committees.worklist.late', { count: formatNumber(lateTasks) })}
            </Link>
          </>
        )}
      </>
    ),
  },
  {
    id: 'committee',
    head: t('committees.worklist.committee'),
    cell: ({ committee }) => (
      <Status kind={committee === 'current' ? 'done' : committee === 'none' ? 'missing' : 'late'}>
        {t(`committees.worklist.committee.${committee}`)}
      </Status>
    ),
  },
  {
    id: 'last',
    head: t('committees.worklist.last'),
    phone: 'end',
    cell: ({ lastOn }) =>
      lastOn ? <Status kind="done">{formatDate(lastOn)}</Status> : t('committees.mark.none'),
  },
  {
    id: 'next',
    head: t('committees.worklist.next'),
    cell: ({ nextOn }) => (nextOn ? <Status kind="term">{formatDate(nextOn)}</Status> : '–'),
  },
]

const entityColumns = (mayMeet: boolean, onMeet: (row: EntityRow) => void): Column<EntityRow>[] => [
  {
    id: 'name',
    head: t('committees.assign.entities'),
    phone: 'title',
    cell: ({ duty, place }) => (
      <>
        <strong>{duty.entity?.name ?? t('committees.worklist.hidden')}</strong>
        {place && <small>{place}</small>}
      </>
    ),
  },
  {
    id: 'quarters',
    head: t('committees.met'),
    phone: 'line',
    cell: ({ quarters }) => (
      <span className="committees-quarters">
        {quarters.map(({ quarter, isMet }) => (
          <Status key={quarter} kind={isMet === null ? 'term' : isMet ? 'done' : 'missingLate'}>
            {t('committees.worklist.quarter', { quarter: quarter.slice(-1) })}
            <span className="for-readers">
              {isMet === null ? '' : t(isMet ? 'committees.met' : 'committees.notMet')}
            </span>
          </Status>
        ))}
      </span>
    ),
  },
  {
    id: 'meet',
    head: <span className="for-readers">{t('organisation.actions')}</span>,
    phone: 'end',
    cell: (row) =>
      mayMeet && (
        <Button isSmall onPress={() => onMeet(row)}>
          {t('committees.meet')}
        </Button>
      ),
  },
]
