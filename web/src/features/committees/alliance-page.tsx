import './committees.css'
import { IconUsersGroup } from '@tabler/icons-react'
import type { Alliance, Board, Congress } from '@hopluc/shared/alliances'
import type { CommitteeMember } from '@hopluc/shared/committees'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Timeline } from '../../ui/marks.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { partWords } from '../organisation/words.ts'
import { CongressDialog, ElectDialog } from './alliance-dialogs.tsx'
import { allianceQuery } from './queries.ts'

const route = getRouteApi('/app/organisation/alliances/$id')

/** An Alliance on a day: term, boards with their members and assignments, congresses, charter. */
export function AlliancePage() {
  const { id } = route.useParams()
  const { asOf } = route.useSearch()
  const { data: alliance } = useSuspenseQuery(allianceQuery(id, asOf))
  const [open, setOpen] = useState<Congress | 'congress' | 'board' | null>(null)
  return (
    <Page
      title={alliance.name}
      shortTitle={alliance.shortName}
      crumbs={[
        { label: t('organisation.short'), to: '/organisation' },
        { label: alliance.shortName, to: `/organisation/agencies/${id}` },
      ]}
      actions={
        <>
          {alliance.allowed.includes('congress') && (
            <Button onPress={() => setOpen('congress')}>{t('alliances.congress')}</Button>
          )}
          {alliance.allowed.includes('board') && (
            <Button icon={IconUsersGroup} onPress={() => setOpen('board')}>
              {t('alliances.board.elect')}
            </Button>
          )}
        </>
      }
      lead={<Lead alliance={alliance} />}
    >
      <Columns width={336} aside={<Congresses alliance={alliance} onChange={setOpen} />}>
        {alliance.boards.length === 0 && <EmptyState>{t('alliances.board.none')}</EmptyState>}
        {alliance.boards.map((board) => (
          <BoardSection key={board.id} board={board} />
        ))}
      </Columns>
      {open === 'congress' && <CongressDialog alliance={alliance} onClose={() => setOpen(null)} />}
      {open !== null && typeof open === 'object' && (
        <CongressDialog alliance={alliance} congress={open} onClose={() => setOpen(null)} />
      )}
      {open === 'board' && <ElectDialog alliance={alliance} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Lead({ alliance: { id, term, isDemo } }: { alliance: Alliance }) {
  return (
    <>
      {term ? (
        <>
          <span>{t('alliances.term', { term: term.term })}</span>
          {term.memberUnits !== null && (
            <span>{t('alliances.members', { count: term.memberUnits })}</span>
          )}
        </>
      ) : (
        <span>{t('alliances.noTerm')}</span>
      )}
      <Link to="/registry/alliances/$id" params={{ id }}>
        {t('alliances.entities')}
      </Link>
      {isDemo && <DemoMark />}
    </>
  )
}

function BoardSection({ board }: { board: Board }) {
  return (
    <Section
      title={t(`alliances.board.${board.kind}`)}
      note={t('organisation.committee.membersAre', { count: board.members.length })}
      more={
        <Link to="/organisation/committees/$id" params={{ id: board.id }}>
          {t('organisation.committee.decisions')}
        </Link>
      }
    >
      <p className="muted small">
        {[`${board.decision}, ${formatDate(board.decidedOn)}`, board.regulation]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Table
        label={t(`alliances.board.${board.kind}`)}
        columns={columnsOf(board.kind)}
        rows={board.members}
        rowKey={({ id }) => id}
        rowName={({ office }) => office}
        isTall
      />
    </Section>
  )
}

const columnsOf = (kind: Board['kind']): Column<CommitteeMember>[] => [
  {
    id: 'part',
    head: t('organisation.committee.part'),
    width: '150px',
    phone: 'line',
    cell: ({ part }) => partWords(part, kind),
  },
  {
    id: 'office',
    head: t('organisation.committee.office'),
    phone: 'title',
    cell: ({ office, name }) => (
      <>
        <strong>{office}</strong>
        {name && <small>{name}</small>}
      </>
    ),
  },
  {
    id: 'field',
    head: t('alliances.board.field'),
    phone: 'line',
    cell: ({ inChargeOf }) => inChargeOf ?? '–',
  },
]

interface CongressesProps {
  readonly alliance: Alliance
  readonly onChange: (congress: Congress) => void
}

function Congresses({ alliance, onChange }: CongressesProps) {
  const { congresses, allowed } = alliance
  return (
    <Section title={t('alliances.congresses')}>
      {congresses.length === 0 && <p className="muted small">{t('alliances.noTerm')}</p>}
      <Timeline
        items={congresses.map((congress) => ({
          id: congress.id,
          when: formatDate(congress.heldOn),
          title: t('alliances.congress.of', { number: congress.number }),
          note: [
            t('alliances.term', { term: congress.term }),
            formatRange(congress.heldOn, congress.untilOn),
            congress.delegates !== null && t('alliances.delegates', { count: congress.delegates }),
            congress.memberUnits !== null &&
              t('alliances.members', { count: congress.memberUnits }),
          ]
            .filter(Boolean)
            .join(' · '),
          children: (
            <>
              <Papers congress={congress} />
              {allowed.includes('congress') && (
                <Button isSmall onPress={() => onChange(congress)}>
                  {t('alliances.congress.change')}
                </Button>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}

/** Resolution and charter, each with its document, and the task that amends the charter. */
function Papers({ congress }: { congress: Congress }) {
  const papers = [
    [congress.resolution, congress.resolutionId],
    [congress.charter, congress.charterId],
  ] as const
  return (
    <>
      {papers.map(
        ([words, id]) =>
          words && (
            <div key={words}>
              {id ? (
                <Link to="/documents/$id" params={{ id }}>
                  {words}
                </Link>
              ) : (
                words
              )}
            </div>
          ),
      )}
      {congress.charterTaskId && (
        <Link to="/tasks/$id" params={{ id: congress.charterTaskId }}>
          {t('alliances.charter.task')}
        </Link>
      )}
    </>
  )
}
