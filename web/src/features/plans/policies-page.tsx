import './plans.css'
import { IconPlus } from '@tabler/icons-react'
import type { SupportPolicy } from '@hopluc/shared/plan-needs'
import type { Named } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAttempt } from '../tasks/attempt.ts'
import { policiesQuery, useAddPolicy, useChangePolicy } from './needs-queries.ts'

/** Policies for which a yearly plan may ask for money: everyone's, and those of one's own body. */
export function PoliciesPage() {
  const { data, error, refetch } = useQuery(policiesQuery())
  const [edited, setEdited] = useState<SupportPolicy | 'new' | null>(null)
  const bodies = data?.bodies ?? []
  return (
    <Page
      title={t('policies.title')}
      crumbs={[{ label: t('plans.title'), to: '/plans' }]}
      actions={
        bodies.length > 0 && (
          <Button kind="primary" icon={IconPlus} onPress={() => setEdited('new')}>
            {t('policies.add')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={8} />}
      {data && (
        <Table
          label={t('policies.title')}
          columns={columnsOf(setEdited)}
          rows={data.items}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          empty={<EmptyState>{t('policies.blank')}</EmptyState>}
        />
      )}
      {edited && (
        <PolicyDialog
          policy={edited === 'new' ? null : edited}
          bodies={bodies}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  )
}

const columnsOf = (edit: (policy: SupportPolicy) => void): readonly Column<SupportPolicy>[] => [
  {
    id: 'name',
    head: t('policies.column.name'),
    phone: 'title',
    cell: (policy) =>
      policy.mayChange ? (
        <Button kind="quiet" onPress={() => edit(policy)}>
          {policy.name}
        </Button>
      ) : (
        policy.name
      ),
  },
  {
    id: 'basis',
    head: t('policies.column.basis'),
    phone: 'line',
    cell: ({ basis }) => basis ?? <span className="muted">{t('policies.blank')}</span>,
  },
  {
    id: 'source',
    head: t('policies.column.source'),
    cell: ({ source }) => source ?? <span className="muted">{t('policies.blank')}</span>,
  },
  {
    id: 'body',
    head: t('policies.column.body'),
    phone: 'end',
    cell: ({ body, isEnded }) => (
      <>
        {body?.shortName ?? body?.name ?? t('policies.everyone')}{' '}
        {isEnded && <Status kind="cancelled">{t('policies.ended')}</Status>}
      </>
    ),
  },
]

interface PolicyProps {
  readonly policy: SupportPolicy | null
  readonly bodies: readonly Named[]
  readonly onClose: () => void
}

function PolicyDialog({ policy, bodies, onClose }: PolicyProps) {
  const attempt = useAttempt()
  const add = useAddPolicy()
  const change = useChangePolicy(policy?.id ?? '')
  const [bodyId, setBodyId] = useState(bodies[0]?.id ?? '')
  const [name, setName] = useState(policy?.name ?? '')
  const [basis, setBasis] = useState(policy?.basis ?? '')
  const [source, setSource] = useState(policy?.source ?? '')
  const [isEnded, setEnded] = useState(policy?.isEnded ?? false)
  const [isTried, setTried] = useState(false)
  const error = add.error ?? change.error
  const isPending = add.isPending || change.isPending
  const save = () => {
    setTried(true)
    if (!name.trim() || isPending) return
    const said = { name: name.trim(), basis: basis.trim() || null, source: source.trim() || null }
    const onSuccess = () => {
      attempt.settle()
      toast(t('policies.saved'))
      onClose()
    }
    if (policy) return change.mutate({ ...said, isEnded, version: policy.version }, { onSuccess })
    const body = { ...said, bodyId }
    add.mutate({ body, key: attempt.keyFor(body) }, { onSuccess })
  }
  const title = t(policy ? 'policies.edit' : 'policies.add')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {!policy && (
          <Select
            label={t('policies.column.body')}
            value={bodyId}
            onChange={setBodyId}
            options={bodies.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
        <TextField
          label={t('policies.column.name')}
          name="name"
          value={name}
          onChange={setName}
          error={isTried && !name.trim() ? t('plans.required') : undefined}
          isRequired
        />
        <TextArea
          label={t('policies.column.basis')}
          name="basis"
          value={basis}
          onChange={setBasis}
        />
        <TextField
          label={t('policies.column.source')}
          name="source"
          value={source}
          onChange={setSource}
        />
        {policy && (
          <Checkbox isSelected={isEnded} onChange={setEnded}>
            {t('policies.isEnded')}
          </Checkbox>
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('plans.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
