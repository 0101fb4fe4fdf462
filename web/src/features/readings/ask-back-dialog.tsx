import type { Directive } from '@hopluc/shared/directives'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { useAskBack } from './notice-queries.ts'

/** Puts a question about an item of the draft to the chair. */
export function AskBackDialog({
  directive,
  onClose,
}: {
  directive: Directive
  onClose: () => void
}) {
  const { id, version, gaps, text } = directive
  const [question, setQuestion] = useState(
    t(gaps.includes('no_assignee') ? 'readings.ask.who' : 'readings.ask.when'),
  )
  const ask = useAskBack()
  return (
    <Dialog
      title={t('readings.ask.title')}
      isOpen
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          isPending={ask.isPending}
          isDisabled={question.trim() === ''}
          onPress={() =>
            ask.mutate({ id, version, question: question.trim() }, { onSuccess: onClose })
          }
        >
          {t('readings.ask.send')}
        </Button>
      }
    >
      <p className="ask-text">{text}</p>
      {ask.error && <Notice kind="error">{sentence(ask.error)}</Notice>}
      <TextArea
        label={t('readings.ask.words')}
        value={question}
        onChange={setQuestion}
        rows={3}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what was opened is to be written in
        autoFocus
      />
    </Dialog>
  )
}
