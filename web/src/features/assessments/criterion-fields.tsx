import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { language, t } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { RuleField } from '../support/rule-field.tsx'
import { type Line, stepsOf } from './criteria-draft.ts'
import { measuresQuery } from './queries.ts'

const NONE = '-'
const KINDS = ['hand', 'formula', 'steps', 'rule'] as const

/** One criterion of a draft; a group has no rule. */
export function CriterionFields(props: {
  line: Line
  isGroup: boolean
  /** Those before it, below which it may stand. */
  above: readonly Line[]
  isTried: boolean
  onChange: (next: Partial<Line>) => void
  onRemove: () => void
}) {
  const { line, isGroup, above, isTried, onChange, onRemove } = props
  const { data } = useQuery(measuresQuery)
  const measures = data?.items ?? []
  const isComputed = line.by === 'formula' || line.by === 'steps'
  return (
    <li className={isGroup ? 'assess-edit-group' : ''}>
      <div className="assess-edit-row">
        <TextField
          label={t('assess.key')}
          value={line.key}
          onChange={(key) => onChange({ key })}
          isRequired
        />
        <TextField
          label={t('assess.criterion')}
          value={line.name}
          onChange={(name) => onChange({ name })}
          isRequired
        />
        <NumberField
          label={t('assess.max')}
          value={line.max ?? Number.NaN}
          minValue={0}
          onChange={(max) => onChange({ max: Number.isNaN(max) ? null : max })}
        />
        <Select
          label={t('assess.above')}
          value={line.above ?? NONE}
          options={[
            { value: NONE, label: t('assess.above.none') },
            ...above
              .filter(({ key }) => key.trim() !== '')
              .map(({ key, name }) => ({ value: key.trim(), label: `${key} ${name}` })),
          ]}
          onChange={(next) => onChange({ above: next === NONE ? null : next })}
        />
        <IconButton
          label={t('assess.criterion.remove', { key: line.key })}
          icon={IconX}
          isSmall
          onPress={onRemove}
        />
      </div>
      {!isGroup && (
        <div className="assess-edit-rule">
          <Select
            label={t('assess.rule')}
            value={line.by}
            options={KINDS.map((value) => ({ value, label: t(`assess.rule.${value}.name`) }))}
            onChange={(by) => onChange({ by })}
          />
          {isComputed && (
            <>
              <TextField
                label={t('assess.expression')}
                value={line.value}
                onChange={(value) => onChange({ value })}
                hint={t('assess.expression.hint')}
                isRequired
              />
              <ComboBox
                label={t('assess.measure')}
                value={null}
                options={measures
                  .filter(({ type }) => type === 'number')
                  .map((one) => ({ value: one.code, label: `${one[language()]} [${one.code}]` }))}
                onChange={(code) => code && onChange({ value: `${line.value} [${code}]`.trim() })}
              />
            </>
          )}
          {line.by === 'steps' && (
            <TextArea
              label={t('assess.steps')}
              rows={3}
              value={line.steps}
              onChange={(steps) => onChange({ steps })}
              hint={t('assess.steps.hint')}
              error={isTried && !stepsOf(line.steps) ? t('assess.steps.wrong') : undefined}
            />
          )}
          {line.by === 'hand' && (
            <TextField
              label={t('assess.evidence.field')}
              value={line.evidence}
              onChange={(evidence) => onChange({ evidence })}
            />
          )}
          {line.by === 'rule' && (
            <RuleField
              label={t('assess.conditions')}
              rule={line.conditions}
              measures={measures}
              onChange={(conditions) => onChange({ conditions })}
            />
          )}
        </div>
      )}
    </li>
  )
}
