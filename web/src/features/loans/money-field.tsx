import { t } from '../../lib/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'

interface MoneyFieldProps {
  readonly label: string
  readonly name: string
  /** Null while nothing is typed. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly error?: string | undefined
  readonly hint?: string | undefined
  readonly isRequired?: boolean
}

/** Whole đồng. */
export function MoneyField({ value, onChange, hint, error, ...rest }: MoneyFieldProps) {
  return (
    <NumberField
      {...rest}
      {...(hint !== undefined && { hint })}
      {...(error !== undefined && { error })}
      unit={t('loans.dong')}
      minValue={0}
      maxValue={999_999_999_999_999}
      formatOptions={{ maximumFractionDigits: 0 }}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isFinite(next) ? next : null)}
    />
  )
}
