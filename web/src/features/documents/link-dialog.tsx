import { type DocumentRecord, LinkRelation } from '@hopluc/shared/documents'
import type { Id } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { DocumentPicker } from './document-picker.tsx'
import { useDocumentDeed } from './queries.ts'

/** Says what this paper rests on, replaces, amends or answers. */
export function LinkDialog(props: { document: DocumentRecord; onClose: () => void }) {
  const { document, onClose } = props
  const { mutate, isPending, error } = useDocumentDeed(document.id)
  const [relation, setRelation] = useState<LinkRelation>('rests_on')
  const [toId, setToId] = useState<Id | null>(null)
  const save = () =>
    toId &&
    mutate(
      { deed: 'link', command: { toId, relation, version: document.version } },
      { onSuccess: onClose },
    )
  return (
    <Dialog
      title={t('documents.link.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={isPending} isDisabled={!toId} onPress={save}>
            {t('documents.link.save')}
          </Button>
        </>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <RadioGroup
        label={t('documents.link.relation')}
        choices={LinkRelation.options.map((one) => ({
          value: one,
          label: t(`documents.relation.${one}`),
        }))}
        value={relation}
        onChange={(one) => setRelation(LinkRelation.parse(one))}
        isRow
      />
      <DocumentPicker
        label={t('documents.link.to')}
        value={toId}
        onChange={setToId}
        except={document.id}
      />
    </Dialog>
  )
}
