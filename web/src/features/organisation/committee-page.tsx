import './organisation.css'
import { IconGavel } from '@tabler/icons-react'
import type { Committee, CommitteeMember } from '@hopluc/shared/committees'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Timeline } from '../../ui/marks.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useSession } from '../session/queries.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { Delegations } from './delegations.tsx'
import { MemberMenu } from './member-menu.tsx'
import { committeeQuery } from './queries.ts'
import { isOn, periodWords, unitWords } from './words.ts'

const route = getRouteApi('/app/organisation/committees/$id')

/** A committee on a day: decision, standing agency, members by part, and how it came to be so. */
export function CommitteePage() {
  const { id } = route.useParams()
  const { asOf } = route.useSearch()
  const { today } = useSession()
  const day = asOf ?? today
  const { data: committee } = useSuspenseQuery(committeeQuery(id, asOf))
  const [isDeciding, setDeciding] = useState(false)
  return (
    <Page
      title={committee.name}
      shortTitle={committee.shortName}
      crumbs={[
        { label: t('organisation.short'), to: '/organisation' },
        { label: t('organisation.committees'), to: '/organisation/committees' },
      ]}
      actions={
        committee.allowed.includes('decide') && (
          <>
            <ButtonLink to="/templates" search={{ agency: committee.id }}>
              {t('templates.title')}
            </ButtonLink>
            <Button icon={IconGavel} onPress={() => setDeciding(true)}>
              {t('organisation.committee.decide')}
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
      <Columns width={336} aside={<Aside committee={committee} />}>
        <Section title={t('organisation.committee.members', { day: formatDate(day) })}>
          <Table
            label={t('organisation.committee.members', { day: formatDate(day) })}
            columns={memberColumns(committee)}
            rows={committee.membersOn}
            rowKey={(member) => member.id}
            rowName={memberName}
            isTall
            empty={<EmptyState>{t('organisation.committee.members.none')}</EmptyState>}
          />
        </Section>
        {committee.formerMembers.length > 0 && (
          <Section title={t('organisation.committee.former')}>
            <Table
              label={t('organisation.committee.former')}
              columns={FORMER()}
              rows={committee.formerMembers}
              rowKey={(member) => member.id}
              rowName={memberName}
              isTall
            />
          </Section>
        )}
      </Columns>
      {isDeciding && (
        <DecisionDialog committee={committee} today={today} onClose={() => setDeciding(false)} />
      )}
    </Page>
  )
}

export function memberName({ name, office }: CommitteeMember): string {
  return name || office
}

function Lead({ committee, isActive }: { committee: Committee; isActive: boolean }) {
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
      <span>
        {t('organisation.committee.standingIs', { agency: committee.standingAgency.shortName })}
      </span>
      <span>{t('organisation.committee.membersAre', { count: committee.members })}</span>
    </>
  )
}

const PART: Column<CommitteeMember> = {
  id: 'part',
  head: '',
  width: '150px',
  cell: ({ part, name }) => (
    <>
      {t(`organisation.committee.part.${part}`)}
      {name && <span className="organisation-on-phone">: {name}</span>}
    </>
  ),
}

const office = (): Column<CommitteeMember> => ({
  id: 'office',
  head: t('organisation.committee.office'),
  phone: 'title',
  cell: (member) => (
    <>
      <strong>{member.office}</strong>
      {member.name && <small>{member.name}</small>}
    </>
  ),
})

function memberColumns(committee: Committee): Column<CommitteeMember>[] {
  const part = { ...PART, head: t('organisation.committee.part'), phone: 'line' as const }
  const columns: Column<CommitteeMember>[] = [
    part,
    office(),
    {
      id: 'inChargeOf',
      head: t('organisation.committee.inChargeOf'),
      cell: ({ inChargeOf }) => inChargeOf ?? '–',
    },
    {
      id: 'since',
      head: t('organisation.since'),
      isFigure: true,
      width: '100px',
      cell: ({ fromOn }) => formatDate(fromOn),
    },
  ]
  if (!committee.allowed.includes('change_members')) return columns
  return [
    ...columns,
    {
      id: 'menu',
      head: <span className="for-readers">{t('organisation.actions')}</span>,
      width: '44px',
      phone: 'end',
      cell: (member) => <MemberMenu committee={committee} member={member} />,
    },
  ]
}

const FORMER = (): Column<CommitteeMember>[] => [
  { ...PART, head: t('organisation.committee.part'), phone: 'line' },
  office(),
  { id: 'period', head: t('organisation.since'), isFigure: true, phone: 'end', cell: periodWords },
]

function Aside({ committee }: { committee: Committee }) {
  const first = committee.decisions.at(-1)
  return (
    <>
      <Section title={t('organisation.committee.decisions')}>
        <Timeline
          items={committee.decisions.map((decision) => ({
            id: decision.fromOn,
            when: formatDate(decision.fromOn),
            title: `${t(
              decision === first
                ? 'organisation.committee.founded'
                : 'organisation.committee.consolidated',
            )}: ${decision.decision}`,
            note: [
              formatDate(decision.decidedOn),
              decision.standingAgency.shortName,
              decision.joined > 0 && t('organisation.committee.joined', { count: decision.joined }),
              decision.left > 0 && t('organisation.committee.left', { count: decision.left }),
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      </Section>
      <Delegations committee={committee} />
    </>
  )
}
