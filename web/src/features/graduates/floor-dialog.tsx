import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useSession } from '../session/queries.ts'
import { FormDialog, useSave } from '../support/form-dialog.tsx'
import { useKeepFloor } from './queries.ts'
import { REGION_OPTIONS, regionWords } from './words.tsx'

/** The minimum wage of a region from a day on; nothing is filled in before. */
export function FloorDialog({ onClose }: { onClose: () => void }) {
  const { today } = useSession()
  const { mutate, error, isPending } = useKeepFloor()
  const { save, missing } = useSave(mutate, onClose)
  const [id] = useState(newId)
  const [region, setRegion] = useState(1)
  const [fromOn, setFrom] = useState<string | null>(`${today.slice(0, 4)}-01-01`)
  const [monthly, setMonthly] = useState<number | null>(null)
  const [legalBasis, setBasis] = useState('')
  const isWhole = fromOn !== null && monthly && legalBasis.trim()
  return (
    <FormDialog
      title={t('graduates.floor.new')}
      error={error}
      isPending={isPending}
      onSave={() =>
        save(isWhole ? { id, region, fromOn, monthly, legalBasis: legalBasis.trim() } : undefined)
      }
      onClose={onClose}
    >
      <FormRow>
        <RegionField value={region} onChange={setRegion} />
        <DatePicker
          label={t('graduates.fromOn')}
          name="fromOn"
          value={fromOn}
          onChange={setFrom}
          error={missing(fromOn !== null)}
          isRequired
        />
      </FormRow>
      <MoneyField
        label={t('graduates.floor.monthly')}
        name="monthly"
        value={monthly}
        onChange={setMonthly}
        error={missing(Boolean(monthly))}
        isRequired
      />
      <TextArea
        label={t('graduates.floor.basis')}
        name="legalBasis"
        rows={2}
        value={legalBasis}
        onChange={setBasis}
        error={missing(legalBasis.trim() !== '')}
        isRequired
      />
    </FormDialog>
  )
}

export function RegionField(props: { value: number; onChange: (region: number) => void }) {
  return (
    <Select
      label={t('graduates.region')}
      value={String(props.value)}
      options={REGION_OPTIONS.map((value) => ({ value, label: regionWords(Number(value)) }))}
      onChange={(next) => props.onChange(Number(next))}
    />
  )
}
