import { IconPlus, IconX } from '@tabler/icons-react'
import type { Attendance as Mark, MeetingRecord } from '@hopluc/shared/meetings'
import { type KeyboardEvent, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { newId } from '../../lib/new-id.ts'
import { AgenciesPicker } from '../tasks/agency-picker.tsx'
import { type Line, lineOf, merged } from './attendance-lines.ts'
import { useMeetingDeed } from './queries.ts'

const KINDS: Record<Mark, StatusKind> = {
  invited: 'missing',
  present: 'done',
  substituted: 'doneLate',
  absent: 'cancelled',
}
const BY_KEY: Readonly<Record<string, Mark>> = {
  '0': 'invited',
  '1': 'present',
  '2': 'substituted',
  '3': 'absent',
}

/** In the order of their keys. */
const MARKS = ['present', 'substituted', 'absent'] as const

function newLine(agencyId: string | null, name: string): Line {
  const nobody = { title: null, person: null, personTitle: null, note: null }
  return { id: null, key: newId(), agencyId, name, attendance: 'invited', ...nobody }
}

/** Who is invited and, from its day on, who came, marked with one key a line. */
export function Attendance({ meeting, isDue }: { meeting: MeetingRecord; isDue: boolean }) {
  const { id, version, allowed, attendees, state } = meeting
  const [edited, setEdited] = useState<readonly Line[] | null>(null)
  const [basis, setBasis] = useState(attendees)
  if (basis !== attendees) {
    // another has saved meanwhile: what one has not saved yet stays on top of it
    setBasis(attendees)
    setEdited((own) => own && merged(basis, own, attendees))
  }
  const lines = edited ?? attendees.map(lineOf)
  const { mutate, isPending, error } = useMeetingDeed(id)
  const mayAttend = allowed.includes('attend')
  const change = (next: readonly Line[]) => setEdited(next)
  const edit = (key: string, next: Partial<Line>) =>
    change(lines.map((line) => (line.key === key ? { ...line, ...next } : line)))
  const save = () =>
    mutate(
      {
        deed: 'attend',
        command: { attendees: lines.map(({ key: _key, ...line }) => line), version },
      },
      {
        onSuccess: () => {
          setEdited(null)
          toast(t('meetings.saved'))
        },
      },
    )
  const present = lines.filter(
    ({ attendance }) => attendance === 'present' || attendance === 'substituted',
  )
  return (
    <Section
      title={t('meetings.page.attendees')}
      note={
        lines.length > 0 &&
        t('meetings.page.attendees.count', { invited: lines.length, present: present.length })
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {lines.length === 0 && <p className="muted">{t('meetings.page.noAttendees')}</p>}
      <ul className="meetings-attendees">
        {lines.map((line) =>
          mayAttend ? (
            <AttendeeLine
              key={line.key}
              line={line}
              isDue={isDue}
              onEdit={(next) => edit(line.key, next)}
              onRemove={() => change(lines.filter(({ key }) => key !== line.key))}
            />
          ) : (
            <li key={line.key}>
              <Name line={line} />
              <Status kind={KINDS[line.attendance]}>
                {t(`meetings.attendance.${line.attendance}`)}
              </Status>
            </li>
          ),
        )}
      </ul>
      {mayAttend && (
        <>
          {isDue && lines.length > 0 && <p className="muted small">{t('meetings.attend.keys')}</p>}
          <Adding
            lines={lines}
            onAdd={(more) => change([...lines, ...more])}
            key={`${id} ${state}`}
          />
          <Button isPending={isPending} isDisabled={edited === null} onPress={save}>
            {t('meetings.attend.save')}
          </Button>
        </>
      )}
    </Section>
  )
}

function Name({ line: { name, title, person, personTitle, attendance, note } }: { line: Line }) {
  const came = [person, personTitle].filter(Boolean).join(', ')
  return (
    <span>
      {name}
      {title && <small className="muted">{title}</small>}
      {came && (
        <small className="muted">
          {attendance === 'substituted' ? t('meetings.attend.instead', { person: came }) : came}
        </small>
      )}
      {attendance === 'absent' && note && <small className="muted">{note}</small>}
    </span>
  )
}

function AttendeeLine(props: {
  line: Line
  isDue: boolean
  onEdit: (next: Partial<Line>) => void
  onRemove: () => void
}) {
  const { line, isDue, onEdit, onRemove } = props
  const { attendance } = line
  return (
    <li>
      <span className="meetings-attendee-name">
        <Name line={line} />
        <IconButton
          label={t('meetings.attend.remove', { name: line.name })}
          icon={IconX}
          isSmall
          onPress={onRemove}
        />
      </span>
      {isDue && <Marks line={line} onMark={(mark) => onEdit({ attendance: mark })} />}
      {(attendance === 'substituted' || (attendance === 'present' && line.agencyId)) && (
        <span className="meetings-attendee-fields">
          <TextField
            label={t('meetings.attend.person')}
            value={line.person ?? ''}
            onChange={(person) => onEdit({ person: person || null })}
          />
          <TextField
            label={t('meetings.attend.personTitle')}
            value={line.personTitle ?? ''}
            onChange={(personTitle) => onEdit({ personTitle: personTitle || null })}
          />
        </span>
      )}
      {attendance === 'absent' && (
        <span className="meetings-attendee-fields">
          <TextField
            label={t('meetings.attend.note')}
            value={line.note ?? ''}
            onChange={(note) => onEdit({ note: note || null })}
          />
        </span>
      )}
    </li>
  )
}

/** Three marks as one group: digits mark, arrows go on to the next line. */
function Marks({ line, onMark }: { line: Line; onMark: (mark: Mark) => void }) {
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const mark = BY_KEY[event.key]
    if (mark) onMark(mark)
    const step = event.key === 'ArrowDown' || mark ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const groups = [...document.querySelectorAll('.meetings-marks')]
    const next = groups[groups.indexOf(event.currentTarget) + step]
    next?.querySelector('button')?.focus()
  }
  return (
    // Keys only add to the buttons inside, which do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      className="meetings-marks"
      aria-label={`${t('meetings.attend.state')}: ${line.name}`}
      onKeyDown={press}
    >
      {MARKS.map((mark) => (
        <button
          key={mark}
          type="button"
          aria-pressed={line.attendance === mark}
          onClick={() => onMark(line.attendance === mark ? 'invited' : mark)}
        >
          {t(`meetings.attendance.${mark}`)}
        </button>
      ))}
    </fieldset>
  )
}

function Adding({ lines, onAdd }: { lines: readonly Line[]; onAdd: (more: Line[]) => void }) {
  const [name, setName] = useState('')
  const known = new Set(lines.map(({ agencyId }) => agencyId))
  const addPerson = () => {
    if (!name.trim()) return
    onAdd([newLine(null, name.trim())])
    setName('')
  }
  return (
    <div className="meetings-adding">
      <AgenciesPicker
        label={t('meetings.attend.add')}
        chosen={[]}
        onChange={(chosen) =>
          onAdd(
            chosen
              .filter(({ value }) => !known.has(value))
              .map(({ value, label, note }) => newLine(value, note?.split(' · ')[0] ?? label)),
          )
        }
      />
      <TextField label={t('meetings.attend.addPerson')} value={name} onChange={setName} />
      <IconButton label={t('meetings.attend.addPerson')} icon={IconPlus} onPress={addPerson} />
    </div>
  )
}
