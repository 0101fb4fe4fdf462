import './audit.css'
import type { AuditEntry } from '@hopluc/shared/audit'
import type { PlainDate } from '@hopluc/shared/values'
import { IconTrash } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { formatInstant } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { DescriptionList, Tag } from '../../ui/marks.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { PersonalExcelButton } from '../../ui/personal-excel-button.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { accountQuery, accountSearchQuery, rolesQuery } from '../accounts/queries.ts'
import { useSession } from '../session/queries.ts'
import { EntryChanges } from './entry-changes.tsx'
import { auditQuery } from './queries.ts'

const route = getRouteApi('/app/audit')

/** Who did what when on which record; last first. */
export function AuditPage() {
  const { asOf: _asOf, ...search } = useDeferredValue(route.useSearch())
  const { today, may } = useSession()
  const { data: page } = useSuspenseQuery(auditQuery(search))
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <>
          <PersonalExcelButton path="/audit" search={search} />
          {may.includes('purge.draw') && (
            <ButtonLink to="/purges" icon={IconTrash}>
              {t('purges.title')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Filters />
      <Table
        label={t('audit.title')}
        columns={columns(today)}
        rows={page.items}
        rowKey={({ id }) => id}
        rowName={wordsOf}
        isTall
        onOpen={setOpened}
        empty={<EmptyState>{t('audit.none')}</EmptyState>}
      />
      <Pager cursor={search.cursor} next={page.next} />
      {opened && <Details entry={opened} today={today} onClose={() => setOpened(null)} />}
    </Page>
  )
}

/** The deed in words; its code where its module has none. */
function wordsOf({ words, event }: AuditEntry): string {
  return words ? words[language()] : event
}

function columns(today: PlainDate): Column<AuditEntry>[] {
  return [
    {
      id: 'when',
      head: t('audit.when'),
      width: '120px',
      phone: 'end',
      cell: ({ recordedAt }) => <span className="figures">{formatInstant(recordedAt, today)}</span>,
    },
    {
      id: 'who',
      head: t('audit.who'),
      phone: 'line',
      cell: ({ by }) => (
        <>
          {by.name}
          <small>{by.post}</small>
        </>
      ),
    },
    {
      id: 'what',
      head: t('audit.what'),
      phone: 'title',
      cell: (entry) => <strong>{wordsOf(entry)}</strong>,
    },
    {
      id: 'on',
      head: t('audit.on'),
      cell: ({ subject }) =>
        subject ? subject.name : <span className="muted">{t('audit.unknown')}</span>,
    },
    {
      id: 'seal',
      head: t('audit.seal'),
      width: '130px',
      cell: ({ isSealed }) =>
        isSealed ? (
          <Status kind="done">{t('audit.sealed')}</Status>
        ) : (
          <Status kind="waiting">{t('audit.unsealed')}</Status>
        ),
    },
  ]
}

function Filters() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [words, setWords] = useState('')
  const people = useQuery(accountSearchQuery(words))
  const chosen = useQuery({
    ...accountQuery(search.account ?? ''),
    enabled: search.account !== undefined,
  })
  const { data: roles } = useQuery(rolesQuery)
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  const isFiltered = Boolean(
    search.account || search.event || search.from || search.until || search.subject,
  )
  return (
    <search className="audit-filters">
      <ComboBox
        label={t('audit.account')}
        value={search.account ?? null}
        valueLabel={chosen.data?.name}
        onChange={(id) => change({ account: id ?? undefined })}
        options={(people.data?.items ?? []).map(({ id, name, username }) => ({
          value: id,
          label: name,
          note: username,
        }))}
        onSearch={setWords}
        isSearching={people.isFetching}
      />
      <Select
        label={t('audit.event')}
        value={search.event ?? ''}
        options={[{ value: '', label: t('audit.event.all') }, ...groups(roles?.modules ?? [])]}
        onChange={(event) => change({ event: event || undefined })}
      />
      <DateField
        label={t('audit.from')}
        value={search.from ?? null}
        onChange={(from) => change({ from: from ?? undefined })}
      />
      <DateField
        label={t('audit.until')}
        value={search.until ?? null}
        onChange={(until) => change({ until: until ?? undefined })}
      />
      {search.subject && <Tag>{t('audit.subject')}</Tag>}
      {isFiltered && (
        <Button
          kind="quiet"
          onPress={() =>
            change({
              account: undefined,
              event: undefined,
              from: undefined,
              until: undefined,
              subject: undefined,
            })
          }
        >
          {t('audit.clear')}
        </Button>
      )}
    </search>
  )
}

interface Module {
  vi: string
  en: string
  actions: { action: string; vi: string; en: string }[]
}

/** Each deed by its words, in the order of the modules. */
function groups(modules: readonly Module[]) {
  return modules.flatMap((module) =>
    module.actions
      // Reading is recorded of persons alone.
      .filter(({ action }) => action === 'personal.read' || !action.endsWith('.read'))
      .map((action) => ({
        value: action.action,
        label: action[language()],
        note: module[language()],
      })),
  )
}

function Details(props: { entry: AuditEntry; today: PlainDate; onClose: () => void }) {
  const { entry, today, onClose } = props
  return (
    <Drawer title={wordsOf(entry)} isOpen onClose={onClose}>
      <div className="audit-details">
        <DescriptionList
          items={[
            [t('audit.when'), formatInstant(entry.recordedAt, today)],
            [t('audit.who'), [entry.by.name, entry.by.post].filter(Boolean).join(', ')],
            [t('audit.on'), entry.subject?.name],
            [t('audit.role'), entry.role && t(`accounts.role.${entry.role}`)],
            [t('audit.address'), entry.from?.address],
            [
              t('audit.session'),
              entry.from?.sessionId && <code key="session">{entry.from.sessionId}</code>,
            ],
            [t('audit.paper'), entry.document?.name],
            [t('audit.record'), <code key="id">{entry.subjectId}</code>],
            [t('audit.code'), <code key="event">{entry.event}</code>],
          ]}
        />
        {entry.changes.length > 0 && (
          <Section title={t('audit.changes')}>
            <EntryChanges changes={entry.changes} />
          </Section>
        )}
        <Section title={t('audit.details')}>
          {entry.payload === null || entry.payload === undefined ? (
            <p className="muted">{t('audit.details.hidden')}</p>
          ) : (
            <pre className="audit-payload">{JSON.stringify(entry.payload, null, 2)}</pre>
          )}
        </Section>
      </div>
    </Drawer>
  )
}
