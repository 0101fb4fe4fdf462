import type { Measure } from '@hopluc/shared/rules'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'

interface PriorityFieldProps {
  readonly priority: readonly string[]
  readonly measures: readonly Measure[]
  readonly onChange: (priority: string[]) => void
}

/** Measures by which those that qualify are put in order, one after the other. */
export function PriorityField({ priority, measures, onChange }: PriorityFieldProps) {
  const rest = measures.filter(({ code, type }) => type === 'number' && !priority.includes(code))
  return (
    <fieldset className="support-fields">
      <legend className="field-label">{t('support.priority')}</legend>
      <p className="muted small">{t('support.priority.hint')}</p>
      <ol className="support-conditions">
        {priority.map((code) => (
          <li key={code} className="support-head">
            {measures.find((one) => one.code === code)?.vi ?? code}
            <Button isSmall onPress={() => onChange(priority.filter((one) => one !== code))}>
              {t('support.rule.remove')}
            </Button>
          </li>
        ))}
      </ol>
      <Select
        label={t('support.priority.add')}
        value={null}
        options={rest.map(({ code, vi }) => ({ value: code, label: vi }))}
        onChange={(code) => onChange([...priority, code])}
      />
    </fieldset>
  )
}
