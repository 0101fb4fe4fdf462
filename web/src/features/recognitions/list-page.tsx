import './recognitions.css'
import { IconPlus } from '@tabler/icons-react'
import {
  RecognitionKind,
  type RecognitionItem,
  RecognitionState,
} from '@hopluc/shared/recognitions'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { CommunePicker } from '../registry/pickers.tsx'
import { useSession } from '../session/queries.ts'
import { listsQuery, recognitionsQuery } from './queries.ts'
import type { RecognitionSearch } from './search.ts'
import { RecognitionStatus } from './words.tsx'

const route = getRouteApi('/app/recognitions')

/** Exemplary models and commendations: published ones of the province, and all of one's own area. */
export function RecognitionsPage() {
  const search = route.useSearch()
  const kind = search.kind ?? 'model'
  const { data, error, refetch } = useQuery(recognitionsQuery(search))
  const { data: lists } = useQuery(listsQuery)
  return (
    <Page
      title={t('recognition.title')}
      actions={
        <>
          {lists?.mayKeep && (
            <ButtonLink to="/recognitions/lists">{t('recognition.lists')}</ButtonLink>
          )}
          <ExcelButton path="/recognitions" search={search} />
          {data?.mayPropose && (
            <ButtonLink to="/recognitions/new" search={{ kind }} kind="primary" icon={IconPlus}>
              {t(`recognition.new.${kind}`)}
            </ButtonLink>
          )}
        </>
      }
    >
      <TabLinks
        label={t('recognition.kind')}
        tabs={RecognitionKind.options.map((one) => ({
          id: one,
          label: t(`recognition.kind.${one}`),
          change: { kind: one === 'model' ? undefined : one, form: undefined, state: undefined },
          isCurrent: one === kind,
        }))}
      />
      <Filters kind={kind} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Table
            label={t(`recognition.kind.${kind}`)}
            columns={columns(kind)}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ title }) => title}
            isTall
            empty={<EmptyState>{t(`recognition.none.${kind}`)}</EmptyState>}
          />
          <Pager cursor={search.cursor} next={data.next}>
            {data.items.length > 0 && t('recognition.shown', { count: data.items.length })}
          </Pager>
        </>
      )}
    </Page>
  )
}

const STATES: Record<RecognitionKind, readonly RecognitionState[]> = {
  model: ['draft', 'submitted', 'returned', 'verified', 'published', 'withdrawn'],
  commendation: ['draft', 'submitted', 'returned', 'decided', 'withdrawn'],
}

function Filters({ kind }: { kind: RecognitionKind }) {
  const { form, state, unit } = route.useSearch()
  const { today, post } = useSession()
  const navigate = route.useNavigate()
  const { data } = useQuery(listsQuery)
  const change = (next: RecognitionSearch) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  const any = { value: '', label: t('recognition.all') }
  const forms = (kind === 'model' ? data?.models : data?.commendations) ?? []
  return (
    <search className="recognition-filters">
      <Select
        label={t(`recognition.form.${kind}`)}
        prefix={t(`recognition.form.${kind}`)}
        value={form ?? ''}
        options={[any, ...forms.map(({ name }) => ({ value: name, label: name }))]}
        onChange={(next) => change({ form: next || undefined })}
      />
      <Select
        label={t('recognition.state')}
        prefix={t('recognition.state')}
        value={state ?? ''}
        options={[
          any,
          ...STATES[kind].map((value) => ({ value, label: t(`recognition.state.${value}`) })),
        ]}
        onChange={(next) => change({ state: RecognitionState.safeParse(next).data })}
      />
      {post?.role !== 'cooperative' && (
        <CommunePicker
          label={t('recognition.unit')}
          isLabelHidden
          placeholder={t('recognition.unit')}
          value={unit ?? null}
          onChange={(next) => change({ unit: next ?? undefined })}
          day={today}
        />
      )}
    </search>
  )
}

const columns = (kind: RecognitionKind): readonly Column<RecognitionItem>[] => [
  {
    id: 'entity',
    head: t(`recognition.name.${kind}`),
    phone: 'title',
    cell: ({ id, entity, title, isDemo }) => (
      <>
        <Link className="row-title" to="/recognitions/$id" params={{ id }}>
          {title}
        </Link>{' '}
        {isDemo && <DemoMark />}
        <small>{entity.name}</small>
      </>
    ),
  },
  {
    id: 'form',
    head: t(`recognition.form.${kind}`),
    cell: ({ form, unit }) => (
      <>
        {form}
        <small>{unitWords(unit)}</small>
      </>
    ),
  },
  {
    id: 'from',
    head: t('recognition.from'),
    cell: ({ from, decision }) => (
      <>
        {from.name}
        {decision && (
          <small>
            {t('recognition.decision.words', {
              number: decision.number,
              day: formatDate(decision.on),
            })}
          </small>
        )}
      </>
    ),
  },
  {
    id: 'changedOn',
    head: t('recognition.since'),
    width: '96px',
    phone: 'line',
    cell: ({ changedOn }) => <span className="figures">{formatDate(changedOn)}</span>,
  },
  {
    id: 'state',
    head: t('recognition.state'),
    phone: 'end',
    cell: ({ state }) => <RecognitionStatus state={state} />,
  },
]
