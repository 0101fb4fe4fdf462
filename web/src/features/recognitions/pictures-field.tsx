import type { Recognition } from '@hopluc/shared/recognitions'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { KeptFile } from '../tasks/deeds/deed-draft.ts'
import { FilesField } from '../tasks/deeds/evidence-fields.tsx'

export type KeptPicture = Recognition['pictures'][number]

const PICTURES = ['.png', '.jpg', '.jpeg', '.webp']
const MAX_PICTURE = 5_000_000
const MOST = 12

interface PicturesFieldProps {
  readonly pictures: readonly KeptPicture[]
  readonly onChange: (change: (before: readonly KeptPicture[]) => readonly KeptPicture[]) => void
  readonly onBusy: (isBusy: boolean) => void
}

/** Pictures with their captions, in the order in which they are shown; the first stands for all. */
export function PicturesField({ pictures, onChange, onBusy }: PicturesFieldProps) {
  const take = (change: (files: readonly KeptFile[]) => KeptFile[]) => {
    const fresh = change([]).map(({ id }) => ({ fileId: id, caption: '' }))
    onChange((before) => [...before, ...fresh].slice(0, MOST))
  }
  return (
    <fieldset className="recognition-stated">
      <legend className="field-label">{t('recognition.pictures')}</legend>
      <ul className="recognition-pictures">
        {pictures.map(({ fileId, caption }, at) => (
          <li key={fileId}>
            <img src={`/api/files/${fileId}`} alt={t('recognition.picture', { index: at + 1 })} />
            <TextField
              label={t('recognition.picture.caption', { index: at + 1 })}
              value={caption}
              onChange={(next) =>
                onChange((before) =>
                  before.map((one) => (one.fileId === fileId ? { fileId, caption: next } : one)),
                )
              }
            />
            <Button
              isSmall
              onPress={() => onChange((before) => before.filter((one) => one.fileId !== fileId))}
            >
              {t('recognition.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <FilesField
        label={t('recognition.pictures.add')}
        accept={PICTURES}
        maxBytes={MAX_PICTURE}
        files={[]}
        onChange={take}
        onBusy={onBusy}
      />
    </fieldset>
  )
}
