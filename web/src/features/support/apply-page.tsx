import './support.css'
import type { SupportProgramme } from '@hopluc/shared/support'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useOnce } from '../registry/use-once.ts'
import type { KeptFile } from '../tasks/deeds/deed-draft.ts'
import { FilesField } from '../tasks/deeds/evidence-fields.tsx'
import { EntityField } from './entity-field.tsx'
import { ofEntityQuery, programmesQuery, useApply } from './queries.ts'
import { Conditions } from './words.tsx'

const route = getRouteApi('/app/support/apply')

/** What an application needs; what of the checklist is missing can be sent later on paper. */
export function ApplyPage() {
  const { call: callId } = route.useSearch()
  const { data, error, refetch } = useQuery(programmesQuery)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const programme = data.items.find(({ calls }) => calls.some(({ id }) => id === callId))
  return (
    <Page title={t('support.apply')} crumbs={[{ label: t('support.title'), to: '/support' }]}>
      {programme && callId ? (
        <ApplyForm programme={programme} callId={callId} isCooperative={data.isCooperative} />
      ) : (
        <EmptyState>{t('support.open.none')}</EmptyState>
      )}
    </Page>
  )
}

interface ApplyFormProps {
  readonly programme: SupportProgramme
  readonly callId: string
  readonly isCooperative: boolean
}

function ApplyForm({ programme, callId, isCooperative }: ApplyFormProps) {
  const search = route.useSearch()
  const navigate = useNavigate()
  const once = useOnce()
  const apply = useApply()
  const [id] = useState(newId)
  const [entityId, setEntity] = useState<string | null>(search.entity ?? null)
  const [title, setTitle] = useState('')
  const [asked, setAsked] = useState<number | null>(null)
  const [ownCapital, setOwn] = useState<number | null>(null)
  const [there, setThere] = useState<readonly string[]>([])
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const call = programme.calls.find((one) => one.id === callId)
  const missing = (isThere: boolean) => (isTried && !isThere ? t('support.required') : undefined)
  const save = () => {
    setTried(true)
    if (!title.trim() || !asked || ownCapital === null) return
    if ((!isCooperative && entityId === null) || !once.begin()) return
    const checks = [
      ...there.map((name) => ({ name, fileId: null })),
      ...files.map((file) => ({ name: file.name, fileId: file.id })),
    ]
    const body = { id, callId, entityId: isCooperative ? null : entityId, checks }
    apply.mutate(
      { ...body, title: title.trim(), asked, ownCapital },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('support.apply.done'))
          void navigate({ to: '/support/applications/$id', params: { id } })
        },
      },
    )
  }
  return (
    <div className="support-form">
      <h2>{programme.name}</h2>
      {call && (
        <p className="muted small">
          {call.name}: {t('support.until', { day: formatDate(call.closesOn) })}
        </p>
      )}
      <Standing id={isCooperative ? 'own' : entityId} callId={callId} />
      {apply.error && <Notice kind="error">{sentence(apply.error)}</Notice>}
      <Form onSubmit={save} error={apply.error} label={t('support.apply')}>
        {!isCooperative && (
          <EntityField value={entityId} onChange={setEntity} error={missing(entityId !== null)} />
        )}
        <TextField
          label={t('support.what')}
          name="title"
          value={title}
          onChange={setTitle}
          error={missing(title.trim() !== '')}
          isRequired
        />
        <FormRow>
          <MoneyField
            label={t('support.asked')}
            name="asked"
            value={asked}
            onChange={setAsked}
            error={missing(Boolean(asked))}
            isRequired
          />
          <MoneyField
            label={t('support.ownCapital')}
            name="ownCapital"
            value={ownCapital}
            onChange={setOwn}
            error={missing(ownCapital !== null)}
            isRequired
          />
        </FormRow>
        {programme.checklist.map((name) => (
          <Checkbox
            key={name}
            isSelected={there.includes(name)}
            onChange={(isOn) =>
              setThere(isOn ? [...there, name] : there.filter((one) => one !== name))
            }
          >
            {name}
          </Checkbox>
        ))}
        <FilesField label={t('support.files')} files={files} onChange={setFiles} onBusy={setBusy} />
        <FormActions>
          <Button type="submit" kind="primary" isPending={apply.isPending} isDisabled={isBusy}>
            {t('support.send')}
          </Button>
        </FormActions>
      </Form>
    </div>
  )
}

/** How the cooperative stands to the conditions before it applies. */
function Standing({ id, callId }: { id: string | null; callId: string }) {
  const { data } = useQuery({ ...ofEntityQuery(id ?? 'own'), enabled: id !== null })
  const one = data?.open.find(({ call }) => call.id === callId)
  return one ? <Conditions explained={one.explained} /> : null
}
