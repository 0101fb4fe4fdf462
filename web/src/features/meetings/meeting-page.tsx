import './meetings.css'
import { IconTextScan2 } from '@tabler/icons-react'
import type { MeetingRecord } from '@hopluc/shared/meetings'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { formatDate, formatInstant, formatWeekday } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/marks.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { MeetingDifficulties } from '../difficulties/meeting-difficulties.tsx'
import { ArchiveButton } from '../matters/archive-button.tsx'
import { useSession } from '../session/queries.ts'
import { Attendance } from './attendance.tsx'
import { MeetingActions } from './meeting-actions.tsx'
import { Agenda, Directives, MeetingFiles, Papers } from './meeting-parts.tsx'
import { Minutes } from './minutes.tsx'
import { meetingQuery } from './queries.ts'
import { hours, MeetingStatus, Warnings } from './words.tsx'

const route = getRouteApi('/app/meetings/$id')

/** One meeting: before it agenda, papers and invitations; after it who came and what was concluded. */
export function MeetingPage() {
  const { id } = route.useParams()
  const { asOf } = route.useSearch()
  const { data: meeting } = useSuspenseQuery(meetingQuery(id, asOf))
  const { today } = useSession()
  const isDue = meeting.state !== 'planned' || (meeting.heldOn !== null && meeting.heldOn <= today)
  const day = meeting.heldOn ? formatWeekday(meeting.heldOn) : t('meetings.noDay')
  return (
    <Page
      title={meeting.title}
      shortTitle={meeting.heldOn ? formatDate(meeting.heldOn) : undefined}
      crumbs={[{ label: t('meetings.title'), to: '/meetings' }, { label: day }]}
      actions={
        <>
          {!asOf && <ArchiveButton kind="meeting" id={id} />}
          <ReadLink meeting={meeting} />
        </>
      }
      lead={
        <span className="meetings-lead">
          <MeetingStatus state={meeting.state} />
          <span>
            {day}
            {meeting.startsAt && `, ${hours(meeting)}`}
          </span>
          {meeting.place && <span>{meeting.place}</span>}
          <Warnings warnings={meeting.warnings} />
        </span>
      }
    >
      <Columns
        width={336}
        isAsideFirst
        aside={
          <>
            <MeetingActions meeting={meeting} />
            <Facts meeting={meeting} />
            <Papers meeting={meeting} />
            <History meeting={meeting} />
            {!asOf && <RecordHistory subject={meeting.id} />}
          </>
        }
      >
        <Agenda meeting={meeting} />
        <MeetingDifficulties meeting={meeting} isDue={isDue} />
        <MeetingFiles meeting={meeting} />
        <Attendance key={meeting.id} meeting={meeting} isDue={isDue} />
        {isDue && <Minutes meeting={meeting} />}
        <Directives meeting={meeting} />
      </Columns>
    </Page>
  )
}

/** From what was concluded to its tasks. */
function ReadLink({ meeting }: { meeting: MeetingRecord }) {
  if (meeting.allowed.length === 0) return null
  return (
    <ButtonLink to="/readings" search={{ meeting: meeting.id }} icon={IconTextScan2}>
      {t('meetings.page.read')}
    </ButtonLink>
  )
}

function Facts({ meeting }: { meeting: MeetingRecord }) {
  const { invitedOn, inviteBy, state } = meeting
  const chair = [meeting.chairName, meeting.chairTitle].filter(Boolean).join(', ')
  const secretary = [meeting.secretaryName, meeting.secretaryTitle].filter(Boolean).join(', ')
  return (
    <Section title={t('meetings.page.facts')}>
      <DescriptionList
        items={[
          [t('meetings.kind'), t(`meetings.kind.${meeting.kind}`)],
          [t('meetings.form.agency'), meeting.agency.name],
          [t('meetings.form.chair'), chair],
          [t('meetings.form.secretary'), secretary],
          [
            t('meetings.paper.invitation'),
            invitedOn
              ? t('meetings.invitedOn', { day: formatDate(invitedOn) })
              : state === 'planned' && inviteBy
                ? t('meetings.inviteBy', { day: formatDate(inviteBy) })
                : null,
          ],
        ]}
      />
    </Section>
  )
}

const DONE = [
  'create',
  'edit',
  'attend',
  'invite',
  'hold',
  'conclude',
  'reopen',
  'cancel',
  'draft_invitation',
  'draft_minutes',
] as const

function History({ meeting: { history } }: { meeting: MeetingRecord }) {
  const { today } = useSession()
  if (history.length === 0) return null
  return (
    <Section title={t('meetings.page.history')}>
      <ul className="meetings-history">
        {history.map(({ action, at, by, note }) => {
          const known = DONE.find((one) => one === action)
          return (
            <li key={at}>
              <time className="figures muted" dateTime={at}>
                {formatInstant(at, today)}
              </time>
              <span>
                {known ? t(`meetings.done.${known}`) : action}
                {note && <> · {note}</>}
                <small className="muted">{by}</small>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
