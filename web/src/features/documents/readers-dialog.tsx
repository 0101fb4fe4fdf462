import type { DocumentRecord } from '@hopluc/shared/documents'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { AgenciesPicker, type ChosenAgency } from '../tasks/agency-picker.tsx'
import { toast } from '../../ui/toast.tsx'
import { useDocumentDeed } from './queries.ts'

/** To whom the paper is made known. */
export function ReadersDialog(props: { document: DocumentRecord; onClose: () => void }) {
  const { document, onClose } = props
  const { mutate, isPending, error } = useDocumentDeed(document.id)
  const [chosen, setChosen] = useState<readonly ChosenAgency[]>(
    document.readers.map(({ id, shortName, name }) => ({
      value: id,
      label: shortName,
      note: name,
    })),
  )
  const save = () =>
    mutate(
      {
        deed: 'readers',
        command: { agencyIds: chosen.map(({ value }) => value), version: document.version },
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('documents.saved'))
        },
      },
    )
  return (
    <Dialog
      title={t('documents.readers.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={isPending} onPress={save}>
            {t('documents.readers.save')}
          </Button>
        </>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <AgenciesPicker
        label={t('documents.readers.agencies')}
        hint={t('documents.readers.hint')}
        chosen={chosen}
        onChange={setChosen}
      />
    </Dialog>
  )
}
