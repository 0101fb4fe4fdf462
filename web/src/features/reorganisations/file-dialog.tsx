import type { DraftedPlan } from '@hopluc/shared/reorganisation-file'
import type { ReorganisationPlan } from '@hopluc/shared/reorganisations'
import type { PlainDate } from '@hopluc/shared/values'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type DroppedFile, FileDrop } from '../../ui/file-drop.tsx'
import { Notice } from '../../ui/states.tsx'
import { sendFile } from '../tasks/deeds/evidence-fields.tsx'
import { planFromFile } from './queries.ts'
import { inWords } from './words.ts'

const MAX_FILE = 25_000_000

export interface FileDialogProps {
  readonly onDay: PlainDate
  readonly onClose: () => void
  readonly onPlan: (plan: ReorganisationPlan) => void
}

/** A plan drawn up from a list of which unit passes to which; lines that cannot be read are named. */
export function FileDialog({ onDay, onClose, onPlan }: FileDialogProps) {
  const [file, setFile] = useState<DroppedFile | null>(null)
  const [withAgencies, setWithAgencies] = useState(true)
  const read = useMutation({
    mutationFn: async (given: File): Promise<DraftedPlan> => {
      const shown = { id: 'file', name: given.name, size: given.size }
      const sent = await sendFile(given, (share) => setFile({ ...shown, share }))
      setFile({ ...shown, share: 1 })
      return planFromFile({ fileId: sent.id, onDay, withAgencies })
    },
  })
  const drafted = read.data
  const isGood = drafted !== undefined && drafted.errors.length === 0
  return (
    <Dialog
      title={t('reorganisations.file')}
      isOpen
      onClose={onClose}
      shape="wide"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={!isGood}
            onPress={() => isGood && onPlan(drafted.plan)}
          >
            {t('reorganisations.file.take')}
          </Button>
        </>
      }
    >
      <p className="muted small">{t('reorganisations.file.text')}</p>
      <Checkbox isSelected={withAgencies} onChange={setWithAgencies}>
        {t('reorganisations.file.agencies')}
      </Checkbox>
      <FileDrop
        label={t('reorganisations.file')}
        accept={['.xlsx', '.csv']}
        maxBytes={MAX_FILE}
        files={file ? [{ ...file, ...(read.error && { error: sentence(read.error) }) }] : []}
        onFiles={([given]) => given && read.mutate(given)}
        onRemove={() => {
          setFile(null)
          read.reset()
        }}
      />
      {isGood && (
        <Notice kind="info">
          {t('reorganisations.file.read', {
            rows: formatNumber(drafted.rows),
            founded: formatNumber(drafted.plan.units.founded.length),
            ended: formatNumber(drafted.plan.units.ended.length),
          })}
        </Notice>
      )}
      {drafted && !isGood && (
        <Notice kind="error">
          {t('reorganisations.file.errors', { count: drafted.errors.length })}
          <ul className="issues">
            {drafted.errors.slice(0, 50).map((issue) => (
              <li key={`${issue.path} ${issue.code}`}>
                <b>{t('reorganisations.file.line', { line: issue.path })}</b> {inWords(issue)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Dialog>
  )
}
