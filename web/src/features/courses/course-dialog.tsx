import type { CourseWhole, NewCourse } from '@hopluc/shared/courses'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Checkbox } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useSession } from '../session/queries.ts'
import { FormDialog, useSave } from '../support/form-dialog.tsx'
import { ProgrammeField } from '../support/programme-field.tsx'
import { useKeepCourse } from './queries.ts'

type Typed = Omit<NewCourse, 'id'>

interface CourseDialogProps {
  /** Null plans a new one. */
  readonly course: CourseWhole | null
  readonly onClose: () => void
}

export function CourseDialog({ course, onClose }: CourseDialogProps) {
  const { today } = useSession()
  const navigate = useNavigate()
  const { mutate, error, isPending } = useKeepCourse()
  const [id] = useState(() => course?.id ?? newId())
  const { save, missing } = useSave(mutate, () => {
    onClose()
    if (!course) void navigate({ to: '/support/courses/$id', params: { id } })
  })
  const [typed, setTyped] = useState<Typed>(() => typedOf(course, today))
  const set = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }))
  const words = (key: 'topic' | 'audience' | 'place' | 'fund') => (
    <TextField
      label={t(`courses.${key}`)}
      name={key}
      value={typed[key]}
      onChange={(value) => set({ [key]: value })}
    />
  )
  const count = (key: 'sessions' | 'places') => (
    <NumberField
      label={t(`courses.${key}`)}
      name={key}
      minValue={1}
      value={typed[key]}
      onChange={(value) => set({ [key]: Number.isFinite(value) ? value : 1 })}
      isRequired
    />
  )
  // of what stands in the form: what is read anew meanwhile is another's
  const [version] = useState(course?.version)
  const send = () =>
    save(
      typed.title.trim() ? { ...typed, id, ...(version !== undefined && { version }) } : undefined,
    )
  return (
    <FormDialog
      title={t(course ? 'courses.edit' : 'courses.new')}
      error={error}
      isPending={isPending}
      onSave={send}
      onClose={onClose}
    >
      <TextField
        label={t('courses.name')}
        name="title"
        value={typed.title}
        onChange={(title) => set({ title })}
        error={missing(typed.title.trim() !== '')}
        isRequired
      />
      {words('topic')}
      {words('audience')}
      {words('place')}
      <FormRow>
        <DatePicker
          label={t('courses.fromOn')}
          name="fromOn"
          value={typed.fromOn}
          onChange={(fromOn) =>
            fromOn && set({ fromOn, ...(typed.untilOn < fromOn && { untilOn: fromOn }) })
          }
          isRequired
        />
        <DatePicker
          label={t('courses.untilOn')}
          name="untilOn"
          value={typed.untilOn}
          onChange={(untilOn) => untilOn && set({ untilOn })}
          isRequired
        />
      </FormRow>
      <FormRow>
        {count('sessions')}
        {count('places')}
      </FormRow>
      <ProgrammeField
        kind="training"
        value={typed.programmeId}
        onChange={(programmeId) => set({ programmeId })}
      />
      {words('fund')}
      <FormRow>
        <MoneyField
          label={t('courses.plannedCost')}
          name="plannedCost"
          value={typed.plannedCost}
          onChange={(plannedCost) => set({ plannedCost })}
        />
        {course && (
          <MoneyField
            label={t('courses.cost')}
            hint={t('courses.cost.hint')}
            name="cost"
            value={typed.cost}
            onChange={(cost) => set({ cost })}
          />
        )}
      </FormRow>
      {course && (
        <Checkbox isSelected={typed.isCancelled} onChange={(isCancelled) => set({ isCancelled })}>
          {t('courses.cancelled')}
        </Checkbox>
      )}
    </FormDialog>
  )
}

function typedOf(course: CourseWhole | null, today: string): Typed {
  if (!course)
    return {
      programmeId: null,
      title: '',
      topic: '',
      audience: '',
      place: '',
      fund: '',
      fromOn: today,
      untilOn: today,
      sessions: 1,
      places: 30,
      plannedCost: null,
      cost: null,
      isCancelled: false,
    }
  const { programmeId, title, topic, audience, place, fund, fromOn, untilOn } = course
  const { sessions, places, plannedCost, cost, isCancelled } = course
  const words = { programmeId, title, topic, audience, place, fund, fromOn, untilOn }
  return { ...words, sessions, places, plannedCost, cost, isCancelled }
}
