import type { ReturnSection } from '@hopluc/shared/returns'
import { useEffect, useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { TextArea } from '../../ui/text-field.tsx'
import type { Entry } from './use-entry.ts'

interface TextsPartProps {
  readonly section: Exclude<ReturnSection, { kind: 'grid' }>
  readonly entry: Entry
  readonly mayEdit: boolean
}

/** Questions to be answered in words, or one field for remarks. */
export function TextsPart({ section, entry, mayEdit }: TextsPartProps) {
  const fields =
    section.kind === 'questions'
      ? section.questions
      : [{ key: section.key, text: section.title, isRequired: false }]
  return (
    <div className="return-texts">
      {fields.map(({ key, text, isRequired }) => (
        <Answer
          key={key}
          label={text}
          isRequired={isRequired}
          text={entry.texts.find((one) => one.key === key)?.text ?? ''}
          mayEdit={mayEdit}
          onSay={(words) => entry.setText(key, words)}
        />
      ))}
    </div>
  )
}

interface AnswerProps {
  readonly label: string
  readonly isRequired: boolean
  readonly text: string
  readonly mayEdit: boolean
  readonly onSay: (words: string) => void
}

const PAUSE = 400

/** Kept a moment after typing, and when the field is left. */
function Answer({ label, isRequired, text, mayEdit, onSay }: AnswerProps) {
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    if (typed === null || typed.trim() === text.trim()) return undefined
    const timer = setTimeout(() => onSay(typed), PAUSE)
    return () => clearTimeout(timer)
  })
  if (!mayEdit)
    return (
      <div className="return-answer">
        <h2>{label}</h2>
        <p>{text || <span className="muted">{t('returns.text.blank')}</span>}</p>
      </div>
    )
  return (
    <TextArea
      label={label}
      isRequired={isRequired}
      rows={5}
      value={typed ?? text}
      onChange={setTyped}
      onBlur={() => {
        if (typed !== null && typed.trim() !== text.trim()) onSay(typed)
        setTyped(null)
      }}
    />
  )
}
