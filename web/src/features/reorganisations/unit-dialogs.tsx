import type { ChangedUnit } from '@hopluc/shared/reorganisations'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import type { Option } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { UnitsPicker } from './pick.tsx'

interface Base {
  readonly onDay: PlainDate
  readonly onClose: () => void
}

/** A unit that is called otherwise, is of another kind or lies below another from the day on. */
export function ChangeDialog({ onClose, onAdd }: Base & { onAdd: (change: ChangedUnit) => void }) {
  const [id, setId] = useState<Id | null>(null)
  const [kind, setKind] = useState('')
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [parentId, setParentId] = useState<Id | null>(null)
  const [isTried, setTried] = useState(false)
  const isChanged = [kind, name, code].some((words) => words.trim()) || parentId !== null
  const add = () => {
    setTried(true)
    if (!id || !isChanged) return
    onAdd({
      id,
      ...(kind.trim() && { kind: kind.trim() }),
      ...(name.trim() && { name: name.trim() }),
      ...(code.trim() && { code: code.trim() }),
      ...(parentId && { parentId }),
    })
  }
  return (
    <Dialog title={t('reorganisations.change')} isOpen onClose={onClose}>
      <Form onSubmit={add} label={t('reorganisations.change')}>
        <UnitPicker
          label={t('organisation.unit')}
          value={id}
          onChange={setId}
          error={isTried && !id ? t('organisation.required') : undefined}
        />
        <p className="muted small">{t('reorganisations.change.hint')}</p>
        <FormRow>
          <TextField label={t('organisation.field.kind')} value={kind} onChange={setKind} />
          <TextField
            label={t('organisation.field.name')}
            value={name}
            onChange={setName}
            error={isTried && !isChanged ? t('reorganisations.change.nothing') : undefined}
          />
          <TextField label={t('organisation.field.code')} value={code} onChange={setCode} />
        </FormRow>
        <UnitPicker label={t('organisation.unit.parent')} value={parentId} onChange={setParentId} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('reorganisations.add')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Units that end without a successor of their own: a level that is abolished. */
export function EndDialog({ onDay, onClose, onAdd }: Base & { onAdd: (ids: Id[]) => void }) {
  const [chosen, setChosen] = useState<readonly Option<string>[]>([])
  const [isTried, setTried] = useState(false)
  const add = () => {
    setTried(true)
    if (chosen.length > 0) onAdd(chosen.map(({ value }) => value))
  }
  return (
    <Dialog title={t('reorganisations.end')} isOpen onClose={onClose}>
      <Form onSubmit={add} label={t('reorganisations.end')}>
        <p className="muted small">{t('reorganisations.end.text')}</p>
        <UnitsPicker
          label={t('reorganisations.end.units')}
          day={addDays(onDay, -1)}
          chosen={chosen}
          onChange={setChosen}
          error={isTried && chosen.length === 0 ? t('organisation.required') : undefined}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('reorganisations.add')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
