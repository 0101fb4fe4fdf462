import '../registry.css'
import './years.css'
import { IconBell, IconFileText } from '@tabler/icons-react'
import { ConfirmationState, type ConfirmationRow } from '@hopluc/shared/entity-years'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { dayOf, formatDate, formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Bar } from '../../../ui/bar.tsx'
import { Button } from '../../../ui/button.tsx'
import { DemoMark } from '../../../ui/demo-mark.tsx'
import { ExcelButton } from '../../../ui/excel-button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Page, Section, Sentence } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Select } from '../../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { Status } from '../../../ui/status.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { UnitPicker } from '../../organisation/pickers.tsx'
import { unitWords } from '../../organisation/words.ts'
import { useSession } from '../../session/queries.ts'
import { RegistryViews } from '../registry-views.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { confirmationsQuery, progressQuery, useMarkNational, useRemind } from './queries.ts'
import { YearSelect } from './year-select.tsx'

const route = getRouteApi('/app/registry/confirmations')

/** Who has confirmed the year's data, and whom the national system has. */
export function ConfirmationsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useSession()
  const year = search.year ?? Number(today.slice(0, 4))
  const { state, unit, cursor } = search
  const where = { year, state, unit, cursor }
  const { data, error, refetch } = useQuery(confirmationsQuery(where))
  const [selected, setSelected] = useState<ReadonlySet<Id>>(new Set())
  const [isOpen, setOpen] = useState(false)
  const mark = useMarkNational()
  const remind = useRemind()
  const failed = { onError: (failure: Error) => toast(sentence(failure), { kind: 'late' }) }
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, cursor: undefined, ...change }) })
  const chosen = [...selected]
  const saveForm = (format: string) => {
    api
      .download('/entities/forms/summary', { year, unit, format })
      .catch((failure: unknown) => toast(sentence(failure), { kind: 'late' }))
  }
  const missing = data ? data.totals.all - data.totals.confirmed : 0
  return (
    <Page
      title={t('years.confirmations')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
      actions={
        <>
          <Menu
            label={t('years.print.summary')}
            words={t('years.print.summary')}
            icon={IconFileText}
            actions={(['docx', 'xlsx'] as const).map((format) => ({
              id: format,
              label: t(`years.print.${format}`, { form: 'VII-4' }),
              note: t('years.print.unverified'),
              run: () => saveForm(format),
            }))}
          />
          <ExcelButton path="/entities/confirmations" search={{ year, state, unit }} />
          {data?.mayConfirm && missing > 0 && (
            <Button
              icon={IconBell}
              isPending={remind.isPending}
              onPress={() =>
                remind.mutate(
                  { year, ...(unit && { unit }) },
                  { ...failed, onSuccess: (told) => toast(t('years.reminded', told)) },
                )
              }
            >
              {t('years.remind')}
            </Button>
          )}
        </>
      }
      bar={
        chosen.length > 0 && (
          <>
            <span>{t('years.selected', { count: chosen.length })}</span>
            <Button kind="quiet" onPress={() => setSelected(new Set())}>
              {t('years.unselect')}
            </Button>
            <Button
              isPending={mark.isPending}
              onPress={() =>
                mark.mutate(
                  { year, entityIds: chosen, on: today },
                  {
                    ...failed,
                    onSuccess: ({ changed }) => {
                      setSelected(new Set())
                      toast(t('years.national.done', { count: changed }))
                    },
                  },
                )
              }
            >
              {t('years.national.mark')}
            </Button>
            <Button kind="primary" onPress={() => setOpen(true)}>
              {t('years.confirm')}
            </Button>
          </>
        )
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
          label={t('years.state')}
          value={state ?? 'all'}
          onChange={(next) => set({ state: ConfirmationState.safeParse(next).data })}
          options={[
            { value: 'all', label: t('registry.filter.any') },
            ...ConfirmationState.options.map((value) => ({
              value,
              label: t(`years.state.${value}`),
            })),
          ]}
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <>
          <Sentence>
            {t('years.sentence', {
              confirmed: formatNumber(data.totals.confirmed),
              all: formatNumber(data.totals.all),
              national: formatNumber(data.totals.national),
              from: formatDate(data.round.windowFrom),
              until: formatDate(data.round.windowUntil),
              due: formatDate(data.round.entityDue),
            })}
          </Sentence>
          <Table
            label={t('years.confirmations')}
            columns={columns(data.round.entityDue < today)}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
            isTall
            {...(data.mayConfirm && { selected, onSelect: setSelected })}
            empty={<EmptyState>{t('years.confirmations.none')}</EmptyState>}
          />
          <Pager cursor={cursor} next={data.next} />
          <p className="muted small">{t('years.basis', { basis: data.round.basis })}</p>
        </>
      )}
      <Progress year={year} />
      {isOpen && (
        <ConfirmDialog
          year={year}
          entityIds={chosen}
          onClose={() => {
            setOpen(false)
            setSelected(new Set())
          }}
        />
      )}
    </Page>
  )
}

const columns = (isPastDue: boolean): readonly Column<ConfirmationRow>[] => [
  {
    id: 'name',
    head: t('years.column.name'),
    phone: 'title',
    cell: ({ id, name, isDemo, openProposals }) => (
      <>
        <Link to="/registry/$id" params={{ id }}>
          {name}
        </Link>
        {openProposals > 0 && (
          <small>{t('years.column.proposals', { count: openProposals })}</small>
        )}
        {isDemo && (
          <>
            {' '}
            <DemoMark />
          </>
        )}
      </>
    ),
  },
  { id: 'unit', head: t('years.column.unit'), phone: 'line', cell: ({ unit }) => unitWords(unit) },
  {
    id: 'state',
    head: t('years.state'),
    phone: 'end',
    cell: ({ way }) =>
      way ? (
        <Status kind="done">{t(`years.way.${way}`)}</Status>
      ) : (
        <Status kind={isPastDue ? 'missingLate' : 'missing'}>{t('years.unconfirmed')}</Status>
      ),
  },
  {
    id: 'by',
    head: t('years.column.by'),
    phone: 'none',
    cell: ({ byWords, at, note }) =>
      at ? (
        <>
          {byWords}
          <small>{[formatDate(dayOf(at)), note].filter(Boolean).join(', ')}</small>
        </>
      ) : (
        '–'
      ),
  },
  {
    id: 'national',
    head: t('years.column.national'),
    phone: 'none',
    cell: ({ nationalOn }) =>
      nationalOn ? <span className="figures">{formatDate(nationalOn)}</span> : '–',
  },
]

/** How far each commune is; those that are behind come first. */
function Progress({ year }: { year: number }) {
  const { data } = useQuery(progressQuery(year))
  if (!data || data.items.length < 2) return null
  return (
    <Section title={t('years.progress')}>
      <dl className="years-progress">
        {data.items.map(({ unitId, unit, all, confirmed }) => (
          <ProgressRow
            key={unitId}
            name={unitWords(unit)}
            unit={unitId}
            year={year}
            of={{ all, confirmed }}
          />
        ))}
      </dl>
    </Section>
  )
}

function ProgressRow(props: {
  name: string
  unit: Id
  year: number
  of: { all: number; confirmed: number }
}) {
  const { name, unit, year, of } = props
  return (
    <>
      <dt>
        <Link to="/registry/confirmations" search={{ year, unit }}>
          {name}
        </Link>
      </dt>
      <dd className="years-progress-bar">
        <Bar
          label={name}
          parts={[
            { kind: 'done', value: of.confirmed, label: t('years.confirmed') },
            { kind: 'term', value: of.all - of.confirmed, label: t('years.unconfirmed') },
          ]}
        />
      </dd>
      <dd className="figures">
        {formatNumber(of.confirmed)}/{formatNumber(of.all)}
      </dd>
    </>
  )
}
