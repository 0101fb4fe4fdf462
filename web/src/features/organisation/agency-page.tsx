import './organisation.css'
import { IconPencil } from '@tabler/icons-react'
import type { Agency } from '@hopluc/shared/units'
import { FOREVER, type Named } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DescriptionList } from '../../ui/marks.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { useSession } from '../session/queries.ts'
import { AgencyDialog } from './agency-form.tsx'
import { EndButton } from './end-dialog.tsx'
import { byAct, History } from './history.tsx'
import { agencyQuery, useNameAgency } from './queries.ts'
import { isOn, periodWords, unitWords } from './words.ts'

const route = getRouteApi('/app/organisation/agencies/$id')

/** An agency on a day: what it is, who holds its posts, what it was called, where it came from. */
export function AgencyPage() {
  const { id } = route.useParams()
  const { asOf } = route.useSearch()
  const { today } = useSession()
  const day = asOf ?? today
  const { data: agency } = useSuspenseQuery(agencyQuery(id, asOf))
  return (
    <Page
      title={agency.name}
      crumbs={[{ label: t('organisation.short'), to: '/organisation' }]}
      actions={agency.allowed.length > 0 && <Actions agency={agency} />}
      lead={
        <>
          <Link to="/organisation" search={{ unit: agency.unit.id }}>
            {unitWords(agency.unit)}
          </Link>
          {agency.under && <span className="muted">{agency.under}</span>}
          <span>{t(`organisation.kind.${agency.kind}`)}</span>
          {agency.kind === 'alliance' && (
            <Link to="/organisation/alliances/$id" params={{ id: agency.id }}>
              {t('alliances.open')}
            </Link>
          )}
        </>
      }
    >
      {!isOn(day, agency) && (
        <Notice kind="info">
          {t('organisation.notThen', { day: formatDate(day), period: periodWords(agency) })}
        </Notice>
      )}
      <Columns width={336} aside={<AgencyHistory agency={agency} />}>
        <Section title={t('organisation.agency')}>
          <DescriptionList
            items={[
              [t('organisation.shortName'), agency.shortName],
              [t('organisation.symbol'), agency.symbol],
              [t('organisation.manner'), t(`organisation.manner.${agency.manner}`)],
              [
                t('organisation.approval'),
                t(`organisation.approval.${agency.needsApproval ? 'yes' : 'no'}`),
              ],
              [
                t('organisation.actsFor'),
                agency.actsFor && <AgencyName key="for" agency={agency.actsFor} />,
              ],
              [
                t('organisation.actedForBy'),
                agency.actedForBy.length > 0 ? <Names key="by" of={agency.actedForBy} /> : null,
              ],
            ]}
          />
        </Section>
        <Section
          title={t('organisation.people')}
          note={t('organisation.on', { day: formatDate(day) })}
        >
          <Table
            label={t('organisation.people')}
            columns={[
              { id: 'name', head: t('accounts.name'), phone: 'title', cell: ({ name }) => name },
              { id: 'title', head: t('accounts.post'), phone: 'line', cell: ({ title }) => title },
            ]}
            rows={agency.people}
            rowKey={({ postId }) => postId}
            rowName={({ name }) => name}
            empty={
              <EmptyState>{t('organisation.people.none', { day: formatDate(day) })}</EmptyState>
            }
          />
        </Section>
        {!asOf && <RecordHistory subject={agency.id} />}
      </Columns>
    </Page>
  )
}

export function AgencyName({ agency }: { agency: Named }) {
  return (
    <Link to="/organisation/agencies/$id" params={{ id: agency.id }}>
      {agency.name}
    </Link>
  )
}

function Names({ of }: { of: readonly Named[] }) {
  return of.map((agency) => (
    <div key={agency.id}>
      <AgencyName agency={agency} />
    </div>
  ))
}

function Actions({ agency }: { agency: Agency }) {
  const { today } = useSession()
  const [open, setOpen] = useState<'change' | 'names' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <ButtonLink to="/templates" search={{ agency: agency.id }}>
        {t('templates.title')}
      </ButtonLink>
      <Button onPress={() => setOpen('names')}>{t('organisation.names.edit')}</Button>
      <Button icon={IconPencil} onPress={() => setOpen('change')}>
        {t('organisation.edit')}
      </Button>
      <EndButton kind="agencies" record={agency} name={agency.name} today={today} />
      {open === 'change' && (
        <AgencyDialog unitId={agency.unit.id} today={today} agency={agency} onClose={close} />
      )}
      {open === 'names' && <NamesDialog agency={agency} onClose={close} />}
    </>
  )
}

/** Names one has already keep their days; new ones hold as long as the agency. */
function NamesDialog({ agency, onClose }: { agency: Agency; onClose: () => void }) {
  const [text, setText] = useState(agency.names.map(({ name }) => name).join('\n'))
  const { mutate, isPending, error } = useNameAgency(agency.id)
  const first = agency.versions.at(-1)?.fromOn ?? agency.fromOn
  const save = () => {
    const typed = new Set(text.split('\n').map((line) => line.trim().normalize('NFC')))
    typed.delete('')
    const kept = agency.names.filter(({ name }) => typed.has(name))
    const fresh = [...typed].filter((name) => kept.every((other) => other.name !== name))
    const names = [...kept, ...fresh.map((name) => ({ name, fromOn: first, untilOn: FOREVER }))]
    mutate(
      { version: agency.version, names },
      {
        onSuccess: () => {
          onClose()
          toast(t('organisation.saved'))
        },
      },
    )
  }
  return (
    <Dialog
      title={t('organisation.otherNames')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={isPending} onPress={save}>
            {t('organisation.save')}
          </Button>
        </>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <TextArea
        label={t('organisation.otherNames')}
        hint={t('organisation.names.hint')}
        rows={6}
        value={text}
        onChange={setText}
      />
    </Dialog>
  )
}

function AgencyHistory({ agency }: { agency: Agency }) {
  const bridges = (items: Agency['cameFrom']) =>
    items.map(({ agency: other, ...succession }) => ({
      id: `${other.id} ${succession.onDay}`,
      title: <AgencyName agency={other} />,
      note: byAct(succession),
    }))
  return (
    <>
      <History
        title={t('organisation.history')}
        items={agency.versions.map((version) => ({
          id: version.fromOn,
          title: version.name,
          note: `${version.shortName} · ${periodWords(version)}`,
        }))}
      />
      <History title={t('organisation.cameFrom')} items={bridges(agency.cameFrom)} />
      <History title={t('organisation.wentTo')} items={bridges(agency.wentTo)} />
      <Section title={t('organisation.otherNames')}>
        {agency.names.length === 0 ? (
          <p className="muted small">{t('organisation.otherNames.none')}</p>
        ) : (
          <ol className="organisation-history">
            {agency.names.map((name) => (
              <li key={`${name.name} ${name.fromOn}`}>
                {name.name}
                <small>{periodWords(name)}</small>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  )
}
