import type { DirectiveCard } from '@hopluc/shared/readings'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-field.tsx'

/** A question to the chair about what the text leaves open, kept with the card. */
export function AskDialog(props: {
  card: DirectiveCard
  onKeep: (question: string | null) => void
  onClose: () => void
}) {
  const { card, onKeep, onClose } = props
  const usual = t(card.leadIds.length === 0 ? 'readings.ask.who' : 'readings.ask.when')
  const [question, setQuestion] = useState(card.question ?? usual)
  const keep = (words: string | null) => {
    onKeep(words)
    onClose()
  }
  return (
    <Dialog
      title={t('readings.ask.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          {card.question !== null && (
            <Button onPress={() => keep(null)}>{t('readings.ask.drop')}</Button>
          )}
          <Button
            kind="primary"
            isDisabled={question.trim() === ''}
            onPress={() => keep(question.trim())}
          >
            {t('readings.ask.keep')}
          </Button>
        </>
      }
    >
      <p className="ask-text">{card.text}</p>
      <TextArea
        label={t('readings.ask.words')}
        value={question}
        onChange={setQuestion}
        rows={3}
        hint={t('readings.ask.note')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what was opened is to be written in
        autoFocus
      />
    </Dialog>
  )
}
