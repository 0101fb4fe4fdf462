import type { AddsUp, Indicator } from '@hopluc/shared/indicators'
import { AddsUp as Manners } from '@hopluc/shared/indicators'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { language, t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { formulaQuery, useKeepIndicator } from './queries.ts'

interface Said {
  code: string
  name: string
  nameEn: string
  measure: string
  definition: string
  owner: string
  origin: Indicator['origin']
  formula: string
  decimals: number
  addsUp: AddsUp
  isActive: boolean
}

const saidOf = (before: Indicator | null): Said => ({
  code: before?.code ?? '',
  name: before?.name ?? '',
  nameEn: before?.nameEn ?? '',
  measure: before?.measure ?? '',
  definition: before?.definition ?? '',
  owner: before?.owner ?? '',
  origin: before?.origin ?? 'formula',
  formula: before?.formula ?? '',
  decimals: before?.decimals ?? 0,
  addsUp: before?.addsUp ?? 'sum',
  isActive: before?.isActive ?? true,
})

/** Names, meaning and formula of one indicator; a formula is checked while it is typed. */
export function IndicatorDialog({
  before,
  onClose,
}: {
  before: Indicator | null
  onClose: () => void
}) {
  const [said, setSaid] = useState(() => saidOf(before))
  const [id] = useState(newId)
  const { mutate, isPending, error } = useKeepIndicator(before?.id ?? null)
  const set = (part: Partial<Said>) => setSaid({ ...said, ...part })
  const isFormula = said.origin === 'formula'
  const save = () => {
    const { code, origin: _origin, addsUp, nameEn, formula, ...rest } = said
    const parts = { ...rest, nameEn: nameEn.trim() || null, formula: isFormula ? formula : null }
    const added = {
      ...parts,
      id,
      code,
      origin: isFormula ? ('formula' as const) : ('return' as const),
    }
    mutate(
      before
        ? { ...parts, version: before.version }
        : { ...added, addsUp: isFormula ? 'ratio' : addsUp },
      {
        onSuccess: () => {
          toast(t('indicators.saved', { code }))
          onClose()
        },
      },
    )
  }
  const isReady = said.name.trim() && said.measure.trim() && said.code.trim()
  return (
    <Dialog
      isOpen
      shape="wide"
      title={before ? t('indicators.edit', { code: before.code }) : t('indicators.new')}
      onClose={onClose}
      actions={
        <Button kind="primary" isPending={isPending} isDisabled={!isReady} onPress={save}>
          {t('indicators.save')}
        </Button>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {!before && (
        <>
          <TextField
            label={t('indicators.code')}
            isRequired
            value={said.code}
            onChange={(code) => set({ code })}
          />
          <Select
            label={t('indicators.origin')}
            value={said.origin}
            options={(['formula', 'return'] as const).map((value) => ({
              value,
              label: t(`indicators.origin.${value}`),
            }))}
            onChange={(origin) => set({ origin })}
          />
        </>
      )}
      {!before && !isFormula && (
        <Select
          label={t('indicators.adds')}
          value={said.addsUp}
          options={Manners.options.map((value) => ({
            value,
            label: t(`indicators.adds.${value}`),
          }))}
          onChange={(addsUp) => set({ addsUp })}
        />
      )}
      <TextField
        label={t('indicators.name')}
        isRequired
        value={said.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={t('indicators.nameEn')}
        value={said.nameEn}
        onChange={(nameEn) => set({ nameEn })}
      />
      <TextField
        label={t('indicators.measure')}
        isRequired
        value={said.measure}
        onChange={(measure) => set({ measure })}
      />
      {isFormula && <FormulaField said={said} onChange={(formula) => set({ formula })} />}
      <TextArea
        label={t('indicators.definition')}
        value={said.definition}
        onChange={(definition) => set({ definition })}
      />
      <TextField
        label={t('indicators.owner')}
        value={said.owner}
        onChange={(owner) => set({ owner })}
      />
      <NumberField
        label={t('indicators.decimals')}
        minValue={0}
        maxValue={6}
        value={said.decimals}
        onChange={(decimals) => set({ decimals })}
      />
      <Checkbox isSelected={said.isActive} onChange={(isActive) => set({ isActive })}>
        {t('indicators.active')}
      </Checkbox>
    </Dialog>
  )
}

function FormulaField({ said, onChange }: { said: Said; onChange: (formula: string) => void }) {
  const formula = useDeferredValue(said.formula)
  const { data } = useQuery(formulaQuery(formula, said.code || null, said.measure || null))
  const problem = data?.problems.map((one) => (language() === 'en' ? one.en : one.vi)).join(' ')
  return (
    <TextField
      label={t('indicators.formula')}
      isRequired
      hint={data && !problem ? t('indicators.formula.fine') : t('indicators.formula.hint')}
      error={problem || undefined}
      value={said.formula}
      onChange={onChange}
    />
  )
}
