import { IconPlus, IconX } from '@tabler/icons-react'
import { Comparison, type Condition, type Measure, type Rule } from '@hopluc/shared/rules'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface RuleFieldProps {
  /** What the conditions are for. */
  readonly label?: string
  readonly rule: Rule
  readonly measures: readonly Measure[]
  readonly onChange: (rule: Rule) => void
}

/** Conditions on numbers; one that was made otherwise is kept as it is, and can be taken out. */
export function RuleField({ label, rule, measures, onChange }: RuleFieldProps) {
  const numbers = measures.filter(({ type }) => type === 'number')
  const options = numbers.map(({ code, vi, unit }) => ({
    value: `[${code}]`,
    label: unit ? `${vi} (${unit})` : vi,
  }))
  const put = (at: number, next: Condition) =>
    onChange(rule.map((one, index) => (index === at ? next : one)))
  return (
    <fieldset className="support-fields">
      <legend className="field-label">{label ?? t('support.rule')}</legend>
      {rule.map((one, at) => (
        // Conditions have no name of their own: the place is what they are known by.
        // oxlint-disable-next-line react/no-array-index-key
        <FormRow key={at}>
          {one.by === 'compare' && options.some(({ value }) => value === one.value) ? (
            <>
              <Select
                label={t('support.rule.measure')}
                isLabelHidden={at > 0}
                value={one.value}
                options={options}
                onChange={(value) => put(at, { ...one, value })}
              />
              <Select
                label={t('support.rule.op')}
                isLabelHidden={at > 0}
                value={one.op}
                options={Comparison.options.map((value) => ({
                  value,
                  label: t(`support.op.${value}`),
                }))}
                onChange={(op) => put(at, { ...one, op })}
              />
              <TextField
                label={t('support.rule.to')}
                isLabelHidden={at > 0}
                value={one.to}
                onChange={(to) => put(at, { ...one, to })}
              />
            </>
          ) : (
            <p className="small">{wordsOf(one, measures)}</p>
          )}
          <Button
            isSmall
            icon={IconX}
            onPress={() => onChange(rule.filter((_, index) => index !== at))}
          >
            {t('support.rule.remove')}
          </Button>
        </FormRow>
      ))}
      <Button
        isSmall
        icon={IconPlus}
        onPress={() =>
          onChange([...rule, { by: 'compare', value: '[members]', op: '>=', to: '7' }])
        }
      >
        {t('support.rule.add')}
      </Button>
    </fieldset>
  )
}

function wordsOf(one: Condition, measures: readonly Measure[]): string {
  const named = (text: string) =>
    text.replace(/\[([^\]]+)\]/g, (_, code: string) => nameOf(code, measures))
  if (one.by === 'any')
    return one.of.map((part) => wordsOf(part, measures)).join(t('support.rule.or'))
  if (one.by === 'compare')
    return `${named(one.value)} ${t(`support.op.${one.op}`)} ${named(one.to)}`
  const asked =
    one.by === 'is' ? t(one.value ? 'support.yes' : 'support.no') : one.values.join(', ')
  return `${nameOf(one.code, measures)}: ${asked}`
}

const nameOf = (code: string, measures: readonly Measure[]): string =>
  measures.find((one) => one.code === code)?.vi ?? code
