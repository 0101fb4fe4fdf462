import type { ReorganisationQuestion } from '@hopluc/shared/reorganisations'
import { useState } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AgencyPicker } from '../organisation/pickers.tsx'
import { inWords } from './words.ts'

export interface QuestionsPartProps {
  readonly questions: readonly ReorganisationQuestion[]
  readonly isPending: boolean
  readonly onAnswer: (key: string, answer: string) => void
}

/** What the plan cannot decide; open ones first, each with its choices. */
export function QuestionsPart({ questions, isPending, onAnswer }: QuestionsPartProps) {
  const open = questions.filter(({ isOpen }) => isOpen).length
  const sorted = questions.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen))
  return (
    <Section
      title={t('reorganisations.questions')}
      note={
        questions.length > 0 &&
        t('reorganisations.questions.count', {
          open: formatNumber(open),
          all: formatNumber(questions.length),
        })
      }
    >
      {questions.length === 0 && <EmptyState>{t('reorganisations.questions.none')}</EmptyState>}
      <ol className="questions">
        {sorted.map((question) => (
          <li key={question.key}>
            <p>
              <Status kind={question.isOpen ? 'soon' : 'done'}>{question.subject.name}</Status>
            </p>
            <Answer
              key={question.answer}
              question={question}
              isPending={isPending}
              onAnswer={(answer) => onAnswer(question.key, answer)}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}

interface AnswerProps {
  readonly question: ReorganisationQuestion
  readonly isPending: boolean
  readonly onAnswer: (answer: string) => void
}

function Answer({ question, isPending, onAnswer }: AnswerProps) {
  const { input, choices, answer, usual } = question
  const given = answer ?? usual
  const label = inWords(question)
  if (input === 'agency')
    return (
      <>
        {choices.length > 0 && <Choices {...{ question, isPending, onAnswer }} />}
        <AgencyPicker
          label={choices.length > 0 ? t('reorganisations.questions.other') : label}
          value={choices.some(({ value }) => value === given) ? null : given}
          onChange={(id) => id && onAnswer(id)}
        />
      </>
    )
  if (input === 'choice') return <Choices {...{ question, isPending, onAnswer }} />
  return <Typed {...{ question, isPending, onAnswer }} />
}

function Choices({ question, isPending, onAnswer }: AnswerProps) {
  return (
    <RadioGroup
      label={inWords(question)}
      isDisabled={isPending}
      choices={question.choices.map((choice) => ({ value: choice.value, label: inWords(choice) }))}
      value={question.answer ?? question.usual}
      onChange={onAnswer}
    />
  )
}

const UNKNOWN = 'unknown'

/** Words, or a share in per cent; kept when one says so. */
function Typed({ question, isPending, onAnswer }: AnswerProps) {
  const { input, answer, usual } = question
  const [words, setWords] = useState(answer ?? usual ?? '')
  const percent = words === '' || words === UNKNOWN ? Number.NaN : Number(words) * 100
  return (
    <div className="question-typed">
      {input === 'share' ? (
        <NumberField
          label={inWords(question)}
          hint={words === UNKNOWN ? t('reorganisations.questions.unknown.is') : undefined}
          unit="%"
          minValue={0}
          maxValue={100}
          value={percent}
          onChange={(next) => setWords(Number.isNaN(next) ? '' : String(next / 100))}
        />
      ) : (
        <TextField label={inWords(question)} value={words} onChange={setWords} />
      )}
      <Button
        isPending={isPending}
        isDisabled={words.trim() === '' || words === answer}
        onPress={() => onAnswer(words.trim())}
      >
        {t('reorganisations.questions.keep')}
      </Button>
      {input === 'share' && (
        <Button kind="quiet" isDisabled={isPending} onPress={() => onAnswer(UNKNOWN)}>
          {t('reorganisations.questions.unknown')}
        </Button>
      )}
    </div>
  )
}
