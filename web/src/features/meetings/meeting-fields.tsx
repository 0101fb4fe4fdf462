import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { SessionKind } from '@hopluc/shared/meetings'
import { t } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Plan } from './plan.ts'

interface Fields {
  readonly plan: Plan
  readonly set: (plan: Plan) => void
}

/** What, when, where, and under whom. */
export function MeetingFields({ plan, set }: Fields) {
  return (
    <>
      <FormRow>
        <Select
          label={t('meetings.kind')}
          value={plan.kind}
          options={SessionKind.options.map((kind) => ({
            value: kind,
            label: t(`meetings.kind.${kind}`),
          }))}
          onChange={(kind) => set({ ...plan, kind })}
        />
        <DatePicker
          label={t('meetings.form.heldOn')}
          name="heldOn"
          value={plan.heldOn}
          onChange={(heldOn) => set({ ...plan, heldOn })}
        />
        <TextField
          label={t('meetings.form.startsAt')}
          name="startsAt"
          value={plan.startsAt}
          onChange={(startsAt) => set({ ...plan, startsAt })}
          hint={t('meetings.form.time.hint')}
        />
        <TextField
          label={t('meetings.form.endsAt')}
          name="endsAt"
          value={plan.endsAt}
          onChange={(endsAt) => set({ ...plan, endsAt })}
        />
      </FormRow>
      <TextField
        label={t('meetings.form.title')}
        name="title"
        value={plan.title}
        onChange={(title) => set({ ...plan, title })}
        isRequired
      />
      <TextField
        label={t('meetings.form.place')}
        name="place"
        value={plan.place}
        onChange={(place) => set({ ...plan, place })}
      />
      <FormRow>
        <TextField
          label={t('meetings.form.chair')}
          name="chairName"
          value={plan.chairName}
          onChange={(chairName) => set({ ...plan, chairName })}
        />
        <TextField
          label={t('meetings.form.chairTitle')}
          name="chairTitle"
          value={plan.chairTitle}
          onChange={(chairTitle) => set({ ...plan, chairTitle })}
        />
      </FormRow>
      <FormRow>
        <TextField
          label={t('meetings.form.secretary')}
          name="secretaryName"
          value={plan.secretaryName}
          onChange={(secretaryName) => set({ ...plan, secretaryName })}
        />
        <TextField
          label={t('meetings.form.secretaryTitle')}
          name="secretaryTitle"
          value={plan.secretaryTitle}
          onChange={(secretaryTitle) => set({ ...plan, secretaryTitle })}
        />
      </FormRow>
    </>
  )
}

/** The agenda, item by item, in its order. */
export function AgendaEditor({ plan, set }: Fields) {
  const { agenda } = plan
  const change = (index: number, next: Partial<Plan['agenda'][number]>) =>
    set({ ...plan, agenda: agenda.map((item, at) => (at === index ? { ...item, ...next } : item)) })
  const add = () =>
    set({ ...plan, agenda: [...agenda, { text: '', presenter: '', fileIds: [], taskIds: [] }] })
  const remove = (index: number) => set({ ...plan, agenda: agenda.filter((_, at) => at !== index) })
  const raise = (index: number) => {
    const moved = [...agenda]
    moved.splice(index - 1, 0, ...moved.splice(index, 1))
    set({ ...plan, agenda: moved })
  }
  return (
    <Section title={t('meetings.form.agenda')}>
      <ol className="meetings-agenda-editor">
        {agenda.map((item, index) => {
          const count = index + 1
          return (
            <li key={count}>
              <TextField
                label={t('meetings.form.agenda.item', { count })}
                value={item.text}
                onChange={(text) => change(index, { text })}
              />
              <TextField
                label={t('meetings.form.agenda.presenter')}
                value={item.presenter}
                onChange={(presenter) => change(index, { presenter })}
              />
              <span className="meetings-agenda-buttons">
                {index > 0 && (
                  <IconButton
                    label={t('meetings.form.agenda.up', { count })}
                    icon={IconArrowUp}
                    onPress={() => raise(index)}
                  />
                )}
                <IconButton
                  label={t('meetings.form.agenda.remove', { count })}
                  icon={IconX}
                  onPress={() => remove(index)}
                />
              </span>
            </li>
          )
        })}
      </ol>
      <Button icon={IconPlus} onPress={add}>
        {t('meetings.form.agenda.add')}
      </Button>
    </Section>
  )
}
