import { IconX } from '@tabler/icons-react'
import type { DocumentRecord, FilePart, StoredFile } from '@hopluc/shared/documents'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatBytes } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { FileChip } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useDocumentDeed } from './queries.ts'
import { ACCEPTED, MAX_BYTES, useUploads } from './use-uploads.ts'

/** The files of a paper, and where new ones are dropped. */
export function DocumentFiles({ document }: { document: DocumentRecord }) {
  const { id, files, version, allowed } = document
  const { mutate, isPending, error } = useDocumentDeed(id)
  const [going, setGoing] = useState<StoredFile | undefined>()
  const mayAttach = allowed.includes('attach')
  const part: FilePart = files.some((file) => file.part === 'main') ? 'attachment' : 'main'
  const { uploads, send, forget } = useUploads((file, done) =>
    mutate(
      { deed: 'attach', command: { fileId: file.id, part, version } },
      { onSuccess: () => done() },
    ),
  )
  if (document.isStub) return null
  return (
    <Section title={t('documents.page.files')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {files.length === 0 && !mayAttach && <p className="muted">{t('documents.page.noFiles')}</p>}
      <ul className="documents-files">
        {files.map((file) => (
          <li key={file.id}>
            <FileChip href={`/api/files/${file.id}`}>{file.name}</FileChip>
            <span className="muted small">
              {t(`documents.part.${file.part}`)}, {formatBytes(file.size)}
            </span>
            {mayAttach && (
              <IconButton
                label={t('documents.file.remove', { name: file.name })}
                icon={IconX}
                isSmall
                onPress={() => setGoing(file)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayAttach && (
        <FileDrop
          label={t('documents.page.addFile')}
          accept={ACCEPTED}
          maxBytes={MAX_BYTES}
          isDisabled={isPending}
          onFiles={send}
          files={uploads}
          onRemove={forget}
        />
      )}
      {going && (
        <Confirm
          title={t('documents.file.removeDo')}
          action={t('documents.file.removeDo')}
          kind="danger"
          isOpen
          isPending={isPending}
          onClose={() => setGoing(undefined)}
          onConfirm={() =>
            mutate(
              { deed: 'detach', command: { fileId: going.id, version } },
              { onSettled: () => setGoing(undefined) },
            )
          }
        >
          {t('documents.file.removeAsk', { name: going.name })}
        </Confirm>
      )}
    </Section>
  )
}
