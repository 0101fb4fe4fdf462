import type { MeetingRecord } from '@hopluc/shared/meetings'
import { sentence } from '../../lib/api-error.ts'
import { useDraft } from '../../lib/draft.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { DraftNotice, Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useMeetingDeed } from './queries.ts'
import * as z from 'zod'

const Typed = z.object({ course: z.string(), conclusion: z.string() })

/** What was said and concluded; typed during the meeting, kept on this machine until it is saved. */
export function Minutes({ meeting }: { meeting: MeetingRecord }) {
  if (!meeting.allowed.includes('edit')) return <Written meeting={meeting} />
  return <MinutesForm key={meeting.id} meeting={meeting} />
}

function Written({ meeting: { course, conclusion, state } }: { meeting: MeetingRecord }) {
  if (!course && !conclusion && state === 'planned') return null
  return (
    <Section title={t('meetings.page.minutes')}>
      {!course && !conclusion && <p className="muted">{t('meetings.page.noMinutes')}</p>}
      <Paragraphs title={t('meetings.page.course')} text={course} />
      <Paragraphs title={t('meetings.page.conclusion')} text={conclusion} />
    </Section>
  )
}

function Paragraphs({ title, text }: { title: string; text: string | null }) {
  if (!text) return null
  return (
    <>
      <h3 className="meetings-words-head">{title}</h3>
      {text.split(/\n+/).map((line, index) => (
        <p key={`${index} ${line.slice(0, 20)}`} className="meetings-words">
          {line}
        </p>
      ))}
    </>
  )
}

function MinutesForm({ meeting }: { meeting: MeetingRecord }) {
  const { id, version } = meeting
  const { today } = useSession()
  const saved = { course: meeting.course ?? '', conclusion: meeting.conclusion ?? '' }
  const draft = useDraft(`meetings.minutes.${id}`, Typed, saved)
  const { mutate, isPending, error } = useMeetingDeed(id)
  const { value, set } = draft
  const isChanged = value.course !== saved.course || value.conclusion !== saved.conclusion
  const save = () =>
    mutate(
      {
        deed: 'change',
        command: { course: value.course || null, conclusion: value.conclusion || null, version },
      },
      {
        onSuccess: () => {
          draft.drop()
          toast(t('meetings.saved'))
        },
      },
    )
  return (
    <Section title={t('meetings.page.minutes')}>
      {draft.restoredAt !== null && isChanged && (
        <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
      )}
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('meetings.page.minutes')}>
        <TextArea
          label={t('meetings.page.course')}
          hint={t('meetings.page.course.hint')}
          name="course"
          value={value.course}
          onChange={(course) => set({ ...value, course })}
          rows={5}
        />
        <TextArea
          label={t('meetings.page.conclusion')}
          hint={t('meetings.page.conclusion.hint')}
          name="conclusion"
          value={value.conclusion}
          onChange={(conclusion) => set({ ...value, conclusion })}
          rows={5}
        />
        <FormActions>
          <Button type="submit" isPending={isPending} isDisabled={!isChanged}>
            {t('meetings.page.save')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}
