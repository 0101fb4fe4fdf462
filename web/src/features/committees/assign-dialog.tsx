import type { Duty } from '@hopluc/shared/committee-work'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { type Chosen, EntitiesPicker, UnitsPicker } from './entities-picker.tsx'
import { useAssign } from './queries.ts'

/** What a member is in charge of, from a day on: the whole list at once. */
export function AssignDialog(props: {
  committee: { id: Id; version: number }
  seat: { seatId: Id; name: string; duties: readonly Duty[] }
  onClose: () => void
}) {
  const { committee, seat, onClose } = props
  const { today } = useSession()
  const [units, setUnits] = useState<readonly Chosen[]>(
    seat.duties.flatMap(({ unit }) => (unit ? [{ value: unit.id, label: unitWords(unit) }] : [])),
  )
  const [entities, setEntities] = useState<readonly Chosen[]>(
    seat.duties.flatMap(({ entity }) => (entity ? [{ value: entity.id, label: entity.name }] : [])),
  )
  const [fromOn, setFromOn] = useState<PlainDate | null>(today)
  const { mutate, isPending, error } = useAssign(committee.id, seat.seatId)
  const title = t('committees.assign.of', { name: seat.name })
  const save = () => {
    if (!fromOn) return
    mutate(
      {
        version: committee.version,
        fromOn,
        unitIds: units.map(({ value }) => value),
        entityIds: entities.map(({ value }) => value),
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('committees.assign.done'))
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <UnitsPicker label={t('committees.assign.units')} chosen={units} onChange={setUnits} />
        <EntitiesPicker
          label={t('committees.assign.entities')}
          chosen={entities}
          onChange={setEntities}
        />
        <DateField label={t('organisation.field.fromOn')} value={fromOn} onChange={setFromOn} />
        <p className="muted small">{t('committees.assign.note')}</p>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('committees.assign')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
