import './accounts.css'
import { IconFileDownload } from '@tabler/icons-react'
import type { Duties, Duty } from '@hopluc/shared/hand-overs'
import type { Id } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { api } from '../../lib/api.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormRow } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountQuery, dutiesQuery, useHandOver } from './queries.ts'

const route = getRouteApi('/app/accounts/$id/hand-over')

type Chosen = Readonly<Record<string, Id>>
const keyOf = ({ kind, id }: Duty) => `${kind} ${id}`

/** Somebody leaves: what they hold, each with its taker, locked and handed over in one act. */
export function HandOverPage() {
  const { id } = route.useParams()
  const { data: account } = useSuspenseQuery(accountQuery(id))
  const { data: duties } = useSuspenseQuery(dutiesQuery(id))
  return (
    <Page
      title={t('accounts.handOver')}
      crumbs={[
        { label: t('accounts.title'), to: '/accounts' },
        { label: account.name, to: `/accounts/${id}` },
      ]}
      lead={t('accounts.handOver.lead', { name: account.name })}
    >
      {account.isActive && <Act id={id} version={account.version} duties={duties} />}
      <Earlier id={id} duties={duties} />
    </Page>
  )
}

function Act({ id, version, duties }: { id: Id; version: number; duties: Duties }) {
  const [chosen, setChosen] = useState<Chosen>({})
  const [basis, setBasis] = useState('')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useHandOver(id)
  const toPass = duties.items.filter(({ kind }) => kind !== 'delegation')
  const missing = toPass.filter((duty) => !chosen[keyOf(duty)]).length
  const save = () => {
    setTried(true)
    if (!basis.trim() || missing > 0) return
    const takers = toPass.flatMap((duty) => {
      const accountId = chosen[keyOf(duty)]
      return accountId ? [{ kind: duty.kind, id: duty.id, accountId }] : []
    })
    mutate(
      { version, basis, note: note.trim() || null, takers },
      {
        onSuccess: ({ before, remaining }) =>
          toast(t('accounts.handOver.done', { before, after: remaining })),
      },
    )
  }
  const giveAll = (to: Id) =>
    setChosen(
      Object.fromEntries(
        toPass
          .filter(({ agencyId }) => takersOf(duties, agencyId).some((one) => one.accountId === to))
          .map((duty) => [keyOf(duty), to]),
      ),
    )
  return (
    <Form onSubmit={save} error={error} label={t('accounts.handOver')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <FormRow>
        <TextField
          label={t('accounts.handOver.basis')}
          hint={t('accounts.handOver.basis.hint')}
          name="basis"
          value={basis}
          onChange={setBasis}
          error={isTried && !basis.trim() ? t('accounts.required') : undefined}
        />
        {toPass.length > 1 && (
          <Select
            label={t('accounts.handOver.all')}
            options={everyone(duties)}
            value={null}
            onChange={giveAll}
          />
        )}
      </FormRow>
      <Section title={t('accounts.handOver.duties', { count: duties.items.length })}>
        <Table
          label={t('accounts.handOver')}
          columns={columns(duties, chosen, setChosen)}
          rows={duties.items}
          rowKey={keyOf}
          rowName={({ title }) => title}
          isTall
          empty={<EmptyState>{t('accounts.handOver.none')}</EmptyState>}
        />
      </Section>
      <TextArea label={t('accounts.handOver.note')} value={note} onChange={setNote} />
      {isTried && missing > 0 && (
        <Notice kind="warning">{t('accounts.handOver.missing', { count: missing })}</Notice>
      )}
      <p>
        <Button kind="danger" type="submit" isPending={isPending}>
          {t('accounts.handOver.do')}
        </Button>
      </p>
    </Form>
  )
}

const takersOf = ({ takers }: Duties, agencyId: Id) => takers[agencyId] ?? []

function everyone(duties: Duties) {
  const all = new Map(
    Object.values(duties.takers)
      .flat()
      .map(({ accountId, name, title }) => [
        accountId,
        { value: accountId, label: name, note: title },
      ]),
  )
  return [...all.values()]
}

function columns(duties: Duties, chosen: Chosen, choose: (chosen: Chosen) => void): Column<Duty>[] {
  return [
    {
      id: 'kind',
      head: t('accounts.handOver.kind'),
      width: '150px',
      phone: 'line',
      cell: ({ kind }) => t(`accounts.duty.${kind}`),
    },
    {
      id: 'what',
      head: t('accounts.handOver.what'),
      phone: 'title',
      cell: ({ code, title, agency }) => (
        <>
          {[code, title].filter(Boolean).join(' ')}
          <small>{agency}</small>
        </>
      ),
    },
    {
      id: 'due',
      head: t('accounts.handOver.due'),
      isFigure: true,
      width: '120px',
      phone: 'end',
      cell: ({ dueOn }) => (dueOn ? formatDate(dueOn) : ''),
    },
    {
      id: 'to',
      head: t('accounts.handOver.to'),
      width: '280px',
      phone: 'line',
      cell: (duty) => <Taker duty={duty} duties={duties} chosen={chosen} choose={choose} />,
    },
  ]
}

function Taker(props: {
  duty: Duty
  duties: Duties
  chosen: Chosen
  choose: (chosen: Chosen) => void
}) {
  const { duty, duties, chosen, choose } = props
  if (duty.kind === 'delegation')
    return <span className="muted">{t('accounts.handOver.ends')}</span>
  const takers = takersOf(duties, duty.agencyId)
  if (takers.length === 0) return <span className="red">{t('accounts.handOver.nobody')}</span>
  return (
    <Select
      label={t('accounts.handOver.to.of', { title: duty.title })}
      isLabelHidden
      options={takers.map(({ accountId, name, title }) => ({
        value: accountId,
        label: name,
        note: title,
      }))}
      value={chosen[keyOf(duty)] ?? null}
      onChange={(to) => choose({ ...chosen, [keyOf(duty)]: to })}
    />
  )
}

function Earlier({ id, duties }: { id: Id; duties: Duties }) {
  if (duties.earlier.length === 0) return null
  return (
    <Section title={t('accounts.handOver.earlier')}>
      <ol className="accounts-list">
        {duties.earlier.map((act) => (
          <li key={act.id}>
            <span>
              {formatDate(act.onDay)}: {act.basis}
              <small>
                {t('accounts.handOver.counts', {
                  before: act.before,
                  after: act.remaining,
                  by: act.by,
                })}
              </small>
            </span>
            <Button
              isSmall
              icon={IconFileDownload}
              onPress={() => void api.download(`/accounts/${id}/hand-overs/${act.id}/minutes`)}
            >
              {t('accounts.handOver.minutes')}
            </Button>
          </li>
        ))}
      </ol>
    </Section>
  )
}
