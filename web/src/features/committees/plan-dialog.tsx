import type { Inspection } from '@hopluc/shared/committee-work'
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
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { entitySearchQuery, usePlanInspection } from './queries.ts'

/** An inspection to come: where, by whom, on which day; one that is given is changed. */
export function PlanDialog(props: {
  committeeId: Id
  seatId?: Id | undefined
  seats?: readonly { id: Id; words: string }[] | undefined
  unitId?: Id | null | undefined
  inspection?: Inspection | undefined
  onClose: () => void
}) {
  const { committeeId, inspection, onClose, seats = [] } = props
  const navigate = useNavigate()
  const [seatId, setSeatId] = useState<Id | null>(inspection?.seatId ?? props.seatId ?? null)
  const [unitId, setUnitId] = useState<Id | null>(inspection?.unit.id ?? props.unitId ?? null)
  const [entityId, setEntityId] = useState<Id | null>(inspection?.entity?.id ?? null)
  const [subject, setSubject] = useState(inspection?.subject ?? '')
  const [plannedOn, setPlannedOn] = useState<PlainDate | null>(inspection?.plannedOn ?? null)
  const [place, setPlace] = useState(inspection?.place ?? '')
  const [words, setWords] = useState(inspection?.entity?.name ?? '')
  const [isTried, setTried] = useState(false)
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  const { mutate, isPending, error } = usePlanInspection(committeeId, inspection)
  const title = t(inspection ? 'inspections.edit' : 'inspections.plan')
  const missing = (value: unknown) => (isTried && !value ? t('inspections.required') : undefined)
  const save = () => {
    setTried(true)
    if (!unitId || !subject.trim() || !plannedOn) return
    mutate(
      { seatId, unitId, entityId, subject, plannedOn, place: place.trim() || null, itemId: null },
      {
        onSuccess: ({ id }) => {
          onClose()
          toast(t(inspection ? 'organisation.saved' : 'inspections.plan.done'))
          if (!inspection) void navigate({ to: '/organisation/inspections/$id', params: { id } })
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <TextField
          label={t('inspections.subject')}
          value={subject}
          onChange={setSubject}
          error={missing(subject.trim())}
        />
        <FormRow>
          <UnitPicker
            label={t('inspections.unit')}
            value={unitId}
            onChange={setUnitId}
            error={missing(unitId)}
          />
          <DatePicker
            label={t('inspections.plannedOn')}
            value={plannedOn}
            onChange={setPlannedOn}
            error={missing(plannedOn)}
          />
        </FormRow>
        {seats.length > 0 && (
          <ComboBox
            label={t('inspections.leader')}
            value={seatId}
            onChange={setSeatId}
            options={seats.map(({ id, words: label }) => ({ value: id, label }))}
          />
        )}
        <FormRow>
          <ComboBox
            label={t('inspections.entity')}
            value={entityId}
            onChange={setEntityId}
            options={(data?.items ?? []).map(({ id, name, place: at }) => ({
              value: id,
              label: name,
              note: at ?? undefined,
            }))}
            onSearch={setWords}
            isSearching={isFetching}
          />
          <TextField label={t('inspections.place')} value={place} onChange={setPlace} />
        </FormRow>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {inspection ? t('organisation.save') : title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
