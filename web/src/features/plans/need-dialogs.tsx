import type { NeedAgency, PlanNeeds } from '@hopluc/shared/plan-needs'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAttempt } from '../tasks/attempt.ts'
import { useAllotFunds, useChoosePolicies, useStateNeeds } from './needs-queries.ts'

interface DialogProps {
  readonly data: PlanNeeds
  readonly onClose: () => void
}

/** For which policies the plan asks. */
export function ChooseDialog({ data, onClose }: DialogProps) {
  const choose = useChoosePolicies(data.plan.id)
  const [chosen, setChosen] = useState(new Set(data.policies.map(({ id }) => id)))
  const offered = data.choices.filter(({ id, isEnded }) => !isEnded || chosen.has(id))
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const save = () => {
    const policyIds = offered.flatMap(({ id }) => (chosen.has(id) ? id : []))
    const onSuccess = () => {
      toast(t('needs.choose.done'))
      onClose()
    }
    choose.mutate({ version: data.plan.version, policyIds }, { onSuccess })
  }
  const title = t('needs.choose')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={choose.isPending}>
      {choose.error && <Notice kind="error">{sentence(choose.error)}</Notice>}
      <Form onSubmit={save} error={choose.error} label={title}>
        {offered.map(({ id, name, basis, body }) => (
          <Checkbox key={id} isSelected={chosen.has(id)} onChange={(next) => toggle(id, next)}>
            {name}
            <small className="needs-note">
              {[basis, body?.shortName].filter(Boolean).join(' · ')}
            </small>
          </Checkbox>
        ))}
        <p className="small">
          <Link to="/support-policies">{t('needs.choose.list')}</Link>
        </p>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={choose.isPending}>
            {t('plans.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

interface Said {
  thisYear: number
  amount: number
  note: string
}

/** What one's own agency needs, by policy. */
export function StateDialog({ data, onClose }: DialogProps) {
  const { plan, policies, own, agencies, year } = data
  const attempt = useAttempt()
  const state = useStateNeeds(plan.id)
  const before = agencies.find(({ id }) => id === own?.id)
  const [lines, setLines] = useState(() => {
    const said = policies.map(({ id }): [string, Said] => {
      const line = before?.lines.find(({ policyId }) => policyId === id)
      const { thisYear, amount, note } = line ?? { thisYear: null, amount: null, note: null }
      return [id, { thisYear: thisYear ?? NaN, amount: amount ?? NaN, note: note ?? '' }]
    })
    return new Map(said)
  })
  const [isTried, setTried] = useState(false)
  const set = (id: string, next: Partial<Said>) => {
    const line = lines.get(id)
    if (line) setLines(new Map(lines).set(id, { ...line, ...next }))
  }
  const save = () => {
    setTried(true)
    if (!own || [...lines.values()].some(({ amount }) => Number.isNaN(amount))) return
    const body = {
      agencyId: own.id,
      seenAt: before?.statedAt ?? null,
      lines: [...lines].map(([policyId, { thisYear, amount, note }]) => ({
        policyId,
        thisYear: Number.isNaN(thisYear) ? null : thisYear,
        amount,
        note: note.trim() || null,
      })),
    }
    const onSuccess = () => {
      attempt.settle()
      toast(t('needs.state.done'))
      onClose()
    }
    state.mutate({ body, key: attempt.keyFor(body) }, { onSuccess })
  }
  const title = `${t('needs.state')}: ${own?.name ?? ''}`
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={state.isPending} shape="wide">
      {state.error && <Notice kind="error">{sentence(state.error)}</Notice>}
      <Form onSubmit={save} error={state.error} label={title}>
        <p className="muted small">{t('needs.state.hint')}</p>
        {policies.map(({ id, name: policy }) => {
          const line = lines.get(id)
          return (
            <fieldset key={id} className="needs-line">
              <legend>{policy}</legend>
              <FormRow>
                <NumberField
                  label={t('needs.column.thisYear', { year: year - 1 })}
                  aria-label={t('needs.state.thisYear', { year: year - 1, policy })}
                  value={line?.thisYear ?? NaN}
                  onChange={(thisYear) => set(id, { thisYear })}
                  minValue={0}
                />
                <NumberField
                  label={t('needs.column.needed', { year })}
                  aria-label={t('needs.state.amount', { year, policy })}
                  value={line?.amount ?? NaN}
                  onChange={(amount) => set(id, { amount })}
                  minValue={0}
                  error={
                    isTried && Number.isNaN(line?.amount ?? NaN) ? t('plans.required') : undefined
                  }
                  isRequired
                />
                <TextField
                  label={t('plans.field.note')}
                  aria-label={t('needs.state.note', { policy })}
                  value={line?.note ?? ''}
                  onChange={(note) => set(id, { note })}
                />
              </FormRow>
            </fieldset>
          )
        })}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={state.isPending}>
            {t('plans.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Without an agency the money that there is by policy; else what the agency is allotted of it. */
export function AllotNeedsDialog({
  data: { plan, policies },
  agency,
  onClose,
}: DialogProps & { readonly agency: NeedAgency | null }) {
  const allot = useAllotFunds(plan.id)
  const lineOf = (id: string) => agency?.lines.find(({ policyId }) => policyId === id)
  const before = (id: string) =>
    (agency ? lineOf(id)?.allotted : policies.find((one) => one.id === id)?.budget) ?? NaN
  const [amounts, setAmounts] = useState(new Map(policies.map(({ id }) => [id, before(id)])))
  const save = () => {
    const items = [...amounts].map(([policyId, amount]) => ({
      policyId,
      agencyId: agency?.id ?? null,
      amount: Number.isNaN(amount) ? null : amount,
    }))
    const onSuccess = () => {
      toast(t(agency ? 'needs.allot.done' : 'needs.budget.done'))
      onClose()
    }
    allot.mutate({ version: plan.version, items }, { onSuccess })
  }
  const title = agency ? `${t('needs.allot')}: ${agency.name}` : t('needs.budget')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={allot.isPending}>
      {allot.error && <Notice kind="error">{sentence(allot.error)}</Notice>}
      <Form onSubmit={save} error={allot.error} label={title}>
        {policies.map(({ id, name, needed }) => {
          const need = agency ? (lineOf(id)?.amount ?? null) : needed
          return (
            <NumberField
              key={id}
              label={name}
              hint={need === null ? undefined : `${t('needs.state')}: ${formatNumber(need)}`}
              value={amounts.get(id) ?? NaN}
              onChange={(amount) => setAmounts(new Map(amounts).set(id, amount))}
              minValue={0}
              unit={t('needs.policies.unit')}
            />
          )
        })}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={allot.isPending}>
            {t('plans.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
