import { ReadingPurpose } from '@hopluc/shared/personal-data'
import { useState } from 'react'
import { sentence } from '../lib/api-error.ts'
import { t } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Form, FormActions } from './form.tsx'
import { Select } from './select.tsx'
import { Notice } from './states.tsx'
import { TextArea } from './text-field.tsx'

/** Fewer letters say nothing of a purpose. */
const SHORTEST = 5

export interface Purpose {
  readonly purpose: ReadingPurpose
  readonly words: string
}

/** Asks for what personal data are read or taken away; what is said goes into the audit. */
export function PurposeDialog(props: {
  readonly title: string
  readonly action: string
  readonly isPending: boolean
  readonly error: unknown
  readonly onSubmit: (purpose: Purpose) => void
  readonly onClose: () => void
}) {
  const { title, action, isPending, error, onSubmit, onClose } = props
  const [purpose, setPurpose] = useState<ReadingPurpose>('contact')
  const [words, setWords] = useState('')
  const [isTried, setTried] = useState(false)
  const isWhole = words.trim().length >= SHORTEST
  const submit = () => (isWhole ? onSubmit({ purpose, words: words.trim() }) : setTried(true))
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {Boolean(error) && <Notice kind="error">{sentence(error)}</Notice>}
      <p className="soft">{t('personal.purpose.text')}</p>
      <Form onSubmit={submit} error={error} label={title}>
        <Select
          label={t('personal.purpose')}
          options={ReadingPurpose.options.map((value) => ({
            value,
            label: t(`personal.purpose.${value}`),
          }))}
          value={purpose}
          onChange={setPurpose}
        />
        <TextArea
          label={t('personal.purpose.words')}
          hint={t('personal.purpose.hint')}
          name="words"
          rows={2}
          maxLength={500}
          value={words}
          onChange={setWords}
          error={isTried && !isWhole ? t('personal.purpose.short') : undefined}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {action}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
