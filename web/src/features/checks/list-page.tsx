import './checks.css'
import { IconPlus } from '@tabler/icons-react'
import { type CheckBoard, type CheckItem, CheckState } from '@hopluc/shared/entity-checks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { LimitDialog } from './limit-dialog.tsx'
import { boardQuery, checksQuery } from './queries.ts'
import type { ChecksSearch } from './search.ts'
import { CheckStatus } from './words.tsx'

const route = getRouteApi('/app/entity-checks')

/** The year's plan over agencies, and what came of it; for a cooperative its own. */
export function ChecksPage() {
  const search = route.useSearch()
  const { data: board, error: unread, refetch: readAgain } = useQuery(boardQuery(search.year))
  const isOwn = board?.isCooperative === true
  const where = { ...search, year: search.year ?? (isOwn ? undefined : board?.year) }
  const { data, error, refetch } = useQuery({ ...checksQuery(where), enabled: board !== undefined })
  const [isLimiting, setLimiting] = useState(false)
  return (
    <Page
      title={t('checks.title')}
      actions={
        <>
          {board?.mayLimit && (
            <Button onPress={() => setLimiting(true)}>{t('checks.limit')}</Button>
          )}
          {!isOwn && <ExcelButton path="/entity-checks" search={where} />}
          {board?.mayPlan && (
            <ButtonLink to="/entity-checks/new" kind="primary" icon={IconPlus}>
              {t('checks.plan')}
            </ButtonLink>
          )}
        </>
      }
    >
      {board && !isOwn && <Filters board={board} />}
      {unread && <ErrorState error={unread} onRetry={() => void readAgain()} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && !unread && <Skeleton rows={6} />}
      {data && board && (
        <>
          {!isOwn && (
            <p>
              {t(board.overlapping > 0 ? 'checks.sentence' : 'checks.sentence.none', {
                year: board.year,
                count: board.overlapping,
              })}
            </p>
          )}
          <Table
            label={t('checks.title')}
            columns={columns(isOwn)}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ subject }) => subject}
            isTall
            empty={<EmptyState>{t(isOwn ? 'checks.none.own' : 'checks.none')}</EmptyState>}
          />
          <Pager cursor={search.cursor} next={data.next}>
            {data.items.length > 0 && t('checks.shown', { count: data.items.length })}
          </Pager>
          {!isOwn && board.rows.length > 0 && <ByAgency board={board} />}
        </>
      )}
      {isLimiting && board && (
        <LimitDialog limits={board.limits} onClose={() => setLimiting(false)} />
      )}
    </Page>
  )
}

function Filters({ board }: { board: CheckBoard }) {
  const { agency, unit, state, overlapping } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (next: ChecksSearch) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  const any = { value: '', label: t('checks.all') }
  return (
    <search className="checks-filters">
      <Select
        label={t('checks.year')}
        prefix={t('checks.year')}
        value={String(board.year)}
        options={[1, 0, -1, -2, -3].map((step) => {
          const value = String(board.year + step)
          return { value, label: value }
        })}
        onChange={(year) => change({ year: Number(year) })}
      />
      <Select
        label={t('checks.agency')}
        prefix={t('checks.agency')}
        value={agency ?? ''}
        options={[
          any,
          ...board.rows.map((row) => ({ value: row.agency.id, label: row.agency.name })),
        ]}
        onChange={(next) => change({ agency: next || undefined })}
      />
      <Select
        label={t('checks.state')}
        prefix={t('checks.state')}
        value={state ?? ''}
        options={[
          any,
          ...CheckState.options.map((value) => ({ value, label: t(`checks.state.${value}`) })),
        ]}
        onChange={(next) => change({ state: CheckState.safeParse(next).data })}
      />
      {board.units.length > 1 && (
        <ComboBox
          label={t('checks.unit')}
          isLabelHidden
          placeholder={t('checks.unit')}
          value={unit ?? null}
          options={board.units.map((one) => ({ value: one.id, label: unitWords(one) }))}
          onChange={(next) => change({ unit: next ?? undefined })}
        />
      )}
      <Checkbox
        isSelected={overlapping ?? false}
        onChange={(isOn) => change({ overlapping: isOn || undefined })}
      >
        {t('checks.overlapping')}
      </Checkbox>
    </search>
  )
}

const columns = (isOwn: boolean): readonly Column<CheckItem>[] => [
  {
    id: 'plannedOn',
    head: t('checks.plannedOn'),
    width: '120px',
    phone: 'line',
    cell: ({ plannedOn }) => <span className="figures">{formatDate(plannedOn)}</span>,
  },
  {
    id: 'subject',
    head: t(isOwn ? 'checks.subject' : 'checks.entity'),
    phone: 'title',
    cell: ({ id, subject, entity, unit, isDemo }) => (
      <>
        <Link className="row-title" to="/entity-checks/$id" params={{ id }}>
          {isOwn ? subject : entity.name}
        </Link>{' '}
        {isDemo && <DemoMark />}
        {!isOwn && <small>{unitWords(unit)}</small>}
      </>
    ),
  },
  {
    id: 'agency',
    head: t('checks.agency'),
    cell: ({ agency, kind, subject }) => (
      <>
        {agency.name}
        <small>
          {t(`checks.kind.${kind}`)}
          {!isOwn && `: ${subject}`}
        </small>
      </>
    ),
  },
  {
    id: 'overlaps',
    head: t('checks.overlaps'),
    cell: ({ overlaps }) =>
      overlaps.map(({ id, agency, plannedOn }) => (
        <span key={id} className="small">
          {agency}, {formatDate(plannedOn)}
          <br />
        </span>
      )),
  },
  {
    id: 'state',
    head: t('checks.state'),
    phone: 'end',
    cell: ({ state, isTooOften }) => (
      <span className="checks-states">
        <CheckStatus state={state} />
        {isTooOften && <Status kind="late">{t('checks.tooOften')}</Status>}
      </span>
    ),
  },
]

function ByAgency({ board }: { board: CheckBoard }) {
  const counts = ['planned', 'held', 'concluded', 'closed', 'tooOften'] as const
  return (
    <Section title={t('checks.board')}>
      <div className="checks-board">
        <Table
          label={t('checks.board')}
          columns={[
            {
              id: 'agency',
              head: t('checks.agency'),
              phone: 'title',
              cell: ({ agency }) => agency.name,
            },
            ...counts.map((id): Column<CheckBoard['rows'][number]> => ({
              id,
              head: t(id === 'tooOften' ? 'checks.tooOften' : `checks.board.${id}`),
              isFigure: true,
              phone: id === 'planned' || id === 'held' ? 'line' : undefined,
              cell: (row) => row[id],
            })),
          ]}
          rows={board.rows}
          rowKey={({ agency }) => agency.id}
          rowName={({ agency }) => agency.name}
        />
      </div>
    </Section>
  )
}
