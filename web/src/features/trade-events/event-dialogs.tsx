import {
  type NewTradeEvent,
  TradeEventKind,
  type TradeEventWhole,
  type TradeParticipant,
} from '@hopluc/shared/trade-events'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Checkbox } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useSession } from '../session/queries.ts'
import { EntityField } from '../support/entity-field.tsx'
import { FormDialog, useSave } from '../support/form-dialog.tsx'
import { ProgrammeField } from '../support/programme-field.tsx'
import { useKeepEvent, usePutParticipant } from './queries.ts'

type Typed = Omit<NewTradeEvent, 'id'>

interface EventDialogProps {
  /** Null makes a new one. */
  readonly event: TradeEventWhole | null
  readonly onClose: () => void
}

export function EventDialog({ event, onClose }: EventDialogProps) {
  const { today } = useSession()
  const navigate = useNavigate()
  const { mutate, error, isPending } = useKeepEvent()
  const [id] = useState(() => event?.id ?? newId())
  const { save, missing } = useSave(mutate, () => {
    onClose()
    if (!event) void navigate({ to: '/support/trade-events/$id', params: { id } })
  })
  const [typed, setTyped] = useState<Typed>(() => typedOf(event, today))
  const set = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }))
  const words = (key: 'place' | 'fund') => (
    <TextField
      label={t(`trade.${key}`)}
      name={key}
      value={typed[key]}
      onChange={(value) => set({ [key]: value })}
    />
  )
  // of what stands in the form: what is read anew meanwhile is another's
  const [version] = useState(event?.version)
  const send = () =>
    save(
      typed.name.trim() ? { ...typed, id, ...(version !== undefined && { version }) } : undefined,
    )
  return (
    <FormDialog
      title={t(event ? 'trade.edit' : 'trade.new')}
      error={error}
      isPending={isPending}
      onSave={send}
      onClose={onClose}
    >
      <TextField
        label={t('trade.name')}
        name="name"
        value={typed.name}
        onChange={(name) => set({ name })}
        error={missing(typed.name.trim() !== '')}
        isRequired
      />
      <Select
        label={t('trade.kind')}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        options={TradeEventKind.options.map((value) => ({
          value,
          label: t(`trade.kind.${value}`),
        }))}
      />
      {words('place')}
      <FormRow>
        <DatePicker
          label={t('trade.fromOn')}
          name="fromOn"
          value={typed.fromOn}
          onChange={(fromOn) =>
            fromOn && set({ fromOn, ...(typed.untilOn < fromOn && { untilOn: fromOn }) })
          }
          isRequired
        />
        <DatePicker
          label={t('trade.untilOn')}
          name="untilOn"
          value={typed.untilOn}
          onChange={(untilOn) => untilOn && set({ untilOn })}
          isRequired
        />
      </FormRow>
      <ProgrammeField
        kind="trade"
        value={typed.programmeId}
        onChange={(programmeId) => set({ programmeId })}
      />
      <FormRow>
        {words('fund')}
        <MoneyField
          label={t('trade.cost')}
          name="cost"
          value={typed.cost}
          onChange={(cost) => set({ cost })}
        />
      </FormRow>
      <TextArea
        label={t('trade.note')}
        name="note"
        rows={3}
        value={typed.note}
        onChange={(note) => set({ note })}
      />
    </FormDialog>
  )
}

function typedOf(event: TradeEventWhole | null, today: string): Typed {
  if (!event)
    return {
      programmeId: null,
      name: '',
      kind: 'fair',
      place: '',
      fund: '',
      fromOn: today,
      untilOn: today,
      cost: null,
      note: '',
    }
  const { programmeId, name, kind, place, fund, fromOn, untilOn, cost, note } = event
  return { programmeId, name, kind, place, fund, fromOn, untilOn, cost, note }
}

interface ParticipantDialogProps {
  readonly event: TradeEventWhole
  /** Null enters a new one. */
  readonly participant: TradeParticipant | null
  readonly onClose: () => void
}

/** A cooperative at the event, what it showed and what it won. */
export function ParticipantDialog({ event, participant, onClose }: ParticipantDialogProps) {
  const { mutate, error, isPending } = usePutParticipant(event.id)
  const { save, missing } = useSave(mutate, onClose)
  const [entityId, setEntity] = useState<string | null>(participant?.entity.id ?? null)
  const [isOut, setOut] = useState(false)
  const [typed, setTyped] = useState({
    products: participant?.products ?? '',
    agreements: participant?.agreements ?? 0,
    contracts: participant?.contracts ?? 0,
    value: participant?.value ?? 0,
  })
  const count = (key: 'agreements' | 'contracts') => (
    <NumberField
      label={t(`trade.${key}`)}
      name={key}
      minValue={0}
      value={typed[key]}
      onChange={(value) => setTyped({ ...typed, [key]: Number.isFinite(value) ? value : 0 })}
    />
  )
  const [version] = useState(event.version)
  return (
    <FormDialog
      title={participant?.entity.name ?? t('trade.participant.new')}
      error={error}
      isPending={isPending}
      onSave={() => save(entityId ? { ...typed, entityId, isOut, version } : undefined)}
      onClose={onClose}
    >
      {!participant && (
        <EntityField
          label={t('support.column.entity')}
          value={entityId}
          onChange={setEntity}
          error={missing(entityId !== null)}
        />
      )}
      <TextField
        label={t('trade.products')}
        name="products"
        value={typed.products}
        onChange={(products) => setTyped({ ...typed, products })}
      />
      <FormRow>
        {count('agreements')}
        {count('contracts')}
      </FormRow>
      <MoneyField
        label={t('trade.value')}
        name="value"
        value={typed.value}
        onChange={(value) => setTyped({ ...typed, value: value ?? 0 })}
      />
      {participant && (
        <Checkbox isSelected={isOut} onChange={setOut}>
          {t('trade.participant.out')}
        </Checkbox>
      )}
    </FormDialog>
  )
}
