import type { CourseWhole } from '@hopluc/shared/courses'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Notice } from '../../ui/states.tsx'
import { useSession } from '../session/queries.ts'
import { EntityField } from '../support/entity-field.tsx'
import { FormDialog, useSave } from '../support/form-dialog.tsx'
import { useAttend, useCertify, useEnrol } from './queries.ts'

interface PeopleDialogProps {
  readonly course: CourseWhole
  readonly onClose: () => void
}

export function EnrolDialog({ course, onClose }: PeopleDialogProps) {
  const { mutate, error, isPending } = useEnrol(course.id)
  const { save, missing } = useSave(mutate, onClose)
  const [id] = useState(newId)
  const [entityId, setEntity] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const isWhole = name.trim() !== '' && (course.isCooperative || entityId !== null)
  return (
    <FormDialog
      title={t('courses.enrol')}
      error={error}
      isPending={isPending}
      onSave={() =>
        save(isWhole ? { id, entityId, name: name.trim(), post: post.trim() } : undefined)
      }
      onClose={onClose}
    >
      {!course.isCooperative && (
        <EntityField
          label={t('support.column.entity')}
          value={entityId}
          onChange={setEntity}
          error={missing(entityId !== null)}
        />
      )}
      <TextField
        label={t('courses.person')}
        name="name"
        value={name}
        onChange={setName}
        error={missing(name.trim() !== '')}
        isRequired
      />
      <TextField label={t('courses.post')} name="post" value={post} onChange={setPost} />
    </FormDialog>
  )
}

/** Who came to a session: who was marked before is marked when it is opened again. */
export function AttendDialog({ course, onClose }: PeopleDialogProps) {
  const { mutate, error, isPending } = useAttend(course.id)
  const { save } = useSave(mutate, onClose)
  const [session, setSession] = useState(() => nextSession(course))
  const [version] = useState(course.version)
  // null: nothing was marked anew; while something was, another session waits for it to be kept
  const [marked, setMarked] = useState<ReadonlySet<string> | null>(null)
  const there = marked ?? cameTo(course, session)
  return (
    <FormDialog
      title={t('courses.attend')}
      error={error}
      isPending={isPending}
      onSave={() => save({ session, personIds: [...there], version })}
      onClose={onClose}
    >
      <Select
        label={t('courses.session')}
        value={String(session)}
        options={Array.from({ length: course.sessions }, (_, at) => ({
          value: String(at + 1),
          label: t('courses.session.one', { count: at + 1 }),
        }))}
        isDisabled={marked !== null}
        onChange={(next) => setSession(Number(next))}
      />
      <fieldset className="support-fields">
        <legend className="field-label">{t('courses.attend.hint')}</legend>
        {course.people.map(({ id, name, entity }) => (
          <Checkbox
            key={id}
            isSelected={there.has(id)}
            onChange={(isOn) => setMarked(changed(there, id, isOn))}
          >
            {name} ({entity.name})
          </Checkbox>
        ))}
      </fieldset>
      <Button isSmall onPress={() => setMarked(new Set(course.people.map(({ id }) => id)))}>
        {t('courses.attend.all')}
      </Button>
    </FormDialog>
  )
}

const cameTo = ({ people }: CourseWhole, session: number): ReadonlySet<string> =>
  new Set(people.filter(({ attended }) => attended.includes(session)).map(({ id }) => id))

/** The first that nobody was marked for. */
function nextSession({ people, sessions }: CourseWhole): number {
  const marked = new Set(people.flatMap(({ attended }) => attended))
  return Array.from({ length: sessions }, (_, at) => at + 1).find((one) => !marked.has(one)) ?? 1
}

function changed(before: ReadonlySet<string>, id: string, isOn: boolean): ReadonlySet<string> {
  const next = new Set(before)
  if (isOn) next.add(id)
  else next.delete(id)
  return next
}

export function CertifyDialog({ course, onClose }: PeopleDialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useCertify(course.id)
  const { save, missing } = useSave(mutate, onClose)
  const [on, setOn] = useState<string | null>(course.untilOn < today ? course.untilOn : today)
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({})
  const [version] = useState(course.version)
  const waiting = course.people.filter(
    ({ attended, certificateNo }) => attended.length > 0 && certificateNo === null,
  )
  const items = Object.entries(numbers)
    .map(([personId, number]) => ({ personId, number: number.trim() }))
    .filter(({ number }) => number !== '')
  return (
    <FormDialog
      title={t('courses.certify')}
      error={error}
      isPending={isPending}
      onSave={() => save(on && items.length > 0 ? { on, items, version } : undefined)}
      onClose={onClose}
    >
      {waiting.length === 0 && <Notice kind="info">{t('courses.certify.none')}</Notice>}
      {missing(items.length > 0) && waiting.length > 0 && (
        <Notice kind="error">{t('courses.certify.nothing')}</Notice>
      )}
      <p className="muted small">{t('courses.certify.hint')}</p>
      <DatePicker
        label={t('courses.certificate.on')}
        name="on"
        value={on}
        onChange={setOn}
        max={today}
        error={missing(on !== null)}
        isRequired
      />
      {waiting.map(({ id, name }) => (
        <TextField
          key={id}
          label={`${t('courses.certificate')}: ${name}`}
          name={id}
          value={numbers[id] ?? ''}
          onChange={(number) => setNumbers({ ...numbers, [id]: number })}
        />
      ))}
    </FormDialog>
  )
}
