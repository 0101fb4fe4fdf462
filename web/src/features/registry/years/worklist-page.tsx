import '../registry.css'
import './years.css'
import { IconPlus } from '@tabler/icons-react'
import { type Work, WorkKind, WorkState } from '@hopluc/shared/entity-years'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { ExcelButton } from '../../../ui/excel-button.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Select } from '../../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { Status, type StatusKind } from '../../../ui/status.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { UnitPicker } from '../../organisation/pickers.tsx'
import { unitWords } from '../../organisation/words.ts'
import { useSession } from '../../session/queries.ts'
import { RegistryViews } from '../registry-views.tsx'
import { FinishDialog } from './finish-dialog.tsx'
import { worksQuery, workSumsQuery } from './queries.ts'
import { Suggestions } from './suggestions.tsx'
import { WorkDialog } from './work-dialog.tsx'
import { YearSelect } from './year-select.tsx'

const route = getRouteApi('/app/registry/worklist')
const STATE_KIND: Record<WorkState, StatusKind> = {
  planned: 'term',
  doing: 'waiting',
  done: 'done',
  dropped: 'cancelled',
}
type Open = { what: 'new' } | { what: 'change' | 'finish'; work: Work } | null

/** What a commune sets out to found, consolidate and dissolve in a year; done by legal events. */
export function WorklistPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useSession()
  const year = search.year ?? Number(today.slice(0, 4))
  const { unit, kind, state, cursor } = search
  const { data, error, refetch } = useQuery(worksQuery({ year, unit, kind, state, cursor }))
  const [open, setOpen] = useState<Open>(null)
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, cursor: undefined, ...change }) })
  const close = () => setOpen(null)
  const any = { value: 'all', label: t('registry.filter.any') }
  return (
    <Page
      title={t('years.worklist')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
      actions={
        <>
          <ExcelButton path="/entities/worklist" search={{ year, unit, kind, state }} />
          {data?.mayAdd && (
            <Button kind="primary" icon={IconPlus} onPress={() => setOpen({ what: 'new' })}>
              {t('years.work.add')}
            </Button>
          )}
        </>
      }
    >
      <RegistryViews />
      <div className="years-filters">
        <YearSelect year={year} onChange={(next) => set({ year: next })} />
        <UnitPicker
          label={t('registry.filter.unit')}
          placeholder={t('registry.filter.any')}
          value={unit ?? null}
          onChange={(next) => set({ unit: next ?? undefined })}
        />
        <Select
          label={t('years.work.kind')}
          value={kind ?? 'all'}
          onChange={(next) => set({ kind: WorkKind.safeParse(next).data })}
          options={[
            any,
            ...WorkKind.options.map((value) => ({ value, label: t(`years.work.${value}`) })),
          ]}
        />
        <Select
          label={t('years.state')}
          value={state ?? 'all'}
          onChange={(next) => set({ state: WorkState.safeParse(next).data })}
          options={[
            any,
            ...WorkState.options.map((value) => ({ value, label: t(`years.work.${value}`) })),
          ]}
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <>
          <Table
            label={t('years.worklist')}
            columns={columns(setOpen)}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={(work) => nameOf(work)}
            isTall
            empty={<EmptyState>{t('years.worklist.none')}</EmptyState>}
          />
          <Pager cursor={cursor} next={data.next} />
        </>
      )}
      {data?.mayAdd && <Suggestions year={year} unit={unit} />}
      <Sums year={year} />
      {open?.what === 'new' && <WorkDialog year={year} work={null} onClose={close} />}
      {open?.what === 'change' && <WorkDialog year={year} work={open.work} onClose={close} />}
      {open?.what === 'finish' && <FinishDialog work={open.work} onClose={close} />}
    </Page>
  )
}

const nameOf = ({ entity, candidateName }: Work) => entity?.name ?? candidateName ?? ''

const columns = (open: (what: Open) => void): readonly Column<Work>[] => [
  {
    id: 'name',
    head: t('years.column.name'),
    phone: 'title',
    cell: (work) => (
      <>
        {work.entity ? (
          <Link to="/registry/$id" params={{ id: work.entity.id }}>
            {work.entity.name}
          </Link>
        ) : (
          work.candidateName
        )}
        {(work.note ?? work.advisedBy) && (
          <small>
            {[
              work.founders !== null && t('years.work.founders.count', { count: work.founders }),
              work.advisedBy,
              work.note,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        )}
        {work.isDemo && (
          <>
            {' '}
            <DemoMark />
          </>
        )}
      </>
    ),
  },
  {
    id: 'kind',
    head: t('years.work.kind'),
    phone: 'line',
    cell: ({ kind, suggestedBy }) => (
      <>
        {t(`years.work.${kind}`)}
        {suggestedBy && <small>{t(`years.reason.${suggestedBy}`)}</small>}
      </>
    ),
  },
  { id: 'unit', head: t('years.column.unit'), phone: 'none', cell: ({ unit }) => unitWords(unit) },
  {
    id: 'due',
    head: t('years.work.due'),
    phone: 'none',
    cell: ({ dueOn }) => (dueOn ? <span className="figures">{formatDate(dueOn)}</span> : '–'),
  },
  {
    id: 'state',
    head: t('years.state'),
    phone: 'end',
    cell: ({ state, isLate, event }) => (
      <>
        <Status kind={isLate ? 'late' : STATE_KIND[state]}>
          {isLate ? t('years.work.late') : t(`years.work.${state}`)}
        </Status>
        {event && (
          <small className="figures">
            {[formatDate(event.onDay), event.decisionNo].filter(Boolean).join(', ')}
          </small>
        )}
      </>
    ),
  },
  {
    id: 'deeds',
    head: t('years.work.deeds'),
    phone: 'line',
    cell: (work) =>
      work.mayChange && (
        <span className="years-deeds">
          <Button isSmall kind="quiet" onPress={() => open({ what: 'change', work })}>
            {t('years.work.edit')}
          </Button>
          {work.state !== 'dropped' && (
            <Button isSmall onPress={() => open({ what: 'finish', work })}>
              {t('years.work.finish')}
            </Button>
          )}
        </span>
      ),
  },
]

/** For a province: sums of each commune. */
function Sums({ year }: { year: number }) {
  const { data } = useQuery(workSumsQuery(year))
  if (!data || data.items.length < 2) return null
  const kinds = WorkKind.options
  type Row = (typeof data.items)[number]
  const of = ({ counts }: Row, kind: WorkKind) => {
    const own = counts.filter((one) => one.kind === kind && one.state !== 'dropped')
    const sum = own.reduce((all, { count }) => all + count, 0)
    const done = own.find(({ state }) => state === 'done')?.count ?? 0
    return sum === 0 ? '–' : `${done}/${sum}`
  }
  const heads: readonly Column<Row>[] = [
    {
      id: 'unit',
      head: t('years.column.unit'),
      phone: 'title',
      cell: ({ unit, unitId }) => (
        <Link to="/registry/worklist" search={{ year, unit: unitId }}>
          {unitWords(unit)}
        </Link>
      ),
    },
    ...kinds.map((kind) => ({
      id: kind,
      head: t(`years.work.${kind}`),
      isFigure: true,
      cell: (row: Row) => of(row, kind),
    })),
  ]
  return (
    <Section title={t('years.sums')} note={t('years.sums.note')}>
      <Table
        label={t('years.sums')}
        columns={heads}
        rows={data.items}
        rowKey={({ unitId }) => unitId}
      />
    </Section>
  )
}
