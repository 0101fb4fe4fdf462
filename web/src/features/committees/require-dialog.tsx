import type { Requirement } from '@hopluc/shared/committee-levels'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { DocumentPicker } from '../documents/document-picker.tsx'
import { useRequire } from './queries.ts'

/** Whether the communes below need a committee, and by which paper. */
export function RequireDialog(props: {
  committeeId: Id
  requirement: Requirement | undefined
  onClose: () => void
}) {
  const { committeeId, requirement, onClose } = props
  const [isRequired, setRequired] = useState<'yes' | 'no'>(
    requirement?.isRequired === false ? 'no' : 'yes',
  )
  const [words, setWords] = useState(requirement?.words ?? '')
  const [documentId, setDocument] = useState<Id | null>(requirement?.documentId ?? null)
  const [item, setItem] = useState(requirement?.item ?? '')
  const [since, setSince] = useState<PlainDate | null>(requirement?.decidedSince ?? null)
  const { mutate, isPending, error } = useRequire(committeeId)
  const save = () =>
    mutate(
      {
        version: requirement?.version ?? 0,
        isRequired: isRequired === 'yes',
        words: words.trim() || null,
        documentId,
        item: item.trim() || null,
        decidedSince: since,
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('committees.require.done'))
        },
      },
    )
  return (
    <Dialog title={t('committees.require.title')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('committees.require.title')}>
        <RadioGroup
          label={t('committees.require')}
          value={isRequired}
          onChange={setRequired}
          choices={[
            { value: 'yes', label: t('committees.require.is') },
            { value: 'no', label: t('committees.require.isNot') },
          ]}
        />
        <TextField label={t('committees.require.words')} value={words} onChange={setWords} />
        <FormRow>
          <DocumentPicker label={t('committees.paper')} value={documentId} onChange={setDocument} />
          <TextField label={t('committees.require.item')} value={item} onChange={setItem} />
        </FormRow>
        <DatePicker
          label={t('committees.require.since')}
          hint={t('committees.require.since.hint')}
          value={since}
          onChange={setSince}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('organisation.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
