import type { ReadingOutcome } from '@hopluc/shared/readings'
import type { PlainDate } from '@hopluc/shared/values'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatInstant, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type DroppedFile, FileDrop } from '../../ui/file-drop.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { MeetingPicker } from '../meetings/meeting-picker.tsx'
import { useIntake } from './queries.ts'

const ENDINGS = ['.docx', '.pdf', '.txt', '.html', '.htm']
const MAX_BYTES = 25_000_000

type Known = Extract<ReadingOutcome, { outcome: 'known' }>

/** Paste or drop a text; a moment later its review stands open. */
export function IntakeForm(props: { meetingId?: string | undefined; today: PlainDate }) {
  const { today } = props
  const [meetingId, setMeetingId] = useState(props.meetingId ?? null)
  // A text marked secret must leave no trace, so what is pasted is not kept on this machine either.
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [known, setKnown] = useState<Known | null>(null)
  const intake = useIntake()
  const navigate = useNavigate()
  const read = (again = false) =>
    intake.mutate(
      { meetingId: meetingId ?? undefined, again, ...(file ? { file } : { text }) },
      {
        onSuccess: (outcome) => {
          if (outcome.outcome === 'known') return setKnown(outcome)
          setKnown(null)
          void navigate({ to: '/readings/$id', params: { id: outcome.id } })
        },
      },
    )
  const dropped: DroppedFile[] = file ? [{ id: file.name, name: file.name, size: file.size }] : []
  const isEmpty = file === null && text.trim() === ''
  return (
    <Section title={t('readings.intake.title')}>
      <form
        className="intake"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty) read()
        }}
      >
        <div className="intake-text">
          <TextArea
            label={t('readings.intake.text')}
            placeholder={t('readings.intake.placeholder')}
            value={text}
            onChange={setText}
            rows={7}
            isDisabled={file !== null}
            hint={
              text.length > 0
                ? t('readings.intake.length', { count: formatNumber(text.length) })
                : t('readings.intake.secret')
            }
          />
        </div>
        <div className="intake-file">
          <FileDrop
            label={t('readings.intake.file')}
            accept={ENDINGS}
            maxBytes={MAX_BYTES}
            files={dropped}
            onFiles={([first]) => setFile(first ?? null)}
            onText={setText}
            onRemove={() => setFile(null)}
          />
          <MeetingPicker
            label={t('readings.intake.meeting')}
            hint={t('readings.intake.meeting.hint')}
            value={meetingId}
            onChange={setMeetingId}
          />
          <Button kind="primary" type="submit" isPending={intake.isPending} isDisabled={isEmpty}>
            {t('readings.intake.read')}
          </Button>
        </div>
      </form>
      {intake.error && <ErrorState error={intake.error} onRetry={() => read()} />}
      {known && (
        <KnownDialog
          known={known}
          today={today}
          isPending={intake.isPending}
          onAgain={() => read(true)}
          onClose={() => setKnown(null)}
        />
      )}
    </Section>
  )
}

function KnownDialog(props: {
  known: Known
  today: PlainDate
  isPending: boolean
  onAgain: () => void
  onClose: () => void
}) {
  const { known, today, isPending, onAgain } = props
  const { id, state, title, by, noticeId, mayReadAgain } = known
  const at = formatInstant(known.at, today)
  const words =
    state === 'confirmed'
      ? t('readings.known.confirmed', { by, at })
      : state === 'open'
        ? t('readings.known.open', { by, at })
        : t('readings.known.document', { at })
  return (
    <Dialog
      title={t('readings.known.title')}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          {mayReadAgain && (
            <Button kind={id ? 'plain' : 'primary'} isPending={isPending} onPress={onAgain}>
              {t(id ? 'readings.known.again' : 'readings.known.readDocument')}
            </Button>
          )}
          {state === 'confirmed' && noticeId && (
            <ButtonLink kind="primary" to="/documents/$id/notice" params={{ id: noticeId }}>
              {t('readings.known.notice')}
            </ButtonLink>
          )}
          {state === 'open' && id && (
            <ButtonLink kind="primary" to="/readings/$id" params={{ id }}>
              {t('readings.known.goOn')}
            </ButtonLink>
          )}
        </>
      }
    >
      <p>
        <b>{title}</b>
      </p>
      <p>{words}</p>
      {mayReadAgain && id && <p className="muted small">{t('readings.known.againNote')}</p>}
    </Dialog>
  )
}
