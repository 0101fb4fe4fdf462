import type { Notice } from '@hopluc/shared/directives'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice as NoticeLine } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useNoticeStep } from './notice-queries.ts'

type Said = 'submit' | 'approve' | 'return' | 'start_by_word'
const SAID: readonly Said[] = ['approve', 'return', 'submit', 'start_by_word']
const PATH = {
  submit: 'submit',
  approve: 'approve',
  return: 'return',
  start_by_word: 'start-by-word',
} as const

/** What can be done with the draft now, by whoever looks at it. */
export function NoticeSteps({ notice }: { notice: Notice }) {
  const [open, setOpen] = useState<Said | null>(null)
  const step = useNoticeStep(notice.documentId)
  const steps = SAID.filter((one) => notice.allowed.includes(one))
  if (steps.length === 0) return null
  const close = () => {
    setOpen(null)
    step.reset()
  }
  const send = (said: Said, note: string) =>
    step.mutate(
      { step: PATH[said], version: notice.version, ...(note && { note }) },
      {
        onSuccess: () => {
          toast(t(`readings.notice.${said}.done`))
          close()
        },
      },
    )
  return (
    <Section title={t('readings.notice.steps')}>
      <div className="notice-steps">
        {steps.map((said, index) => (
          <Button
            key={said}
            isWide
            kind={index === 0 && said !== 'start_by_word' ? 'primary' : 'plain'}
            onPress={() => setOpen(said)}
          >
            {t(`readings.notice.${said}`)}
          </Button>
        ))}
      </div>
      {open && (
        <StepDialog
          key={open}
          said={open}
          error={step.error}
          isPending={step.isPending}
          onSend={(note) => send(open, note)}
          onClose={close}
        />
      )}
    </Section>
  )
}

function StepDialog(props: {
  said: Said
  error: unknown
  isPending: boolean
  onSend: (note: string) => void
  onClose: () => void
}) {
  const { said, error } = props
  const [note, setNote] = useState('')
  const isNeeded = said === 'return'
  return (
    <Dialog
      title={t(`readings.notice.${said}`)}
      isOpen
      onClose={props.onClose}
      actions={
        <Button
          kind="primary"
          isPending={props.isPending}
          isDisabled={isNeeded && note.trim() === ''}
          onPress={() => props.onSend(note.trim())}
        >
          {t(`readings.notice.${said}`)}
        </Button>
      }
    >
      <div className="form">
        <p>{t(`readings.notice.${said}.note`)}</p>
        {error !== null && error !== undefined && (
          <NoticeLine kind="error">{sentence(error)}</NoticeLine>
        )}
        <TextArea
          label={t('readings.notice.words')}
          value={note}
          onChange={setNote}
          rows={3}
          isRequired={isNeeded}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- what was opened is to be written in
          autoFocus
        />
      </div>
    </Dialog>
  )
}
