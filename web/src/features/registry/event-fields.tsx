import { LAW_WORDS } from '@hopluc/shared/entity-words'
import { CongressKind, CooperativeLaw } from '@hopluc/shared/entities'
import { t } from '../../lib/i18n.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { fieldsOf, isLongSuspension, isSingle, type TypedEvent } from './event-model.ts'
import type { Faults } from './form-model.ts'
import { EntityPicker } from './pickers.tsx'
import { say } from './words.ts'

interface KindProps {
  readonly typed: TypedEvent
  readonly set: (change: Partial<TypedEvent>) => void
  readonly faults: Faults
  readonly except: string
}

/** What the chosen kind of event asks for. */
export function KindFields({ typed, set, faults, except }: KindProps) {
  const { kind, details } = typed
  const fields = fieldsOf(kind)
  const put = (change: TypedEvent['details']) => set({ details: { ...details, ...change } })
  return (
    <>
      {fields.includes('until') && (
        <DatePicker
          label={t('registry.addEvent.until')}
          name="untilOn"
          value={typed.untilOn}
          onChange={(untilOn) => set({ untilOn })}
          hint={t(
            isLongSuspension(typed)
              ? 'registry.addEvent.until.long'
              : 'registry.addEvent.until.hint',
          )}
          error={faults.until}
        />
      )}
      {fields.includes('congress') && (
        <Select
          label={t('registry.addEvent.congress')}
          value={details.congress ?? null}
          onChange={(congress) => put({ congress })}
          options={CongressKind.options.map((one) => ({
            value: one,
            label: t(`registry.congress.${one}`),
          }))}
          error={faults.congress}
          isRequired
        />
      )}
      {fields.includes('law') && (
        <Select
          label={t('registry.addEvent.law')}
          value={details.law ?? null}
          onChange={(law) => put({ law })}
          options={CooperativeLaw.options.map((one) => ({
            value: one,
            label: say(LAW_WORDS[one]),
          }))}
          error={faults.law}
          isRequired
        />
      )}
      {fields.includes('founders') && (
        <NumberField
          label={t('registry.addEvent.founders')}
          value={details.founders ?? NaN}
          onChange={(founders) =>
            set({
              details: Number.isNaN(founders) ? withoutFounders(details) : { ...details, founders },
            })
          }
          minValue={0}
          unit={t('registry.form.people')}
        />
      )}
      {fields.includes('advisedBy') && (
        <TextField
          label={t('registry.create.advisedBy')}
          value={details.advisedBy ?? ''}
          onChange={(advisedBy) => put({ advisedBy })}
        />
      )}
      {(kind === 'absorbed' ||
        kind === 'absorbs' ||
        kind === 'amalgamated' ||
        kind === 'divided' ||
        kind === 'separated') && (
        <EntityPicker
          label={t(`registry.addEvent.others.${kind}`)}
          except={except}
          chosen={typed.others}
          onChange={(others) => set({ others: isSingle(kind) ? others.slice(-1) : others })}
          error={faults.others}
          isRequired
        />
      )}
    </>
  )
}

function withoutFounders({ founders: _founders, ...rest }: TypedEvent['details']) {
  return rest
}
