import { Recurrence } from '@hopluc/shared/tasks'
import type { PlainDate } from '@hopluc/shared/values'
import { t } from '../../../lib/i18n.ts'
import { RadioGroup } from '../../../ui/choice.tsx'
import { FormRow } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Section } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { DueField } from '../deeds/deed-fields.tsx'
import { PaperField } from '../deeds/evidence-fields.tsx'
import { recurrenceWords, weekdayName } from '../recurrence-words.ts'
import { DocumentPicker } from './document-picker.tsx'
import type { GiveDraft, GiveFault } from './give-draft.ts'

export interface GiveFieldsProps {
  readonly draft: GiveDraft
  readonly set: (next: Partial<GiveDraft>) => void
  readonly faults: Partial<Record<GiveFault, true>>
  readonly today: PlainDate
}

export function WhatFields({ draft, set, faults }: GiveFieldsProps) {
  return (
    <Section title={t('tasks.give.what')}>
      <div className="form">
        <TextField
          label={t('tasks.give.title')}
          placeholder={t('tasks.give.title.example')}
          value={draft.title}
          onChange={(title) => set({ title })}
          isRequired
          name="title"
          maxLength={500}
          error={faults.title && t('tasks.fault.text')}
        />
        <TextArea
          label={t('tasks.give.content')}
          rows={3}
          value={draft.content}
          onChange={(content) => set({ content })}
          name="content"
        />
        <TextField
          label={t('tasks.column.product')}
          placeholder={t('tasks.give.product.example')}
          value={draft.product}
          onChange={(product) => set({ product })}
          name="product"
        />
      </div>
    </Section>
  )
}

/** A day, a rule, or none; a day that is not worked is said, not forbidden. */
export function TermFields(
  props: GiveFieldsProps & { max?: PlainDate | undefined; isEdit?: boolean },
) {
  const { draft, set, faults, today, max, isEdit } = props
  return (
    <Section title={t('tasks.column.due')}>
      <div className="form">
        <RadioGroup
          label={t('tasks.give.term')}
          isLabelHidden
          isRow
          choices={[
            { value: 'day', label: t('tasks.give.term.day') },
            { value: 'recurs', label: t('tasks.give.term.recurs'), isDisabled: isEdit ?? false },
            { value: 'none', label: t('tasks.give.term.none') },
          ]}
          value={draft.term}
          onChange={(term) => set({ term })}
        />
        {draft.term === 'day' && (
          <FormRow>
            <DueField
              label={t('tasks.give.dueOn')}
              value={draft.dueOn}
              onChange={(dueOn) => set({ dueOn })}
              today={today}
              max={max}
              isRequired
              name="dueOn"
              error={faults.dueOn && t('tasks.fault.dueOn')}
            />
            <RadioGroup
              label={t('tasks.give.dueSource')}
              choices={[
                {
                  value: 'proposed',
                  label: t('tasks.give.dueSource.proposed'),
                  note: t('tasks.give.dueSource.proposed.note'),
                },
                { value: 'document', label: t('tasks.give.dueSource.document') },
              ]}
              value={draft.dueSource}
              onChange={(dueSource) => set({ dueSource })}
            />
          </FormRow>
        )}
        {draft.term === 'recurs' && <RecurrenceFields {...props} />}
        {draft.term !== 'recurs' && (
          <TextField
            label={t('tasks.give.dueText')}
            placeholder={t('tasks.give.dueText.example')}
            value={draft.dueText}
            onChange={(dueText) => set({ dueText })}
          />
        )}
      </div>
    </Section>
  )
}

function RecurrenceFields({ draft, set }: GiveFieldsProps) {
  const { every, day, isMonthAfter } = draft
  return (
    <>
      <FormRow>
        <Select
          label={t('tasks.give.every')}
          value={every}
          options={Recurrence.shape.every.options.map((value) => ({
            value,
            label: t(`tasks.every.${value}`),
          }))}
          onChange={(next) => set({ every: next, day: null, isMonthAfter: false })}
        />
        {every === 'week' ? (
          <Select
            label={t('tasks.give.weekday')}
            value={String(day ?? 7)}
            options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({
              value: String(value),
              label: weekdayName(value),
            }))}
            onChange={(next) => set({ day: Number(next) })}
          />
        ) : (
          <NumberField
            label={t('tasks.give.monthDay')}
            hint={t('tasks.give.monthDay.hint')}
            minValue={1}
            maxValue={31}
            value={day ?? Number.NaN}
            onChange={(next) => set({ day: Number.isNaN(next) ? null : next })}
          />
        )}
      </FormRow>
      {every !== 'week' && (
        <RadioGroup
          label={t('tasks.give.month')}
          isRow
          choices={[
            { value: 'same', label: t('tasks.every.same') },
            { value: 'after', label: t('tasks.every.after') },
          ]}
          value={isMonthAfter ? 'after' : 'same'}
          onChange={(value) => set({ isMonthAfter: value === 'after' })}
        />
      )}
      <p className="small muted">{recurrenceWords({ every, day, isMonthAfter })}</p>
    </>
  )
}

/** From which paper or on whose word it is given. */
export function SourceFields({
  draft,
  set,
  faults,
  today,
  isEdit,
}: GiveFieldsProps & { isEdit?: boolean }) {
  return (
    <Section title={t('tasks.give.source')}>
      <div className="form">
        {!isEdit && (
          <RadioGroup
            label={t('tasks.give.start')}
            choices={[
              {
                value: 'draft',
                label: t('tasks.give.start.draft'),
                note: t('tasks.give.start.draft.note'),
              },
              {
                value: 'word',
                label: t('tasks.give.start.word'),
                note: t('tasks.give.start.word.note'),
              },
              { value: 'paper', label: t('tasks.give.start.paper') },
            ]}
            value={draft.start}
            onChange={(start) => set({ start })}
          />
        )}
        {draft.start === 'paper' && !isEdit && (
          <PaperField
            paper={{ number: draft.number, on: draft.signedOn }}
            onChange={({ number, on }) => set({ number, signedOn: on })}
            today={today}
            isRequired
            error={faults.paper && t('tasks.fault.paper')}
          />
        )}
        {!isEdit && (
          <DocumentPicker value={draft.documentId} onChange={(documentId) => set({ documentId })} />
        )}
        <FormRow>
          <TextField
            label={t('tasks.item')}
            placeholder={t('tasks.item.example')}
            value={draft.item}
            onChange={(item) => set({ item })}
          />
          <TextField
            label={t('tasks.give.directedBy')}
            placeholder={t('tasks.give.directedBy.example')}
            value={draft.directedBy}
            onChange={(directedBy) => set({ directedBy })}
          />
        </FormRow>
        {!isEdit && (
          <TextField
            label={t('tasks.give.trackerCode')}
            hint={t('tasks.give.trackerCode.hint')}
            value={draft.trackerCode}
            onChange={(trackerCode) => set({ trackerCode })}
          />
        )}
      </div>
    </Section>
  )
}
