import type { CheckLimit } from '@hopluc/shared/entity-checks'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { useOnce } from '../registry/use-once.ts'
import { useLimit } from './queries.ts'

interface Props {
  readonly limits: readonly CheckLimit[]
  readonly onClose: () => void
}

/** How often a cooperative may be inspected in a year, as a province has it. */
export function LimitDialog({ limits, onClose }: Props) {
  const [unitId, setUnit] = useState(limits[0]?.unit.id)
  const limit = limits.find(({ unit }) => unit.id === unitId)
  if (!limit) return null
  return (
    <Dialog title={t('checks.limit.title')} isOpen onClose={onClose}>
      <p className="muted small">{t('checks.limit.hint')}</p>
      {limits.length > 1 && (
        <Select
          label={t('checks.limit.unit')}
          value={limit.unit.id}
          options={limits.map(({ unit }) => ({ value: unit.id, label: unitWords(unit) }))}
          onChange={setUnit}
        />
      )}
      <LimitForm key={limit.unit.id} limit={limit} onClose={onClose} />
    </Dialog>
  )
}

function LimitForm({ limit, onClose }: { limit: CheckLimit; onClose: () => void }) {
  const { mutate, error, isPending } = useLimit()
  const once = useOnce()
  const [most, setMost] = useState(limit.mostAYear === null ? '' : String(limit.mostAYear))
  const [basis, setBasis] = useState(limit.legalBasis ?? '')
  const [isTried, setTried] = useState(false)
  const count = most.trim() === '' ? null : Number(most)
  const isRight = count === null || (Number.isInteger(count) && count >= 1 && count <= 50)
  const save = () => {
    setTried(true)
    if (!isRight || !once.begin()) return
    const { unit, version } = limit
    mutate(
      { unitId: unit.id, version, mostAYear: count, legalBasis: basis.trim() || null },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('checks.limit.done'))
          onClose()
        },
      },
    )
  }
  return (
    <Form onSubmit={save} error={error} label={t('checks.limit.title')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <TextField
        label={t('checks.limit.most')}
        name="mostAYear"
        value={most}
        onChange={setMost}
        error={isTried && !isRight ? t('checks.limit.wrong') : undefined}
      />
      <TextField
        label={t('checks.limit.basis')}
        name="legalBasis"
        value={basis}
        onChange={setBasis}
      />
      <FormActions>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="primary" isPending={isPending}>
          {t('checks.keep')}
        </Button>
      </FormActions>
    </Form>
  )
}
