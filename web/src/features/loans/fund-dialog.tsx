import type { LoanFund, NewLoanFund } from '@hopluc/shared/loans'
import { LoanBasis } from '@hopluc/shared/loans'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import { MoneyField } from './money-field.tsx'
import { useKeepFund } from './queries.ts'

/** Own capital by Nghị định 45/2021/NĐ-CP, Điều 22; what else a fund lends by is its own to say. */
const BLANK: Omit<NewLoanFund, 'id'> = {
  name: '',
  legalBasis: null,
  charterCapital: null,
  ownPercent: 20,
  onePercent: null,
  relatedPercent: null,
  maxAmount: null,
  maxMonths: null,
  yearlyRate: 0,
  latePercent: 100,
  basis: 'days365',
  groupDays: null,
  isEnded: false,
}

interface FundDialogProps {
  /** Null makes a new one. */
  readonly fund: LoanFund | null
  readonly onClose: () => void
}

export function FundDialog({ fund, onClose }: FundDialogProps) {
  const { mutate, error, isPending } = useKeepFund()
  const once = useOnce()
  const [id] = useState(() => fund?.id ?? newId())
  const [typed, setTyped] = useState(() => (fund ? keptOf(fund) : BLANK))
  const [groups, setGroups] = useState(typed.groupDays?.join(', ') ?? '')
  const [isTried, setTried] = useState(false)
  const set = (next: Partial<typeof BLANK>) => setTyped((before) => ({ ...before, ...next }))
  const groupDays = daysOf(groups)
  const save = () => {
    setTried(true)
    if (!typed.name.trim() || groupDays === undefined || !once.begin()) return
    const body = { ...typed, id, groupDays, ...(fund && { version: fund.version }) }
    mutate(body, {
      onSettled: once.end,
      onSuccess: () => {
        toast(t('loans.fund.kept'))
        onClose()
      },
    })
  }
  const title = t(fund ? 'loans.fund.edit.title' : 'loans.fund.new')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <TextField
          label={t('loans.fund.name')}
          name="name"
          value={typed.name}
          onChange={(name) => set({ name })}
          error={isTried && !typed.name.trim() ? t('loans.required') : undefined}
          isRequired
        />
        <TextArea
          label={t('loans.legalBasis')}
          name="legalBasis"
          rows={2}
          value={typed.legalBasis ?? ''}
          onChange={(words) => set({ legalBasis: words.trim() ? words : null })}
        />
        <FormRow>
          <MoneyField
            label={t('loans.charterCapital')}
            name="charterCapital"
            value={typed.charterCapital}
            onChange={(charterCapital) => set({ charterCapital: charterCapital || null })}
          />
          <MoneyField
            label={t('loans.maxAmount')}
            name="maxAmount"
            value={typed.maxAmount}
            onChange={(maxAmount) => set({ maxAmount: maxAmount || null })}
          />
        </FormRow>
        <FormRow>
          <Small
            label={t('loans.ownPercent')}
            unit="%"
            max={100}
            value={typed.ownPercent}
            onChange={(ownPercent) => set({ ownPercent: ownPercent ?? 0 })}
          />
          <Small
            label={t('loans.onePercent')}
            unit="%"
            max={100}
            value={typed.onePercent}
            onChange={(onePercent) => set({ onePercent })}
          />
          <Small
            label={t('loans.relatedPercent')}
            unit="%"
            max={100}
            value={typed.relatedPercent}
            onChange={(relatedPercent) => set({ relatedPercent })}
          />
          <Small
            label={t('loans.maxMonths')}
            unit={t('loans.months.unit')}
            max={600}
            value={typed.maxMonths}
            onChange={(maxMonths) => set({ maxMonths: maxMonths || null })}
          />
        </FormRow>
        <FormRow>
          <NumberField
            label={t('loans.rate')}
            unit={t('loans.rate.unit')}
            minValue={0}
            maxValue={100}
            step={0.001}
            formatOptions={{ maximumFractionDigits: 3 }}
            value={typed.yearlyRate / 1000}
            onChange={(rate) =>
              set({ yearlyRate: Number.isFinite(rate) ? Math.round(rate * 1000) : 0 })
            }
          />
          <NumberField
            label={t('loans.latePercent')}
            unit="%"
            minValue={100}
            maxValue={150}
            value={typed.latePercent}
            onChange={(percent) => set({ latePercent: Number.isFinite(percent) ? percent : 100 })}
          />
        </FormRow>
        <Select
          label={t('loans.basis')}
          value={typed.basis}
          onChange={(basis) => set({ basis })}
          options={LoanBasis.options.map((value) => ({ value, label: t(`loans.basis.${value}`) }))}
        />
        <TextField
          label={t('loans.groupDays')}
          hint={t('loans.groupDays.hint')}
          name="groupDays"
          value={groups}
          onChange={setGroups}
          error={groupDays === undefined ? t('loans.groupDays.wrong') : undefined}
        />
        <Checkbox isSelected={typed.isEnded} onChange={(isEnded) => set({ isEnded })}>
          {t('loans.fund.ended')}
        </Checkbox>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('loans.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

interface SmallProps {
  readonly label: string
  readonly unit: string
  readonly max: number
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** A whole number that may be left out. */
function Small({ label, unit, max, value, onChange }: SmallProps) {
  return (
    <NumberField
      label={label}
      unit={unit}
      minValue={0}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 0 }}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isFinite(next) ? next : null)}
    />
  )
}

/** Four growing numbers; null of nothing typed, undefined of anything else. */
function daysOf(words: string): number[] | null | undefined {
  if (words.trim() === '') return null
  const days = words.split(/[\s,;·]+/).map(Number)
  const isRising = days.every((day, at) => Number.isInteger(day) && day > (days[at - 1] ?? -1))
  return days.length === 4 && isRising ? days : undefined
}

function keptOf(fund: LoanFund): typeof BLANK {
  const {
    id: _id,
    agency: _agency,
    unit: _unit,
    isDemo: _demo,
    version: _,
    mayEdit: _may,
    ...kept
  } = fund
  return kept
}
