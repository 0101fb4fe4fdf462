import './organisation.css'
import type { CommitteeItem } from '@hopluc/shared/committees'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Marked } from '../../ui/marks.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useSession } from '../session/queries.ts'
import { committeeListQuery, missingCommitteesQuery, unitQuery } from './queries.ts'
import { unitWords } from './words.ts'

const route = getRouteApi('/app/organisation/committees')
const MOST_MISSING = 200

const COLUMNS = (): Column<CommitteeItem>[] => [
  {
    id: 'name',
    head: t('organisation.committee.name'),
    phone: 'title',
    cell: ({ id, name, unit, under }) => (
      <>
        <Link className="row-title" to="/organisation/committees/$id" params={{ id }}>
          {name}
        </Link>
        <small>{under ? `${unitWords(unit)}, ${under}` : unitWords(unit)}</small>
      </>
    ),
  },
  {
    id: 'head',
    head: t('organisation.committee.head'),
    phone: 'line',
    cell: ({ head }) => head ?? '–',
  },
  {
    id: 'standing',
    head: t('organisation.committee.standing'),
    cell: ({ standingAgency }) => standingAgency.shortName,
  },
  {
    id: 'decision',
    head: t('organisation.committee.decision'),
    cell: ({ decision, decidedOn }) => (
      <>
        {decision}
        <small className="figures">{formatDate(decidedOn)}</small>
      </>
    ),
  },
  {
    id: 'members',
    head: t('organisation.committee.count'),
    isFigure: true,
    phone: 'end',
    cell: ({ members }) => formatNumber(members),
  },
]

/** Committees of a unit and all below it on a day, and the communes that have none. */
export function CommitteesPage() {
  const { asOf, under, cursor } = useDeferredValue(route.useSearch())
  const { today } = useSession()
  const day = formatDate(asOf ?? today)
  const { data: committees } = useSuspenseQuery(committeeListQuery({ under, asOf, cursor }))
  return (
    <Page
      title={t('organisation.committee.title')}
      crumbs={[{ label: t('organisation.short'), to: '/organisation' }]}
      lead={under && <Under id={under} />}
    >
      <Columns width={336} aside={<Missing />}>
        <Section title={t('organisation.committee.list')} note={t('organisation.on', { day })}>
          <Table
            label={t('organisation.committee.list')}
            columns={COLUMNS()}
            rows={committees.items}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
            isTall
            empty={<EmptyState>{t('organisation.committee.list.none', { day })}</EmptyState>}
          />
          <Pager cursor={cursor} next={committees.next} />
        </Section>
      </Columns>
    </Page>
  )
}

function Under({ id }: { id: string }) {
  const { asOf } = useDeferredValue(route.useSearch())
  const { data: unit } = useSuspenseQuery(unitQuery(id, asOf))
  return (
    <Link to="/organisation" search={{ unit: id }}>
      {unitWords(unit)}
    </Link>
  )
}

function Missing() {
  const { asOf, under } = useDeferredValue(route.useSearch())
  const { data } = useSuspenseQuery(missingCommitteesQuery({ asOf, under, limit: MOST_MISSING }))
  const count = `${formatNumber(data.items.length)}${data.next ? '+' : ''}`
  return (
    <Section title={t('organisation.committee.missing')} note={count}>
      <p className="muted small">{t('organisation.committee.missing.note')}</p>
      {data.items.length === 0 && <p>{t('organisation.committee.missing.none')}</p>}
      <ol className="organisation-history">
        {data.items.map((unit) => (
          <li key={unit.id}>
            <Marked kind="missing">
              <Link to="/organisation" search={{ unit: unit.id }}>
                {unitWords(unit)}
              </Link>
            </Marked>
            {!under && <small>{unit.under}</small>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
