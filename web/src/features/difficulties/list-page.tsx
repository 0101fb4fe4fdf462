import './difficulties.css'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { type DifficultyItem, DifficultyState } from '@hopluc/shared/difficulties'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { unitWords } from '../organisation/words.ts'
import { useTyped } from '../search/use-typed.ts'
import { choicesQuery, difficultiesQuery } from './queries.ts'
import type { DifficultySearch } from './search.ts'
import { DifficultyStatus, topicWords } from './words.tsx'

const route = getRouteApi('/app/difficulties')

/** What cooperatives find difficult: for an authority of its area, for a cooperative its own. */
export function DifficultiesPage() {
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(difficultiesQuery(search))
  const { data: choices } = useQuery(choicesQuery)
  const isOwn = choices?.isCooperative === true
  return (
    <Page
      title={t(isOwn ? 'difficulties.own' : 'difficulties.title')}
      actions={
        <>
          {!isOwn && <ButtonLink to="/dialogues">{t('dialogues.title')}</ButtonLink>}
          {!isOwn && <ButtonLink to="/difficulties/board">{t('difficulties.board')}</ButtonLink>}
          {!isOwn && <ExcelButton path="/difficulties" search={search} />}
          {choices?.mayRaise && (
            <ButtonLink to="/difficulties/new" kind="primary" icon={IconPlus}>
              {t('difficulties.raise')}
            </ButtonLink>
          )}
        </>
      }
    >
      {choices && !isOwn && <Filters />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Table
            label={t('difficulties.title')}
            columns={columns(isOwn)}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ text }) => text}
            isTall
            empty={
              <EmptyState>{t(isOwn ? 'difficulties.none.own' : 'difficulties.none')}</EmptyState>
            }
          />
          <Pager cursor={search.cursor} next={data.next}>
            {data.items.length > 0 && t('difficulties.shown', { count: data.items.length })}
          </Pager>
        </>
      )}
    </Page>
  )
}

function Filters() {
  const { q = '', topic, unit, state, overdue, mine } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useQuery(choicesQuery)
  const change = (next: DifficultySearch) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  const [typed, setTyped] = useTyped(q, (words) => change({ q: words }))
  const any = { value: '', label: t('difficulties.all') }
  const units = data?.units ?? []
  return (
    <search className="difficulties-filters">
      <TextField
        label={t('difficulties.search')}
        isLabelHidden
        icon={IconSearch}
        placeholder={t('difficulties.search')}
        value={typed}
        onChange={setTyped}
        onClear={() => setTyped('')}
      />
      <Select
        label={t('difficulties.topic')}
        prefix={t('difficulties.topic')}
        value={topic ?? ''}
        options={[
          any,
          ...(data?.topics ?? []).map((one) => ({ value: one.id, label: topicWords(one) })),
        ]}
        onChange={(next) => change({ topic: next || undefined })}
      />
      <Select
        label={t('difficulties.state')}
        prefix={t('difficulties.state')}
        value={state ?? ''}
        options={[
          any,
          ...DifficultyState.options.map((value) => ({
            value,
            label: t(`difficulties.state.${value}`),
          })),
        ]}
        onChange={(next) => change({ state: DifficultyState.safeParse(next).data })}
      />
      {units.length > 1 && (
        <ComboBox
          label={t('difficulties.filter.unit')}
          isLabelHidden
          placeholder={t('difficulties.filter.unit')}
          value={unit ?? null}
          options={units.map((one) => ({ value: one.id, label: unitWords(one) }))}
          onChange={(next) => change({ unit: next ?? undefined })}
        />
      )}
      <Checkbox
        isSelected={overdue ?? false}
        onChange={(isOn) => change({ overdue: isOn || undefined })}
      >
        {t('difficulties.overdue')}
      </Checkbox>
      <Checkbox isSelected={mine ?? false} onChange={(isOn) => change({ mine: isOn || undefined })}>
        {t('difficulties.filter.mine')}
      </Checkbox>
    </search>
  )
}

const columns = (isOwn: boolean): readonly Column<DifficultyItem>[] => [
  {
    id: 'text',
    head: t('difficulties.column.text'),
    phone: 'title',
    cell: ({ id, text, topic, isDemo }) => (
      <>
        <Link className="difficulties-text" to="/difficulties/$id" params={{ id }}>
          {text}
        </Link>
        <small>
          {topicWords(topic)} {isDemo && <DemoMark />}
        </small>
      </>
    ),
  },
  ...(isOwn ? [] : [WHERE()]),
  {
    id: 'raisedOn',
    head: t('difficulties.column.raisedOn'),
    width: '96px',
    phone: 'line',
    cell: ({ raisedOn }) => <span className="figures">{formatDate(raisedOn)}</span>,
  },
  { id: 'handler', head: t('difficulties.column.handler'), cell: ({ handler }) => handler.name },
  {
    id: 'due',
    head: t('difficulties.column.due'),
    width: '96px',
    cell: ({ state, answerDueOn }) =>
      state === 'waiting' && <span className="figures">{formatDate(answerDueOn)}</span>,
  },
  {
    id: 'state',
    head: t('difficulties.column.state'),
    width: '148px',
    phone: 'end',
    cell: (one) => <DifficultyStatus one={one} />,
  },
]

const WHERE = (): Column<DifficultyItem> => ({
  id: 'where',
  width: '150px',
  head: t('difficulties.column.where'),
  phone: 'line',
  cell: ({ entity, unit }) => (
    <>
      {entity?.name ?? '–'}
      <small>{unitWords(unit)}</small>
    </>
  ),
})
