import './assessments.css'
import type { AssessmentComparison, UnderSet } from '@hopluc/shared/assessments'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, PageSkeleton, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { comparisonQuery, roundQuery, useRoundDeed } from './queries.ts'
import { points, setWords } from './words.tsx'

const route = getRouteApi('/app/assessments/rounds/$id/compare')

/** The same year under two sets; from here a round is put under the other one. */
export function ComparePage() {
  const { id } = route.useParams()
  const { set } = route.useSearch()
  const navigate = route.useNavigate()
  const go = useNavigate()
  const { data: round, error } = useQuery(roundQuery(id))
  const chosen = set ?? round?.others[0]?.id
  const found = useQuery(comparisonQuery(id, chosen))
  const [isAsked, setAsked] = useState(false)
  const { mutate, isPending } = useRoundDeed(id)
  if (error) return <ErrorState error={error} />
  if (!round) return <PageSkeleton />
  const rescore = () =>
    mutate(
      { deed: 'rescore', body: { version: round.version, setId: chosen } },
      {
        onSuccess: () => {
          toast(t('assess.rescored'))
          void go({ to: '/assessments/rounds/$id', params: { id } })
        },
        onError: (problem) => toast(sentence(problem), { kind: 'late' }),
        onSettled: () => setAsked(false),
      },
    )
  return (
    <Page
      title={t('assess.compare')}
      crumbs={[
        { label: t('assess.title'), to: '/assessments' },
        { label: round.name, to: `/assessments/rounds/${id}` },
      ]}
      actions={
        round.allowed.includes('rescore') &&
        found.data && (
          <Button kind="primary" onPress={() => setAsked(true)}>
            {t('assess.rescore')}
          </Button>
        )
      }
    >
      <div className="assess-choose">
        <Select
          label={t('assess.compare.with')}
          value={chosen ?? null}
          options={round.others.map((one) => ({ value: one.id, label: setWords(one) }))}
          onChange={(next) => void navigate({ search: { set: next } })}
        />
      </div>
      {round.others.length === 0 && <EmptyState>{t('assess.compare.none')}</EmptyState>}
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {chosen && !found.data && !found.error && <Skeleton rows={6} />}
      {found.data && <Differences found={found.data} />}
      {isAsked && found.data && (
        <Confirm
          title={t('assess.rescore')}
          isOpen
          onClose={() => setAsked(false)}
          onConfirm={rescore}
          action={t('assess.rescore')}
          isPending={isPending}
        >
          {t('assess.rescore.ask', {
            set: setWords(found.data.right),
            changed: found.data.changed,
          })}
        </Confirm>
      )}
    </Page>
  )
}

type Row = AssessmentComparison['rows'][number]

function Differences({ found }: { found: AssessmentComparison }) {
  const [isAll, setAll] = useState(false)
  const rows = isAll
    ? found.rows
    : found.rows.filter(
        ({ left, right }) => left.total !== right.total || left.bandName !== right.bandName,
      )
  return (
    <>
      <p>{t('assess.compare.changed', { changed: found.changed, count: found.count })}</p>
      <Checkbox isSelected={isAll} onChange={setAll}>
        {t('assess.compare.all')}
      </Checkbox>
      <Table
        label={t('assess.compare')}
        columns={columns(found)}
        rows={rows}
        rowKey={({ id }) => id}
        rowName={({ entity }) => entity.name}
        isTall
        empty={<EmptyState>{t('assess.compare.same')}</EmptyState>}
      />
    </>
  )
}

const columns = ({ left, right }: AssessmentComparison): readonly Column<Row>[] => [
  {
    id: 'name',
    head: t('assess.entity'),
    phone: 'title',
    cell: ({ id, entity }) => (
      <Link to="/assessments/$id" params={{ id }}>
        {entity.name}
      </Link>
    ),
  },
  { id: 'left', head: setWords(left), phone: 'line', cell: (row) => <Under one={row.left} /> },
  { id: 'right', head: setWords(right), phone: 'end', cell: (row) => <Under one={row.right} /> },
]

/** Points, and how many more there may be while something is missing. */
function Under({ one }: { one: UnderSet }) {
  const { total, highest, bandName, isWhole } = one
  return (
    <>
      <span className="figures">
        {isWhole
          ? points(total)
          : t('assess.between', { from: points(total), to: points(highest) })}
      </span>
      <small>{bandName ?? t('assess.compare.open')}</small>
    </>
  )
}
