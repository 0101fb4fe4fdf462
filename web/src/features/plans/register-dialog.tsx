import type { Target } from '@hopluc/shared/plans'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { entityListQuery } from '../registry/queries.ts'
import { subjectsOf, withLine } from './form-model.ts'
import { useRegister } from './queries.ts'

interface RegisterProps {
  readonly target: Target
  readonly onClose: () => void
}

/** What one's own commune takes on, and which cooperatives it means. */
export function RegisterDialog({ target, onClose }: RegisterProps) {
  const unitId = target.ownUnits[0] ?? ''
  const before = target.registrations.find(({ unit }) => unit.id === unitId)
  const register = useRegister(target.target.id)
  const [amount, setAmount] = useState(before?.amount ?? NaN)
  const [subjects, setSubjects] = useState(
    (before?.subjects ?? [])
      .map(({ name, expectedOn }) => (expectedOn ? `${name}, ${formatDate(expectedOn)}` : name))
      .join('\n'),
  )
  const [known, setKnown] = useState<ReadonlyMap<string, Id>>(
    () =>
      new Map(
        before?.subjects.flatMap(({ name, entityId }) =>
          entityId ? [[name, entityId] as const] : [],
        ),
      ),
  )
  const [note, setNote] = useState(before?.note ?? '')
  const [problem, setProblem] = useState<string>()
  const save = () => {
    const read = subjectsOf(subjects)
    if ('bad' in read) return setProblem(t('targets.register.badDay', { line: read.bad }))
    if (Number.isNaN(amount)) return setProblem(t('plans.required'))
    if (read.items.length > amount) return setProblem(t('targets.register.tooMany'))
    setProblem(undefined)
    register.mutate(
      {
        unitId,
        amount,
        note: note.trim() || null,
        subjects: read.items.map((one) => ({ ...one, entityId: known.get(one.name) ?? null })),
      },
      {
        onSuccess: () => {
          toast(t('targets.register.done'))
          onClose()
        },
      },
    )
  }
  const { counted } = target.target
  // what is still to be founded stands in no register
  const isToBeFounded = counted.by === 'register' && counted.rule === 'founded'
  const title = `${t('targets.act.register')}: ${target.target.words}`
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={register.isPending}>
      {register.error && <Notice kind="error">{sentence(register.error)}</Notice>}
      <Form onSubmit={save} error={register.error} label={title}>
        <NumberField
          label={t('targets.register.amount')}
          hint={t('targets.register.amount.hint')}
          name="amount"
          value={amount}
          onChange={setAmount}
          minValue={0}
          unit={target.target.measure}
          error={problem === t('plans.required') ? problem : undefined}
          isRequired
        />
        {!isToBeFounded && (
          <OwnEntityPicker
            unitId={unitId}
            onChoose={({ id, name }) => {
              setKnown((now) => new Map(now).set(name, id))
              setSubjects((now) => withLine(now, name))
            }}
          />
        )}
        <TextArea
          label={t('targets.register.subjects')}
          hint={t('targets.register.subjects.hint')}
          name="subjects"
          value={subjects}
          onChange={setSubjects}
          error={problem === t('plans.required') ? undefined : problem}
        />
        <TextField label={t('plans.field.note')} name="note" value={note} onChange={setNote} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={register.isPending}>
            {t('plans.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Those of the commune that are in the register; each chosen one becomes a line. */
function OwnEntityPicker({
  unitId,
  onChoose,
}: {
  unitId: Id
  onChoose: (chosen: { id: Id; name: string }) => void
}) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery({
    ...entityListQuery({ q: words || undefined, unit: unitId, life: 'live', limit: 20 }),
    placeholderData: keepPreviousData,
  })
  const items = data?.items ?? []
  return (
    <ComboBox
      label={t('targets.register.known')}
      hint={t('targets.register.known.hint')}
      value={null}
      onChange={(id) => {
        const chosen = items.find((one) => one.id === id)
        if (chosen) onChoose(chosen)
      }}
      options={items.map(({ id, name, code }) => ({
        value: id,
        label: name,
        note: code ?? undefined,
      }))}
      onSearch={setWords}
      isSearching={isFetching}
    />
  )
}
