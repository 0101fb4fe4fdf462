import './organisation.css'
import '../committees/committees.css'
import { IconFileTypeDocx, IconGavel } from '@tabler/icons-react'
import type { CommitteeWork } from '@hopluc/shared/committee-work'
import type { Committee, CommitteeMember } from '@hopluc/shared/committees'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { useSession } from '../session/queries.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { CommitteeAside } from './committee-aside.tsx'
import { DraftDialog } from './draft-dialog.tsx'
import { MemberMenu } from './member-menu.tsx'
import { MarkOf } from '../committees/marks.tsx'
import { ProgrammeStrip } from '../committees/programme-state.tsx'
import { workQuery } from '../committees/queries.ts'
import { committeeQuery } from './queries.ts'
import { isOn, partWords, periodWords, unitWords } from './words.ts'

const route = getRouteApi('/app/organisation/committees/$id')

/** A committee on a day: decision, standing agency, members by part, and how it came to be so. */
export function CommitteePage() {
  const { id } = route.useParams()
  const { asOf } = route.useSearch()
  const { today } = useSession()
  const day = asOf ?? today
  const { data: committee } = useSuspenseQuery(committeeQuery(id, asOf))
  const { data: work } = useSuspenseQuery(workQuery(id, asOf))
  const [open, setOpen] = useState<'draft' | Committee['drafts'][number] | 'decide' | null>(null)
  const seated = committee.membersOn.filter(({ part }) => part !== 'assistant')
  const mayDecide = committee.allowed.includes('decide')
  return (
    <Page
      title={committee.name}
      shortTitle={committee.shortName}
      crumbs={[
        { label: t('organisation.short'), to: '/organisation' },
        committee.board
          ? {
              label: t('alliances.open'),
              to: `/organisation/alliances/${committee.board.allianceId}`,
            }
          : { label: t('organisation.committees'), to: '/organisation/committees' },
      ]}
      actions={
        mayDecide && (
          <>
            {committee.kind === 'steering_committee' && (
              <Button icon={IconFileTypeDocx} onPress={() => setOpen('draft')}>
                {t('committees.draft')}
              </Button>
            )}
            <Button icon={IconGavel} onPress={() => setOpen('decide')}>
              {t(committee.board ? 'alliances.board.decide' : 'organisation.committee.decide')}
            </Button>
          </>
        )
      }
      lead={<Lead committee={committee} isActive={isOn(day, committee)} />}
    >
      {!isOn(day, committee) && (
        <Notice kind="info">
          {t('organisation.notThen', { day: formatDate(day), period: periodWords(committee) })}
        </Notice>
      )}
      <Columns
        width={336}
        aside={<CommitteeAside committee={committee} day={day} onRecord={setOpen} />}
      >
        <Section title={t('organisation.committee.members', { day: formatDate(day) })}>
          <Table
            label={t('organisation.committee.members', { day: formatDate(day) })}
            columns={memberColumns(committee, work)}
            rows={seated}
            rowKey={(member) => member.id}
            rowName={memberName}
            isTall
            empty={<EmptyState>{t('organisation.committee.members.none')}</EmptyState>}
          />
        </Section>
        {committee.kind === 'steering_committee' && work.readsInspections && (
          <ProgrammeStrip committee={committee} day={day} asOf={asOf} />
        )}
        {committee.formerMembers.length > 0 && (
          <Section title={t('organisation.committee.former')}>
            <Table
              label={t('organisation.committee.former')}
              columns={formerColumns(committee)}
              rows={committee.formerMembers}
              rowKey={(member) => member.id}
              rowName={memberName}
              isTall
            />
          </Section>
        )}
        {!asOf && <RecordHistory subject={committee.id} />}
      </Columns>
      {open === 'draft' && <DraftDialog committee={committee} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'draft' && (
        <DecisionDialog
          committee={committee}
          draft={open === 'decide' ? undefined : open}
          today={today}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}

export function memberName({ name, office }: CommitteeMember): string {
  return name || office
}

function Lead({ committee, isActive }: { committee: Committee; isActive: boolean }) {
  const assistants = committee.membersOn.filter(({ part }) => part === 'assistant').length
  return (
    <>
      {isActive ? (
        <Status kind="done">{t('organisation.committee.active')}</Status>
      ) : (
        <Status kind="cancelled">
          {t('organisation.committee.over', { day: formatDate(committee.untilOn) })}
        </Status>
      )}
      <Link to="/organisation" search={{ unit: committee.unit.id }}>
        {unitWords(committee.unit)}
      </Link>
      {!committee.board && (
        <span>
          {t('organisation.committee.standingIs', { agency: committee.standingAgency.shortName })}
        </span>
      )}
      <span>
        {[
          t('organisation.committee.membersAre', { count: committee.members }),
          assistants > 0 && t('committees.team.is', { count: assistants }),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {committee.isDemo && <DemoMark />}
    </>
  )
}

const partOf = ({ board }: Committee): Column<CommitteeMember> => ({
  id: 'part',
  head: t('organisation.committee.part'),
  width: '150px',
  phone: 'line',
  cell: ({ part, name }) => (
    <>
      {partWords(part, board?.kind)}
      {name && <span className="organisation-on-phone">: {name}</span>}
    </>
  ),
})

const office = (committee?: Committee): Column<CommitteeMember> => ({
  id: 'office',
  head: t('organisation.committee.office'),
  phone: 'title',
  cell: (member) => (
    <>
      {committee ? (
        <Link
          className="row-title"
          to="/organisation/committees/$id/members/$seatId"
          params={{ id: committee.id, seatId: member.seatId }}
        >
          {member.office}
        </Link>
      ) : (
        <strong>{member.office}</strong>
      )}
      {member.name && <small>{member.name}</small>}
    </>
  ),
})

/** Units by their names, each with its page; cooperatives by theirs. */
function Areas({ seat }: { seat: CommitteeWork['seats'][number] | undefined }) {
  if (!seat || seat.duties.length === 0) return <>–</>
  return (
    <span className="committees-areas">
      {seat.duties.map(({ id, unit, entity }, index) => (
        <span key={id}>
          {unit ? (
            <Link className="quiet-link" to="/organisation" search={{ unit: unit.id }}>
              {unit.kind === 'thị trấn' ? `TT ${unit.name}` : unit.name}
            </Link>
          ) : (
            (entity?.name ?? t('committees.worklist.hidden'))
          )}
          {index < seat.duties.length - 1 && ','}
        </span>
      ))}
    </span>
  )
}

function memberColumns(committee: Committee, work: CommitteeWork): Column<CommitteeMember>[] {
  const seatOf = ({ seatId }: CommitteeMember) => work.seats.find((seat) => seat.seatId === seatId)
  const columns: Column<CommitteeMember>[] = [
    partOf(committee),
    office(committee),
    { id: 'field', head: t('committees.field'), cell: ({ inChargeOf }) => inChargeOf ?? '–' },
    { id: 'areas', head: t('committees.areas'), cell: (member) => <Areas seat={seatOf(member)} /> },
  ]
  if (work.readsInspections)
    columns.push({
      id: 'inspections',
      head: t('committees.halfYear'),
      width: '128px',
      phone: 'end',
      cell: (member) => {
        const seat = seatOf(member)
        return seat ? <MarkOf mark={seat.inspections} day={work.asOf} /> : '–'
      },
    })
  if (!committee.allowed.includes('change_members')) return columns
  return [
    ...columns,
    {
      id: 'menu',
      head: <span className="for-readers">{t('organisation.actions')}</span>,
      width: '44px',
      phone: 'none',
      cell: (member) => (
        <MemberMenu
          committee={committee}
          member={member}
          duties={work.allowed.includes('assign') ? (seatOf(member)?.duties ?? []) : undefined}
        />
      ),
    },
  ]
}

const formerColumns = (committee: Committee): Column<CommitteeMember>[] => [
  partOf(committee),
  office(),
  { id: 'period', head: t('organisation.since'), isFigure: true, phone: 'end', cell: periodWords },
]
