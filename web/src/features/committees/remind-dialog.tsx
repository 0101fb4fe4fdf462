import type { Reminded } from '@hopluc/shared/committee-levels'
import type { Id } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useRemind } from './queries.ts'

/** Reminds communes of their committees; the texts to send by chat come back. */
export function RemindDialog(props: {
  committeeId: Id
  units: readonly { id: Id; name: string }[]
  onClose: () => void
}) {
  const { committeeId, units, onClose } = props
  const [note, setNote] = useState('')
  const [texts, setTexts] = useState<Reminded['texts']>([])
  const { mutate, isPending, error } = useRemind(committeeId)
  const remind = () =>
    mutate(
      { unitIds: units.map(({ id }) => id), note: note.trim() || null },
      {
        onSuccess: (answer) => {
          setTexts(answer.texts)
          toast(t('committees.remind.done', { count: answer.reminded }), { kind: 'done' })
        },
      },
    )
  return (
    <Dialog title={t('committees.remind')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {texts.length > 0 ? (
        <>
          <Section title={t('committees.remind.copy')}>
            {texts.map(({ unitId, text }) => (
              <p key={unitId} className="committees-copy">
                {text}
              </p>
            ))}
          </Section>
          <FormActions>
            <Button kind="primary" onPress={onClose}>
              {t('ui.close')}
            </Button>
          </FormActions>
        </>
      ) : (
        <Form onSubmit={remind} error={error} label={t('committees.remind')}>
          <p>{units.map(({ name }) => name).join(', ')}</p>
          <TextArea label={t('committees.remind.note')} value={note} onChange={setNote} rows={2} />
          <FormActions>
            <Button onPress={onClose}>{t('ui.cancel')}</Button>
            <Button kind="primary" type="submit" isPending={isPending}>
              {t('committees.remind')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  )
}
