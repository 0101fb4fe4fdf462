import { t } from '../../lib/i18n.ts'
import { Select } from '../../ui/select.tsx'
import { useSession } from '../session/queries.ts'

const YEARS_BACK = 5

/** Next year's plan, this year and those before. */
export function YearSelect(props: { year: number; onChange: (year: number) => void }) {
  const { today } = useSession()
  const last = Number(today.slice(0, 4)) + 1
  const years = new Set([...Array.from({ length: YEARS_BACK }, (_, at) => last - at), props.year])
  return (
    <search className="support-filters">
      <Select
        label={t('support.year.filter')}
        prefix={t('support.year.filter')}
        value={String(props.year)}
        options={[...years].map((one) => ({ value: String(one), label: String(one) }))}
        onChange={(next) => props.onChange(Number(next))}
      />
    </search>
  )
}
