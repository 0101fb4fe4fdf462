import type { LoanTerms } from '@hopluc/shared/loans'
import { t } from '../../lib/i18n.ts'
import { FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { everyOptions, methodOptions } from './words.tsx'

export interface TermsFieldsProps {
  readonly value: LoanTerms
  readonly onChange: (next: Partial<LoanTerms>) => void
  /** The rate is the fund's to say: not for who asks. */
  readonly hasRate: boolean
}

/** How a loan is paid back. */
export function TermsFields({ value, onChange, hasRate }: TermsFieldsProps) {
  return (
    <>
      <FormRow>
        <NumberField
          label={t('loans.months')}
          unit={t('loans.months.unit')}
          minValue={1}
          maxValue={600}
          value={value.months}
          onChange={(months) => onChange({ months: whole(months, 1) })}
          isRequired
        />
        <NumberField
          label={t('loans.grace')}
          hint={t('loans.grace.hint')}
          unit={t('loans.months.unit')}
          minValue={0}
          maxValue={599}
          value={value.graceMonths}
          onChange={(graceMonths) => onChange({ graceMonths: whole(graceMonths, 0) })}
        />
        {hasRate && (
          <NumberField
            label={t('loans.rate')}
            unit={t('loans.rate.unit')}
            minValue={0}
            maxValue={100}
            step={0.001}
            formatOptions={{ maximumFractionDigits: 3 }}
            value={value.yearlyRate / 1000}
            onChange={(rate) => onChange({ yearlyRate: Math.round(whole(rate * 1000, 0)) })}
            isRequired
          />
        )}
      </FormRow>
      <FormRow>
        <Select
          label={t('loans.method')}
          value={value.method}
          onChange={(method) => onChange({ method })}
          options={methodOptions()}
        />
        <Select
          label={t('loans.every')}
          value={String(value.everyMonths)}
          onChange={(every) => onChange({ everyMonths: Number(every) })}
          options={everyOptions()}
        />
      </FormRow>
    </>
  )
}

const whole = (value: number, otherwise: number): number =>
  Number.isFinite(value) ? value : otherwise
