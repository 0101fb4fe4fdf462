import { finalBound, type Target } from '@hopluc/shared/plans'
import type { UnitName } from '@hopluc/shared/units'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { useAllot } from './queries.ts'
import { aimWords, handDownWords } from './words.ts'

interface AllotProps {
  readonly target: Target
  readonly units: readonly UnitName[]
  readonly onClose: () => void
}

/** What each commune, of the nation each province is given; the sum against what is aimed at stands below, as one types. */
export function AllotDialog({ target, units, onClose }: AllotProps) {
  const allot = useAllot(target.target.id)
  const [amounts, setAmounts] = useState(
    new Map(target.allotments.map(({ unit, amount }) => [unit.id, amount])),
  )
  const sum = [...amounts.values()].reduce((all, one) => all + one, 0)
  const bound = finalBound(target.target.expression)
  const rest = (bound?.value ?? 0) - sum
  const save = () =>
    allot.mutate(
      {
        version: target.target.version,
        items: [...amounts].map(([unitId, amount]) => ({ unitId, amount, note: null })),
      },
      {
        onSuccess: () => {
          toast(t('targets.allot.done'))
          onClose()
        },
      },
    )
  const set = (unitId: string, amount: number) => {
    const next = new Map(amounts)
    if (Number.isNaN(amount)) next.delete(unitId)
    else next.set(unitId, amount)
    setAmounts(next)
  }
  const title = `${handDownWords(target)}: ${target.target.words}`
  const words = {
    sum: formatNumber(sum),
    bound: aimWords(target.target),
    rest: formatNumber(Math.abs(rest)),
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={allot.isPending}>
      {allot.error && <Notice kind="error">{sentence(allot.error)}</Notice>}
      <Form onSubmit={save} error={allot.error} label={title}>
        <div className="plans-amounts">
          {units.map((unit) => (
            <UnitAmount
              key={unit.id}
              unit={unit}
              amount={amounts.get(unit.id) ?? NaN}
              onChange={(amount) => set(unit.id, amount)}
            />
          ))}
        </div>
        {target.target.expression.as === 'number' && (
          <output className={rest < 0 ? 'amber' : 'muted'}>
            {t(rest < 0 ? 'targets.allot.over' : 'targets.allot.sum', words)}
          </output>
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={allot.isPending}>
            {handDownWords(target)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function UnitAmount({
  unit,
  amount,
  onChange,
}: {
  unit: UnitName
  amount: number
  onChange: (amount: number) => void
}) {
  return (
    <>
      <span aria-hidden="true">{unitWords(unit)}</span>
      <NumberField
        label={unitWords(unit)}
        isLabelHidden
        value={amount}
        onChange={onChange}
        minValue={0}
      />
    </>
  )
}
