import type { Directive } from '@hopluc/shared/directives'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { MultiComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Option } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { bodyIds, bodyOptions } from './bodies.ts'
import { useAnswer, useBodies } from './notice-queries.ts'

/** The chair's answer fills in what the text left open: who, and until when. */
export function AnswerDialog({
  directive,
  onClose,
}: {
  directive: Directive
  onClose: () => void
}) {
  const { data: setting } = useQuery(useBodies(directive.readingId))
  const [words, setWords] = useState('')
  const [leads, setLeads] = useState<readonly Option<string>[]>(
    directive.leads.map(({ id, shortName }) => ({ value: id, label: shortName })),
  )
  const [dueOn, setDueOn] = useState(directive.dueOn)
  const answer = useAnswer()
  const send = () =>
    answer.mutate(
      {
        id: directive.id,
        version: directive.version,
        answer: words.trim(),
        ...(setting && { leadIds: bodyIds(leads, setting) }),
        ...(dueOn !== directive.dueOn && {
          due:
            dueOn === null
              ? null
              : { on: dueOn, recurrence: null, isStanding: false, source: 'proposed' as const },
        }),
      },
      {
        onSuccess: () => {
          toast(t('readings.asked.done'))
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t('readings.asked.answer')}
      isOpen
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          isPending={answer.isPending}
          isDisabled={words.trim() === ''}
          onPress={send}
        >
          {t('readings.asked.send')}
        </Button>
      }
    >
      <div className="form">
        <p className="ask-text">{directive.text}</p>
        {directive.askedBack && <p>“{directive.askedBack.question}”</p>}
        {answer.error && <Notice kind="error">{sentence(answer.error)}</Notice>}
        <TextArea
          label={t('readings.asked.words')}
          value={words}
          onChange={setWords}
          rows={2}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- what was opened is to be written in
          autoFocus
        />
        {setting && (
          <MultiComboBox
            label={t('readings.asked.lead')}
            options={bodyOptions(setting)}
            chosen={leads}
            onChange={setLeads}
          />
        )}
        <DatePicker label={t('readings.asked.due')} value={dueOn} onChange={setDueOn} />
      </div>
    </Dialog>
  )
}
