import type { AssessmentRoundList } from '@hopluc/shared/assessments'
import { addDays } from '@hopluc/shared/values'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { useOpenRound } from './queries.ts'
import { setWords } from './words.tsx'

const PLAIN_YEAR = { useGrouping: false }
const DAYS = { self: 15, commune: 30, all: 40, appeal: 15 }

/** Opens a round of last year for all cooperatives of a unit. */
export function RoundDialog({
  choices: { units, sets },
  onClose,
}: {
  choices: AssessmentRoundList
  onClose: () => void
}) {
  const { today } = useSession()
  const lastYear = Number(today.slice(0, 4)) - 1
  const [typed, setTyped] = useState({
    unitId: units[0]?.id ?? '',
    setId: sets[0]?.id ?? '',
    year: lastYear,
    name: t('assess.open.named', { year: lastYear }),
    selfUntilOn: addDays(today, DAYS.self),
    communeUntilOn: addDays(today, DAYS.commune),
    untilOn: addDays(today, DAYS.all),
    appealDays: DAYS.appeal,
  })
  const navigate = useNavigate()
  const attempt = useAttempt()
  const once = useOnce()
  const { mutate, error, isPending } = useOpenRound()
  const set = (next: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...next }))
  const day = (key: 'selfUntilOn' | 'communeUntilOn' | 'untilOn') => (
    <DatePicker
      label={t(`assess.open.${key}`)}
      name={key}
      value={typed[key]}
      onChange={(next) => next && set({ [key]: next })}
      isRequired
    />
  )
  const save = () => {
    if (!once.begin()) return
    mutate(
      { body: typed, key: attempt.keyFor(typed) },
      {
        onSettled: once.end,
        onSuccess: ({ id, total }) => {
          attempt.settle()
          toast(t('assess.opened', { count: total.count }))
          void navigate({ to: '/assessments/rounds/$id', params: { id } })
        },
      },
    )
  }
  return (
    <Dialog title={t('assess.open')} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {sets.length === 0 && (
        <Notice
          kind="info"
          actions={<ButtonLink to="/assessments/criteria">{t('assess.sets')}</ButtonLink>}
        >
          {t('assess.open.noSet')}
        </Notice>
      )}
      <Form onSubmit={save} error={error} label={t('assess.open')}>
        <Select
          label={t('assess.open.set')}
          name="setId"
          value={typed.setId}
          options={sets.map((one) => ({ value: one.id, label: setWords(one) }))}
          onChange={(setId) => set({ setId })}
          isRequired
        />
        <FormRow>
          <Select
            label={t('assess.unit')}
            name="unitId"
            value={typed.unitId}
            options={units.map((unit) => ({ value: unit.id, label: unitWords(unit) }))}
            onChange={(unitId) => set({ unitId })}
            isRequired
          />
          <NumberField
            label={t('assess.year')}
            name="year"
            value={typed.year}
            formatOptions={PLAIN_YEAR}
            onChange={(year) => set({ year, name: t('assess.open.named', { year }) })}
            isRequired
          />
        </FormRow>
        <TextField
          label={t('assess.open.name')}
          name="name"
          value={typed.name}
          onChange={(name) => set({ name })}
          isRequired
        />
        <FormRow>
          {day('selfUntilOn')}
          {day('communeUntilOn')}
        </FormRow>
        <FormRow>
          {day('untilOn')}
          <NumberField
            label={t('assess.open.appealDays')}
            name="appealDays"
            value={typed.appealDays}
            minValue={1}
            onChange={(appealDays) => set({ appealDays })}
            hint={t('assess.open.appealHint')}
            isRequired
          />
        </FormRow>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending} isDisabled={!typed.setId}>
            {t('assess.open')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
