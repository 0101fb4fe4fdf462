import { t } from '../../lib/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'

interface NearFieldProps {
  readonly value: number
  readonly onChange: (value: number) => void
  readonly error: string | undefined
}

/** How great a gap is amber; above it is red. */
export function NearField({ value, onChange, error }: NearFieldProps) {
  return (
    <NumberField
      label={t('plans.field.near')}
      hint={t('plans.field.near.hint')}
      name="nearPercent"
      value={value}
      onChange={onChange}
      minValue={0}
      maxValue={50}
      unit="%"
      error={error}
      isRequired
    />
  )
}
