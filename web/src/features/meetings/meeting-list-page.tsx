import './meetings.css'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { type MeetingSummary, SessionKind } from '@hopluc/shared/meetings'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatWeekday } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { PersonalExcelButton } from '../../ui/personal-excel-button.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Snippet } from '../documents/words.tsx'
import { useTyped } from '../search/use-typed.ts'
import { useSession } from '../session/queries.ts'
import { meetingListQuery } from './queries.ts'
import { hours, MeetingStatus, Warnings } from './words.tsx'

const route = getRouteApi('/app/meetings')
const WHENS = ['upcoming', 'past', 'all'] as const

/** Meetings by month, each with its day at the left as on a calendar. */
export function MeetingListPage() {
  const search = route.useSearch()
  const { may } = useSession()
  const { data: page } = useSuspenseQuery(meetingListQuery(search))
  const when = search.when ?? 'upcoming'
  return (
    <Page
      title={t('meetings.title')}
      actions={
        <>
          <PersonalExcelButton
            path="/meetings"
            search={{
              ...search,
              when: search.when === 'all' ? undefined : (search.when ?? 'upcoming'),
            }}
          />
          <ButtonLink to="/dialogues">{t('dialogues.title')}</ButtonLink>
          {may.includes('meeting.create') && !search.asOf && (
            <ButtonLink to="/meetings/new" kind="primary" icon={IconPlus}>
              {t('meetings.new')}
            </ButtonLink>
          )}
        </>
      }
    >
      <TabLinks
        label={t('meetings.title')}
        tabs={WHENS.map((one) => ({
          id: one,
          label: t(`meetings.when.${one}`),
          change: { when: one === 'upcoming' ? undefined : one },
          isCurrent: when === one,
        }))}
      />
      <Filters />
      {page.items.length === 0 && <EmptyState>{t(`meetings.none.${when}`)}</EmptyState>}
      {byMonth(page.items).map(([month, meetings]) => (
        <Section key={month} title={monthName(month)}>
          <ul className="meetings-list">
            {meetings.map((meeting) => (
              <MeetingLine key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        </Section>
      ))}
      <Pager cursor={search.cursor} next={page.next}>
        {page.items.length > 0 && t('meetings.shown', { count: page.items.length })}
      </Pager>
    </Page>
  )
}

function byMonth(meetings: readonly MeetingSummary[]): [string, MeetingSummary[]][] {
  return [...Map.groupBy(meetings, ({ heldOn }) => heldOn?.slice(0, 7) ?? '')]
}

function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return month ? t('meetings.month', { month: number, year }) : t('meetings.noDay')
}

function MeetingLine({ meeting }: { meeting: MeetingSummary }) {
  const { id, heldOn, title, agency, place, chairName, state, invited, present } = meeting
  const isOver = state === 'held' || state === 'concluded'
  const where = [hours(meeting), place, chairName].filter(Boolean).join(' · ')
  return (
    <li>
      <div className="meetings-day">
        {heldOn ? (
          <time dateTime={heldOn}>
            <b className="figures">{heldOn.slice(8)}</b>
            <small>{formatWeekday(heldOn).split(',')[0]}</small>
          </time>
        ) : (
          '–'
        )}
      </div>
      <div className="meetings-what">
        <Link className="row-title" to="/meetings/$id" params={{ id }}>
          {title}
        </Link>
        <small>{where || agency.name}</small>
        <Snippet parts={meeting.snippet} />
        <span className="meetings-warnings">
          <Warnings warnings={meeting.warnings} />
        </span>
      </div>
      <div className="meetings-who muted">
        {t(`meetings.kind.${meeting.kind}`)}
        <small className="figures">
          {isOver
            ? t('meetings.presentCount', { present, count: invited })
            : t('meetings.invitedCount', { count: invited })}
        </small>
      </div>
      <MeetingStatus state={state} />
    </li>
  )
}

function Filters() {
  const { q = '', kind } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  const [typed, setTyped] = useTyped(q, (words) => change({ q: words }))
  return (
    <search className="meetings-filters">
      <TextField
        label={t('meetings.search')}
        isLabelHidden
        icon={IconSearch}
        placeholder={t('meetings.search')}
        value={typed}
        onChange={setTyped}
        onClear={() => setTyped('')}
      />
      <Select
        label={t('meetings.kind')}
        prefix={t('meetings.kind')}
        value={kind ?? ''}
        options={[
          { value: '', label: t('meetings.kind.all') },
          ...SessionKind.options.map((one) => ({ value: one, label: t(`meetings.kind.${one}`) })),
        ]}
        onChange={(one) => change({ kind: one || undefined })}
      />
    </search>
  )
}
