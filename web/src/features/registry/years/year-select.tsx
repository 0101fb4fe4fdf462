import { t } from '../../../lib/i18n.ts'
import { Select } from '../../../ui/select.tsx'
import { useSession } from '../../session/queries.ts'

const YEARS = 4

/** The year that is looked at: this one and a few before. */
export function YearSelect(props: { year: number; onChange: (year: number) => void }) {
  const { today } = useSession()
  const last = Number(today.slice(0, 4))
  const years = Array.from({ length: YEARS }, (_, index) => String(last - index))
  const shown = String(props.year)
  return (
    <Select
      label={t('years.year')}
      value={shown}
      onChange={(value) => props.onChange(Number(value))}
      options={(years.includes(shown) ? years : [shown, ...years]).map((value) => ({
        value,
        label: value,
      }))}
    />
  )
}
