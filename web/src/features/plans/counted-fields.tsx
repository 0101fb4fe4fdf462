import { EntityKind } from '@hopluc/shared/entities'
import { RegisterRule } from '@hopluc/shared/plans'
import { t } from '../../lib/i18n.ts'
import { Checkbox } from '../../ui/choice.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { TargetForm } from './form-model.ts'

interface CountedProps {
  readonly form: TargetForm
  readonly set: (next: Partial<TargetForm>) => void
  readonly required: (field: string) => string | undefined
}

/** By the register, by a reported figure, or a share of one and another. */
export function CountedFields({ form, set, required }: CountedProps) {
  if (form.isShare)
    return (
      <FormRow>
        <TextField
          label={t('targets.field.part')}
          name="part"
          value={form.part}
          onChange={(part) => set({ part })}
          error={required('code')}
        />
        <TextField
          label={t('targets.field.whole')}
          hint={t('targets.field.whole.hint')}
          name="wholes"
          value={form.wholes}
          onChange={(wholes) => set({ wholes })}
          error={required('whole')}
        />
      </FormRow>
    )
  const isRule = RegisterRule.safeParse(form.counted).success
  return (
    <>
      <FormRow>
        <Select
          label={t('targets.field.counted')}
          value={form.counted}
          onChange={(counted) => set({ counted })}
          options={[
            ...RegisterRule.options.map((value) => ({
              value: String(value),
              label: t(`targets.rule.${value}`),
            })),
            { value: 'figure', label: t('targets.counted.figure') },
            { value: 'nothing', label: t('targets.counted.nothing') },
          ]}
        />
        {isRule && (
          <Select
            label={t('targets.field.entities')}
            value={form.kind}
            onChange={(kind) => set({ kind })}
            options={EntityKind.options.map((value) => ({
              value,
              label: t(`targets.kind.${value}`),
            }))}
          />
        )}
        {form.counted === 'figure' && (
          <TextField
            label={t('targets.field.code')}
            name="code"
            value={form.code}
            onChange={(code) => set({ code })}
            error={required('code')}
          />
        )}
      </FormRow>
      <Checkbox isSelected={form.isRegistered} onChange={(isRegistered) => set({ isRegistered })}>
        {t('targets.field.registered')}
      </Checkbox>
    </>
  )
}
