import './committees.css'
import { InspectionState } from '@hopluc/shared/committee-work'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { t } from '../../lib/i18n.ts'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { useSession } from '../session/queries.ts'
import { inspectionColumns } from './inspection-columns.tsx'
import { inspectionsQuery, type InspectionWhere } from './queries.ts'

const route = getRouteApi('/app/organisation/inspections')
const ALL = 'all'
const YEARS = 6

/** Inspections of all committees that one reaches, the last planned first. */
export function InspectionsPage() {
  const search = useDeferredValue(route.useSearch())
  const { data } = useSuspenseQuery(inspectionsQuery(search))
  const { today } = useSession()
  const navigate = useNavigate()
  return (
    <Page
      title={t('inspections.list')}
      crumbs={[
        { label: t('organisation.short'), to: '/organisation' },
        { label: t('organisation.committees'), to: '/organisation/committees' },
      ]}
      actions={<ExcelButton path="/inspections" search={{ ...search }} />}
    >
      <Filters today={search.asOf ?? today} />
      <Table
        label={t('inspections.list')}
        columns={inspectionColumns(search.asOf ?? today)}
        rows={data.items}
        rowKey={({ id }) => id}
        rowName={({ subject }) => subject}
        onOpen={({ id }) => void navigate({ to: '/organisation/inspections/$id', params: { id } })}
        isTall
        empty={<EmptyState>{t('inspections.list.none')}</EmptyState>}
      />
      <Pager cursor={search.cursor} next={data.next} />
    </Page>
  )
}

function Filters({ today }: { today: string }) {
  const { state, year, unit } = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: InspectionWhere) =>
    void navigate({ search: (now) => ({ ...now, ...change, cursor: undefined }) })
  const last = Number(today.slice(0, 4)) + 1
  return (
    <search className="committees-filters">
      <Select
        label={t('inspections.state')}
        value={state ?? ALL}
        onChange={(value) => go({ state: value === ALL ? undefined : value })}
        options={[
          { value: ALL, label: t('inspections.state.all') },
          ...InspectionState.options.map((value) => ({
            value,
            label: t(`inspections.state.${value}`),
          })),
        ]}
      />
      <Select
        label={t('inspections.year')}
        value={year === undefined ? ALL : String(year)}
        onChange={(value) => go({ year: value === ALL ? undefined : Number(value) })}
        options={[
          { value: ALL, label: t('inspections.year.all') },
          ...Array.from({ length: YEARS }, (_, back) => String(last - back)).map((value) => ({
            value,
            label: value,
          })),
        ]}
      />
      <UnitPicker
        label={t('inspections.unit')}
        value={unit ?? null}
        onChange={(id) => go({ unit: id ?? undefined })}
      />
    </search>
  )
}
