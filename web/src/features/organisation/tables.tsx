import type { AgencyItem, UnitItem } from '@hopluc/shared/units'
import type { Page as PageOf, PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { agencyListQuery, unitListQuery } from './queries.ts'
import { unitWords } from './words.ts'

const UNIT_COLUMNS = (): Column<UnitItem>[] => [
  {
    id: 'name',
    head: t('organisation.unit'),
    phone: 'title',
    cell: (unit) => (
      <Link className="row-title" to="/organisation" search={{ unit: unit.id }}>
        {unitWords(unit)}
      </Link>
    ),
  },
  {
    id: 'under',
    head: t('organisation.unit.parent'),
    phone: 'line',
    cell: ({ parent }) => <span className="muted">{parent}</span>,
  },
  {
    id: 'code',
    head: t('organisation.code'),
    width: '90px',
    cell: ({ code }) => <span className="figures">{code}</span>,
  },
  {
    id: 'children',
    head: t('organisation.children'),
    isFigure: true,
    phone: 'end',
    width: '90px',
    cell: ({ children }) => (children > 0 ? formatNumber(children) : ''),
  },
  {
    id: 'since',
    head: t('organisation.since'),
    isFigure: true,
    width: '110px',
    cell: ({ fromOn }) => formatDate(fromOn),
  },
]

/** The units directly below one. */
export function UnitTable(props: {
  page: PageOf<UnitItem>
  day: PlainDate
  cursor: string | undefined
}) {
  const navigate = useNavigate()
  const day = formatDate(props.day)
  return (
    <Section title={t('organisation.below')} note={t('organisation.on', { day })}>
      <Table
        label={t('organisation.below')}
        columns={UNIT_COLUMNS().filter(({ id }) => id !== 'under')}
        rows={props.page.items}
        rowKey={({ id }) => id}
        rowName={unitWords}
        onOpen={({ id }) => void navigate({ to: '/organisation', search: { unit: id } })}
        empty={<EmptyState>{t('organisation.below.none', { day })}</EmptyState>}
      />
      <Pager cursor={props.cursor} next={props.page.next} />
    </Section>
  )
}

const AGENCY_COLUMNS = (): Column<AgencyItem>[] => [
  {
    id: 'name',
    head: t('organisation.agency'),
    phone: 'title',
    cell: (agency) => <AgencyLink agency={agency} />,
  },
  {
    id: 'under',
    head: t('organisation.unit'),
    phone: 'line',
    cell: ({ unit, under }) => (
      <>
        {unitWords(unit)}
        {under && <span className="muted">, {under}</span>}
      </>
    ),
  },
  {
    id: 'kind',
    head: t('organisation.kind'),
    phone: 'line',
    width: '210px',
    cell: ({ kind }) => t(`organisation.kind.${kind}`),
  },
  {
    id: 'manner',
    head: t('organisation.manner'),
    width: '150px',
    cell: ({ manner }) => t(`organisation.manner.${manner}`),
  },
  {
    id: 'members',
    head: t('organisation.committee.count'),
    isFigure: true,
    width: '100px',
    cell: ({ members }) => (members === null ? '' : formatNumber(members)),
  },
]

/** A committee has a page of its own. */
export function AgencyLink({ agency }: { agency: Pick<AgencyItem, 'id' | 'kind' | 'name'> }) {
  const params = { id: agency.id }
  return agency.kind === 'steering_committee' || agency.kind === 'board' ? (
    <Link className="row-title" to="/organisation/committees/$id" params={params}>
      {agency.name}
    </Link>
  ) : (
    <Link className="row-title" to="/organisation/agencies/$id" params={params}>
      {agency.name}
    </Link>
  )
}

/** The agencies of one unit. */
export function AgencyTable({ agencies, day }: { agencies: AgencyItem[]; day: PlainDate }) {
  return (
    <Section
      title={t('organisation.agencies')}
      note={t('organisation.on', { day: formatDate(day) })}
    >
      <Table
        label={t('organisation.agencies')}
        columns={AGENCY_COLUMNS().filter(({ id }) => id !== 'under')}
        rows={agencies}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        empty={<EmptyState>{t('organisation.agencies.none', { day: formatDate(day) })}</EmptyState>}
      />
    </Section>
  )
}

/** What the words find among units and agencies, wherever they stand. */
export function Found(props: { words: string; day: PlainDate; asOf: PlainDate | undefined }) {
  const { words: q, asOf } = props
  const units = useQuery(unitListQuery({ q, asOf, limit: 50 }))
  const agencies = useQuery(agencyListQuery({ q, asOf, limit: 50 }))
  const error = units.error ?? agencies.error
  if (error) return <ErrorState error={error} />
  if (!units.data || !agencies.data) return <Skeleton rows={6} />
  if (units.data.items.length + agencies.data.items.length === 0)
    return (
      <EmptyState>
        {t('organisation.found.none', { words: q, day: formatDate(props.day) })}
      </EmptyState>
    )
  return (
    <>
      {units.data.items.length > 0 && (
        <Section title={t('organisation.found.units')}>
          <Table
            label={t('organisation.found.units')}
            columns={UNIT_COLUMNS()}
            rows={units.data.items}
            rowKey={({ id }) => id}
            rowName={unitWords}
          />
        </Section>
      )}
      {agencies.data.items.length > 0 && (
        <Section title={t('organisation.found.agencies')}>
          <Table
            label={t('organisation.found.agencies')}
            columns={AGENCY_COLUMNS()}
            rows={agencies.data.items}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
          />
        </Section>
      )}
    </>
  )
}
