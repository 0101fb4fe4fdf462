import { TRAIT_WORDS } from '@hopluc/shared/entity-words'
import type { PlainDate } from '@hopluc/shared/values'
import { t } from '../../lib/i18n.ts'
import { FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Faults, readPoint, type TypedPlace } from './form-model.ts'
import { CommunePicker } from './pickers.tsx'
import { say } from './words.ts'

interface PlaceProps {
  readonly place: TypedPlace
  readonly set: (place: TypedPlace) => void
  readonly faults: Faults
  /** The commune is one of this day. */
  readonly day: PlainDate
}

/** Where the office lies: unit of today, address, point. A pasted pair fills both degrees. */
export function PlaceFields({ place, set, faults, day }: PlaceProps) {
  const degrees = { formatOptions: { maximumFractionDigits: 6 }, error: faults.point }
  return (
    <>
      <FormRow>
        <CommunePicker
          label={say(TRAIT_WORDS.unit)}
          name="place.unitId"
          value={place.unitId}
          onChange={(unitId) => set({ ...place, unitId })}
          day={day}
          error={faults.unitId}
          isRequired
        />
        <TextField
          label={say(TRAIT_WORDS.address)}
          name="place.address"
          value={place.address ?? ''}
          onChange={(address) => set({ ...place, address: address || null })}
        />
      </FormRow>
      <div
        onPasteCapture={(event) => {
          const point = readPoint(event.clipboardData.getData('text'))
          if (!point) return
          event.preventDefault()
          event.stopPropagation()
          set({ ...place, ...point })
        }}
      >
        <FormRow>
          <NumberField
            {...degrees}
            label={t('registry.form.lat')}
            name="place.lat"
            value={place.lat ?? NaN}
            onChange={(lat) => set({ ...place, lat: Number.isNaN(lat) ? null : lat })}
            minValue={-90}
            maxValue={90}
            hint={t('registry.form.point.paste')}
          />
          <NumberField
            {...degrees}
            label={t('registry.form.lon')}
            name="place.lon"
            value={place.lon ?? NaN}
            onChange={(lon) => set({ ...place, lon: Number.isNaN(lon) ? null : lon })}
            minValue={-180}
            maxValue={180}
          />
        </FormRow>
      </div>
    </>
  )
}
