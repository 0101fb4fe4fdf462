import type { Plan, PlanItem, PlanPage } from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { documentSearchQuery } from '../documents/queries.ts'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { NearField } from './near-field.tsx'
import { useChangePlan, useMakePlan } from './queries.ts'

interface PlanDialogProps {
  readonly plan: Plan | null
  /** What a new one begins as; a yearly one with the targets of another plan. */
  readonly start?: Plan['kind']
  readonly others?: readonly PlanItem[]
  readonly bodies: PlanPage['bodies']
  readonly onClose: () => void
}

/** A plan as a document: period, bases, until when communes register. */
export function PlanDialog(props: PlanDialogProps) {
  const { plan, start = 'period', others = [], bodies, onClose } = props
  const { today } = useSession()
  const year = Number(today.slice(0, 4))
  const isYear = start === 'year'
  const navigate = useNavigate()
  const attempt = useAttempt()
  const make = useMakePlan()
  const change = useChangePlan(plan?.id ?? '')
  const [bodyId, setBodyId] = useState(plan?.body.id ?? bodies[0]?.id ?? '')
  const [kind, setKind] = useState(plan?.kind ?? start)
  const [title, setTitle] = useState(
    plan?.title ?? (isYear ? t('needs.round.name', { year: year + 1 }) : ''),
  )
  const [fromOn, setFrom] = useState<PlainDate | null>(
    plan?.fromOn ?? `${isYear ? year + 1 : year}-01-01`,
  )
  const [untilOn, setUntil] = useState<PlainDate | null>(
    plan?.untilOn ?? `${isYear ? year + 1 : year + 4}-12-31`,
  )
  const [documentId, setDocument] = useState<Id | null>(plan?.paper?.id ?? null)
  const [bases, setBases] = useState(plan?.bases ?? '')
  const [registerBy, setRegisterBy] = useState<PlainDate | null>(plan?.registerBy ?? null)
  const [note, setNote] = useState(plan?.note ?? '')
  const [near, setNear] = useState(plan?.nearPercent ?? bodies[0]?.nearPercent ?? NaN)
  const [copyFromId, setCopy] = useState<Id | null>(
    isYear ? (others.find(({ state }) => state === 'issued')?.id ?? null) : null,
  )
  const [isTried, setTried] = useState(false)
  const required = isTried ? t('plans.required') : undefined
  const isPending = make.isPending || change.isPending
  const error = make.error ?? change.error
  const unitId = plan?.unit.id ?? bodies.find(({ id }) => id === bodyId)?.unit.id
  const save = () => {
    setTried(true)
    if (!title.trim() || !fromOn || !untilOn || !unitId || Number.isNaN(near) || isPending) return
    const content = {
      kind,
      unitId,
      title: title.trim(),
      fromOn,
      untilOn,
      documentId,
      bases: bases.trim() || null,
      note: note.trim() || null,
      registerBy,
      parentId: plan?.parent?.id ?? (kind === 'year' ? periodIn(others, fromOn) : null),
      nearPercent: near,
    }
    const onSuccess = ({ id }: Plan) => {
      attempt.settle()
      toast(t('plans.saved'))
      onClose()
      if (!plan) void navigate({ to: '/plans/$id', params: { id } })
    }
    if (plan) return change.mutate({ ...content, version: plan.version }, { onSuccess })
    const body = { ...content, bodyId, copyFromId }
    make.mutate({ body, key: attempt.keyFor(body) }, { onSuccess })
  }
  const name = t(plan ? 'plans.edit' : isYear ? 'needs.round' : 'plans.make')
  return (
    <Dialog title={name} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={name}>
        {!plan && (
          <Select
            label={t('plans.field.body')}
            value={bodyId}
            onChange={(next) => {
              setBodyId(next)
              setNear(bodies.find(({ id }) => id === next)?.nearPercent ?? near)
            }}
            options={bodies.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
        <TextField
          label={t('plans.field.title')}
          name="title"
          value={title}
          onChange={setTitle}
          error={title.trim() ? undefined : required}
          isRequired
        />
        <Select
          label={t('plans.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'period', label: t('plans.kind.period') },
            { value: 'year', label: t('plans.kind.year') },
          ]}
        />
        <FormRow>
          <DatePicker
            label={t('plans.field.from')}
            name="fromOn"
            value={fromOn}
            onChange={setFrom}
            isRequired
          />
          <DatePicker
            label={t('plans.field.until')}
            name="untilOn"
            value={untilOn}
            onChange={setUntil}
            isRequired
          />
        </FormRow>
        {!plan && others.length > 0 && (
          <Select
            label={t('needs.copy')}
            value={copyFromId ?? 'none'}
            onChange={(next) => setCopy(next === 'none' ? null : next)}
            options={[
              { value: 'none', label: t('needs.copy.none') },
              ...others.map(({ id, title: label }) => ({ value: id, label })),
            ]}
          />
        )}
        <PaperPicker value={documentId} label={plan?.paper?.label} onChange={setDocument} />
        <TextArea label={t('plans.field.bases')} name="bases" value={bases} onChange={setBases} />
        <DatePicker
          label={t('plans.field.registerBy')}
          name="registerBy"
          value={registerBy}
          onChange={setRegisterBy}
        />
        <NearField
          value={near}
          onChange={setNear}
          error={Number.isNaN(near) ? required : undefined}
        />
        <TextArea label={t('plans.field.note')} name="note" value={note} onChange={setNote} />
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

/** The plan of the period in which the year lies. */
const periodIn = (plans: readonly PlanItem[], day: PlainDate): Id | null =>
  plans.find((one) => one.kind === 'period' && one.fromOn <= day && one.untilOn >= day)?.id ?? null

/** The plan as a paper of the register, by its number or what it is about. */
function PaperPicker({
  value,
  label,
  onChange,
}: {
  value: Id | null
  label: string | undefined
  onChange: (id: Id | null) => void
}) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(documentSearchQuery(words))
  return (
    <ComboBox
      label={t('plans.field.document')}
      name="documentId"
      value={value}
      valueLabel={label}
      options={(data ?? []).map(({ id, symbol, abstract }) => ({
        value: id,
        label: symbol ?? abstract,
        note: symbol ? abstract : undefined,
      }))}
      onSearch={setWords}
      isSearching={isFetching}
      onChange={onChange}
    />
  )
}
