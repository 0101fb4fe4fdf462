import type { ReviewSetting } from '@hopluc/shared/reading-review'
import { type CardDue, type DirectiveCard, Manner, type Recurrence } from '@hopluc/shared/readings'
import { Period } from '@hopluc/shared/finds'
import { useMemo } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { MultiComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { bodyIds, bodyOptions, chosenBodies } from './bodies.ts'
import type { ReviewActs } from './use-review.ts'

/** Everything of a directive, changed in its place; what is changed is saved as one works. */
export function DirectiveEditor(props: {
  card: DirectiveCard
  setting: ReviewSetting
  acts: ReviewActs
  onAsk: (id: string) => void
}) {
  const { card, setting, acts } = props
  const options = useMemo(() => bodyOptions(setting), [setting])
  return (
    // Escape leaves the editor from any of its fields.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="card-editor"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        acts.edit(null)
      }}
    >
      <TextArea
        label={t('readings.edit.text')}
        value={card.text}
        onChange={(text) => acts.patch(card.id, { text })}
        rows={2}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what was opened is to be written in
        autoFocus
      />
      <div className="card-fields">
        <MultiComboBox
          label={t('readings.edit.lead')}
          options={options}
          chosen={chosenBodies(card.leadIds, setting)}
          onChange={(chosen) => acts.choose(card, { leadIds: bodyIds(chosen, setting) })}
        />
        <Select
          label={t('readings.edit.manner')}
          options={Manner.options.map((value) => ({ value, label: t(`readings.manner.${value}`) }))}
          value={card.manner}
          onChange={(manner) => acts.patch(card.id, { manner })}
        />
        <MultiComboBox
          label={t('readings.edit.co')}
          options={options}
          chosen={chosenBodies(card.coIds, setting)}
          onChange={(chosen) => acts.choose(card, { coIds: bodyIds(chosen, setting) })}
        />
        <TextField
          label={t('readings.edit.product')}
          placeholder={t('readings.edit.productHint')}
          value={card.product ?? ''}
          onChange={(product) => acts.patch(card.id, { product: product === '' ? null : product })}
        />
      </div>
      <DueEditor card={card} onChange={(due) => acts.patch(card.id, { due })} />
      <p className="card-buttons">
        <Button isSmall onPress={() => acts.edit(null)}>
          {t('readings.card.done')}
        </Button>
        <Button isSmall kind="quiet" onPress={() => props.onAsk(card.id)}>
          {t('readings.answer.ask_chair')}
        </Button>
      </p>
    </div>
  )
}

const FORMS = ['none', 'day', 'recurring', 'standing'] as const
type Form = (typeof FORMS)[number]

function formOf(due: CardDue | null): Form {
  if (!due) return 'none'
  if (due.isStanding) return 'standing'
  return due.recurrence ? 'recurring' : 'day'
}

/** A term typed by hand is proposed; it is the document's again when it is the text's own day. */
function DueEditor({
  card,
  onChange,
}: {
  card: DirectiveCard
  onChange: (due: CardDue | null) => void
}) {
  const { due, stated } = card
  const form = formOf(due)
  const sourceOf = (on: string | null, recurrence: Recurrence | null) => {
    const isText =
      stated !== null &&
      ((on !== null && on === stated.on) ||
        (recurrence !== null && recurrence.every === stated.recurrence?.every))
    return isText ? ('document' as const) : ('proposed' as const)
  }
  const become = (next: Form) => {
    if (next === 'none') return onChange(null)
    const on = next === 'day' ? (due?.on ?? stated?.on ?? null) : null
    const recurrence =
      next === 'recurring'
        ? (due?.recurrence ?? stated?.recurrence ?? { every: 'quarter' as const })
        : null
    onChange({ on, recurrence, isStanding: next === 'standing', source: sourceOf(on, recurrence) })
  }
  const hint =
    stated && (due?.source === 'document' || !due)
      ? t('readings.due.fromText', { words: stated.text })
      : due?.source === 'proposed'
        ? t('readings.due.proposed')
        : undefined
  return (
    <div className="card-fields">
      <Select
        label={t('readings.edit.due')}
        options={FORMS.map((value) => ({ value, label: t(`readings.due.${value}`) }))}
        value={form}
        onChange={become}
        hint={hint}
      />
      {form === 'day' && (
        <DatePicker
          label={t(
            due?.source === 'document' ? 'readings.edit.dueOn' : 'readings.edit.dueProposed',
          )}
          value={due?.on ?? null}
          onChange={(on) =>
            onChange({ on, recurrence: null, isStanding: false, source: sourceOf(on, null) })
          }
        />
      )}
      {form === 'recurring' && (
        <Select
          label={t('readings.edit.every')}
          options={Period.options.map((value) => ({
            value,
            label: t(`readings.due.every.${value}`),
          }))}
          value={due?.recurrence?.every ?? null}
          onChange={(every) => {
            const recurrence = { every }
            onChange({
              on: null,
              recurrence,
              isStanding: false,
              source: sourceOf(null, recurrence),
            })
          }}
        />
      )}
    </div>
  )
}
