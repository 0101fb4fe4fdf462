import type { CriteriaSet } from '@hopluc/shared/criteria'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { unitWords } from '../organisation/words.ts'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { setsQuery, useCopySet } from './queries.ts'

const KINDS = ['edition', 'other'] as const
const PLAIN_YEAR = { useGrouping: false }

/** Out of any set one's own: the next edition of the same, or another. */
export function CopyDialog({ set, onClose }: { set: CriteriaSet; onClose: () => void }) {
  const { today } = useSession()
  const { data } = useQuery(setsQuery)
  const units = data?.units ?? []
  const mayEdition = set.unit !== null && units.some(({ id }) => id === set.unit?.id)
  const [asked, setKind] = useState<(typeof KINDS)[number] | null>(null)
  const kind = asked ?? (mayEdition ? 'edition' : 'other')
  const [unitId, setUnit] = useState<string | null>(null)
  const [name, setName] = useState(set.name)
  const [fromYear, setYear] = useState(Math.max(set.fromYear, Number(today.slice(0, 4)) - 1))
  const navigate = useNavigate()
  const attempt = useAttempt()
  const once = useOnce()
  const { mutate, error, isPending } = useCopySet()
  const chosen = unitId ?? (mayEdition ? set.unit?.id : units[0]?.id) ?? ''
  const body = {
    copyOf: set.id,
    unitId: chosen,
    name: name.trim(),
    fromYear,
    isEdition: mayEdition && kind === 'edition',
  }
  const save = () => {
    if (!body.name || !chosen || !once.begin()) return
    mutate(
      { body, key: attempt.keyFor(body) },
      {
        onSettled: once.end,
        onSuccess: ({ id }) => {
          attempt.settle()
          onClose()
          void navigate({ to: '/assessments/criteria/$id', params: { id } })
        },
      },
    )
  }
  return (
    <Dialog title={t('assess.set.copy')} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('assess.set.copy')}>
        {mayEdition && (
          <RadioGroup
            label={t('assess.copy.as')}
            value={kind}
            onChange={setKind}
            choices={KINDS.map((value) => ({ value, label: t(`assess.copy.${value}`) }))}
          />
        )}
        <TextField
          label={t('assess.set.name')}
          name="name"
          value={name}
          onChange={setName}
          isRequired
        />
        <FormRow>
          <Select
            label={t('assess.unit')}
            name="unitId"
            value={chosen}
            options={units.map((unit) => ({ value: unit.id, label: unitWords(unit) }))}
            onChange={setUnit}
            isRequired
          />
          <NumberField
            label={t('assess.copy.from')}
            name="fromYear"
            value={fromYear}
            formatOptions={PLAIN_YEAR}
            onChange={setYear}
            isRequired
          />
        </FormRow>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('assess.set.copy')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
