import { IconPlus } from '@tabler/icons-react'
import type { StatedFigure } from '@hopluc/shared/recognitions'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface StatedFieldProps {
  readonly stated: readonly StatedFigure[]
  readonly onChange: (stated: readonly StatedFigure[]) => void
  readonly isTried: boolean
  readonly year: number
}

/** Figures that the register does not hold, each with its year and who says so. */
export function StatedField({ stated, onChange, isTried, year }: StatedFieldProps) {
  const change = (at: number, next: Partial<StatedFigure>) =>
    onChange(stated.map((one, index) => (index === at ? { ...one, ...next } : one)))
  const missing = (words: string) =>
    isTried && !words.trim() ? t('recognition.required') : undefined
  return (
    <fieldset className="recognition-stated">
      <legend className="field-label">{t('recognition.figures.stated')}</legend>
      {stated.map((one, at) => (
        // A line has no name of its own: its place is what it is.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="recognition-line">
          <TextField
            label={t('recognition.figure')}
            value={one.name}
            onChange={(name) => change(at, { name })}
            error={missing(one.name)}
          />
          <NumberField
            label={t('recognition.figure.value')}
            value={one.value}
            onChange={(value) => change(at, { value: Number.isFinite(value) ? value : 0 })}
            formatOptions={{ maximumFractionDigits: 2 }}
          />
          <TextField
            label={t('recognition.figure.unit')}
            value={one.unit}
            onChange={(unit) => change(at, { unit })}
          />
          <NumberField
            label={t('recognition.figure.year')}
            value={one.year}
            onChange={(next) => change(at, { year: Number.isFinite(next) ? next : year })}
            minValue={2000}
            maxValue={2100}
            formatOptions={{ useGrouping: false }}
          />
          <TextField
            label={t('recognition.figure.source')}
            value={one.source}
            onChange={(source) => change(at, { source })}
            error={missing(one.source)}
          />
          <Button isSmall onPress={() => onChange(stated.filter((_, index) => index !== at))}>
            {t('recognition.remove')}
          </Button>
        </div>
      ))}
      <Button
        isSmall
        icon={IconPlus}
        onPress={() => onChange([...stated, { name: '', value: 0, unit: '', year, source: '' }])}
      >
        {t('recognition.figures.add')}
      </Button>
    </fieldset>
  )
}
