import { type Work, WorkKind } from '@hopluc/shared/entity-years'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Notice } from '../../../ui/states.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../../tasks/attempt.ts'
import { CommunePicker } from '../pickers.tsx'
import { OneEntityPicker } from './one-entity-picker.tsx'
import { useAddWork, useChangeWork } from './queries.ts'

const STATES = ['planned', 'doing', 'dropped'] as const
type Open = (typeof STATES)[number]
interface DialogProps {
  readonly year: number
  /** As it stands; what is new has none. */
  readonly work: Work | null
  readonly onClose: () => void
}

/** A row of the year's list: a candidate to found, or what is to be done with an entity. */
export function WorkDialog({ year, work, onClose }: DialogProps) {
  const { today } = useSession()
  const attempt = useAttempt()
  const add = useAddWork()
  const change = useChangeWork(work?.id ?? '')
  const [kind, setKind] = useState<WorkKind>(work?.kind ?? 'found')
  const [entityId, setEntityId] = useState<Id | null>(work?.entity?.id ?? null)
  const [unitId, setUnitId] = useState<Id | null>(work?.unitId ?? null)
  const [candidateName, setCandidate] = useState(work?.candidateName ?? '')
  const [founders, setFounders] = useState<number | null>(work?.founders ?? null)
  const [advisedBy, setAdvisedBy] = useState(work?.advisedBy ?? '')
  const [dueOn, setDueOn] = useState<PlainDate | null>(work?.dueOn ?? null)
  const [note, setNote] = useState(work?.note ?? '')
  const [state, setState] = useState<Open>(STATES.find((one) => one === work?.state) ?? 'planned')
  const [isTried, setTried] = useState(false)
  const isFounding = kind === 'found'
  const required = isTried ? t('registry.form.required') : undefined
  const isMissing = isFounding ? !candidateName.trim() || !unitId : !entityId
  const isPending = add.isPending || change.isPending
  const error = add.error ?? change.error
  const done = () => {
    attempt.settle()
    onClose()
    toast(t('years.work.saved'))
  }
  const save = () => {
    setTried(true)
    if (isMissing || isPending) return
    const wanted = {
      dueOn,
      candidateName: (isFounding && candidateName.trim()) || null,
      founders: isFounding ? founders : null,
      advisedBy: advisedBy.trim() || null,
      note: note.trim() || null,
    }
    if (work) {
      change.mutate({ ...wanted, version: work.version, state }, { onSuccess: done })
      return
    }
    const body = {
      ...wanted,
      year,
      kind,
      suggestedBy: null,
      state: 'planned' as const,
      ...(isFounding ? unitId && { unitId } : entityId && { entityId }),
    }
    add.mutate({ body, key: attempt.keyFor(body) }, { onSuccess: done })
  }
  const title = t(work ? 'years.work.edit.title' : 'years.work.add')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {work ? (
          <Select
            label={t('years.state')}
            value={state}
            onChange={setState}
            options={STATES.map((value) => ({ value, label: t(`years.work.${value}`) }))}
          />
        ) : (
          <Select
            label={t('years.work.kind')}
            value={kind}
            onChange={setKind}
            options={WorkKind.options.map((value) => ({ value, label: t(`years.work.${value}`) }))}
          />
        )}
        {isFounding && (
          <TextField
            label={t('years.work.candidate')}
            name="candidateName"
            value={candidateName}
            onChange={setCandidate}
            error={candidateName.trim() ? undefined : required}
            isRequired
          />
        )}
        {isFounding && !work && (
          <CommunePicker
            label={t('years.work.unit')}
            value={unitId}
            onChange={setUnitId}
            day={today}
            error={unitId ? undefined : required}
            isRequired
          />
        )}
        {!isFounding && !work && (
          <OneEntityPicker
            label={t('years.work.entity')}
            value={entityId}
            onChange={setEntityId}
            error={entityId ? undefined : required}
          />
        )}
        <FormRow>
          {isFounding && (
            <NumberField
              label={t('years.work.founders')}
              name="founders"
              value={founders ?? NaN}
              onChange={(value) => setFounders(Number.isNaN(value) ? null : value)}
              minValue={0}
            />
          )}
          <DatePicker label={t('years.work.due')} name="dueOn" value={dueOn} onChange={setDueOn} />
        </FormRow>
        <TextField
          label={t('years.work.advised')}
          name="advisedBy"
          value={advisedBy}
          onChange={setAdvisedBy}
        />
        <TextArea label={t('years.work.note')} name="note" value={note} onChange={setNote} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('years.work.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
