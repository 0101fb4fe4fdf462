import './assessments.css'
import type { AssessmentRound, Tally } from '@hopluc/shared/assessments'
import { SECTOR_WORDS } from '@hopluc/shared/entity-words'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { roundQuery, useRoundDeed } from './queries.ts'
import { RoundList } from './round-list.tsx'
import { setWords } from './words.tsx'

const route = getRouteApi('/app/assessments/rounds/$id')

/** Who has scored, what came of it by commune and sector, and every cooperative of the round. */
export function RoundPage() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(roundQuery(id))
  const [isAsked, setAsked] = useState(false)
  const { mutate, isPending } = useRoundDeed(id)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const publish = () =>
    mutate(
      { deed: 'publish', body: { version: data.version } },
      {
        onSuccess: () => toast(t('assess.published')),
        onError: (problem) => toast(sentence(problem), { kind: 'late' }),
        onSettled: () => setAsked(false),
      },
    )
  return (
    <Page
      title={data.name}
      crumbs={[{ label: t('assess.title'), to: '/assessments' }]}
      lead={
        <>
          {unitWords(data.unit)} · {setWords(data.set)} {data.isDemo && <DemoMark />}
        </>
      }
      actions={
        <>
          <ExcelButton path="/assessments" search={{ ...search, round: id, cursor: undefined }} />
          {data.others.length > 0 && (
            <ButtonLink to="/assessments/rounds/$id/compare" params={{ id }}>
              {t('assess.compare')}
            </ButtonLink>
          )}
          {data.allowed.includes('publish') && (
            <Button kind="primary" onPress={() => setAsked(true)}>
              {t('assess.publish')}
            </Button>
          )}
        </>
      }
    >
      <Terms round={data} />
      <Board round={data} />
      <RoundList round={data} />
      {isAsked && (
        <Confirm
          title={t('assess.publish')}
          isOpen
          onClose={() => setAsked(false)}
          onConfirm={publish}
          action={t('assess.publish')}
          isPending={isPending}
        >
          {t('assess.publish.ask', {
            decided: data.decided,
            count: data.count,
            days: data.appealDays,
          })}
        </Confirm>
      )}
    </Page>
  )
}

function Terms({ round }: { round: AssessmentRound }) {
  const { selfUntilOn, communeUntilOn, untilOn, publishedOn, appealUntilOn } = round
  return (
    <p className="muted small assess-terms">
      {t('assess.terms', {
        self: formatDate(selfUntilOn),
        commune: formatDate(communeUntilOn),
        until: formatDate(untilOn),
      })}
      {publishedOn &&
        appealUntilOn &&
        ` ${t('assess.terms.published', { day: formatDate(publishedOn), until: formatDate(appealUntilOn) })}`}
    </p>
  )
}

interface Line extends Tally {
  readonly id: string
  readonly name: string
  readonly unitId?: string
}

function Board({ round }: { round: AssessmentRound }) {
  const units = round.byUnit.map((row): Line => {
    const { id } = row.unit
    return { ...row, id, unitId: id, name: unitWords(row.unit) }
  })
  const sectors = round.bySector.map((row): Line => {
    const words = row.sector === null ? undefined : SECTOR_WORDS[row.sector]
    const name = words ? words[language()] : t('assess.sector.none')
    return { ...row, id: row.sector ?? 'none', name }
  })
  return (
    <>
      <Section title={t('assess.byUnit')}>
        <Table
          label={t('assess.byUnit')}
          columns={boardColumns(round, t('assess.unit'))}
          rows={units}
          rowKey={({ id }) => id}
          sum={sumOf(round)}
        />
      </Section>
      {sectors.length > 1 && (
        <Section title={t('assess.bySector')}>
          <Table
            label={t('assess.bySector')}
            columns={boardColumns(round, t('assess.sector'))}
            rows={sectors}
            rowKey={({ id }) => id}
          />
        </Section>
      )}
    </>
  )
}

const waitingOf = ({ waiting }: Tally): number =>
  Object.values(waiting).reduce((all, count) => all + count, 0)
const shown = (count: number) => (count === 0 ? '–' : formatNumber(count))

const boardColumns = (round: AssessmentRound, head: string): readonly Column<Line>[] => [
  {
    id: 'name',
    head,
    phone: 'title',
    cell: ({ name, unitId }) =>
      unitId === undefined ? (
        name
      ) : (
        <Link to="/assessments/rounds/$id" params={{ id: round.id }} search={{ unit: unitId }}>
          {name}
        </Link>
      ),
  },
  {
    id: 'count',
    head: t('assess.count'),
    isFigure: true,
    phone: 'end',
    cell: ({ count }) => shown(count),
  },
  {
    id: 'waiting',
    head: t('assess.waiting'),
    isFigure: true,
    cell: (line) => shown(waitingOf(line)),
  },
  ...round.bands.map(({ code, name }): Column<Line> => ({
    id: code,
    head: name,
    isFigure: true,
    cell: ({ bands }) => shown(bands[code] ?? 0),
  })),
  {
    id: 'none',
    head: t('assess.notRated'),
    isFigure: true,
    cell: ({ notRated }) => shown(notRated),
  },
  {
    id: 'appeals',
    head: t('assess.appeals'),
    isFigure: true,
    cell: ({ appeals }) => shown(appeals),
  },
]

const sumOf = ({ total, bands }: AssessmentRound) => ({
  name: t('assess.all'),
  count: shown(total.count),
  waiting: shown(waitingOf(total)),
  ...Object.fromEntries(bands.map(({ code }) => [code, shown(total.bands[code] ?? 0)])),
  none: shown(total.notRated),
  appeals: shown(total.appeals),
})
