import { IconPlus, IconX } from '@tabler/icons-react'
import { StoredFile } from '@hopluc/shared/documents'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { type DroppedFile, FileDrop } from '../../../ui/file-drop.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { sendStated } from '../../documents/stated-open.ts'
import { newId } from '../../../lib/new-id.ts'
import type { KeptFile, TypedPaper } from './deed-draft.ts'

const MAX_FILE = 25_000_000
export const PAPERS_ACCEPTED = [
  '.pdf',
  '.docx',
  '.doc',
  '.xlsx',
  '.xls',
  '.png',
  '.jpg',
  '.jpeg',
  '.zip',
]

/** Sends a file ahead of its deed; it is anybody's only once a record names it. */
export function sendFile(
  file: File,
  onProgress?: (share: number) => void,
): Promise<{ id: string; name: string; size: number }> {
  return sendStated(file.name, (isStatedOpen) => {
    const form = new FormData()
    form.append('statedOpen', String(isStatedOpen))
    form.append('file', file)
    return api.upload('/files', form, StoredFile, {
      key: newId(),
      ...(onProgress && { onProgress }),
    })
  })
}

export interface FilesFieldProps {
  readonly label: string
  readonly files: readonly KeptFile[]
  readonly onChange: (change: (files: readonly KeptFile[]) => KeptFile[]) => void
  /** While a file is on its way the deed waits. */
  readonly onBusy: (isBusy: boolean) => void
  /** Papers of any usual kind without it. */
  readonly accept?: readonly string[]
  readonly maxBytes?: number
}

/** Files are sent at once, so that a long one is there when the words are written. */
export function FilesField(props: FilesFieldProps) {
  const { label, files, onChange, onBusy, accept = PAPERS_ACCEPTED, maxBytes = MAX_FILE } = props
  const [coming, setComing] = useState<readonly DroppedFile[]>([])
  const change = (id: string, next: Partial<DroppedFile> | null) =>
    setComing((before) =>
      before.flatMap((one) => (one.id === id ? (next ? [{ ...one, ...next }] : []) : [one])),
    )
  const take = async (dropped: readonly File[]) => {
    onBusy(true)
    await Promise.all(
      dropped.map(async (file) => {
        const id = newId()
        setComing((before) => [...before, { id, name: file.name, size: file.size, share: 0 }])
        try {
          const kept = await sendFile(file, (share) => change(id, { share: Math.min(share, 0.99) }))
          onChange((before) => [...before, { id: kept.id, name: kept.name, size: kept.size }])
          change(id, null)
        } catch (error) {
          change(id, { error: sentence(error) })
        }
      }),
    )
    onBusy(false)
  }
  const shown = [...files.map((file) => ({ ...file, share: 1 })), ...coming]
  return (
    <FileDrop
      label={label}
      accept={accept}
      maxBytes={maxBytes}
      isMultiple
      files={shown}
      onFiles={(dropped) => void take(dropped)}
      onRemove={(id) => {
        change(id, null)
        onChange((before) => before.filter((file) => file.id !== id))
      }}
    />
  )
}

export interface PaperFieldProps {
  readonly paper: TypedPaper
  readonly onChange: (paper: TypedPaper) => void
  readonly today: string
  readonly isRequired?: boolean | undefined
  readonly error?: string | undefined
}

/** A paper by its number and day. */
export function PaperField({ paper, onChange, today, isRequired, error }: PaperFieldProps) {
  return (
    <div className="form-row">
      <TextField
        label={t('tasks.paper.number')}
        placeholder={t('tasks.paper.example')}
        value={paper.number}
        onChange={(number) => onChange({ ...paper, number })}
        isRequired={isRequired ?? false}
        error={error}
        name="number"
      />
      <DatePicker
        label={t('tasks.paper.on')}
        value={paper.on}
        onChange={(on) => onChange({ ...paper, on })}
        max={today}
        isRequired={isRequired}
      />
    </div>
  )
}

/** Papers that show the result: a number and a day are enough. */
export function PapersField({
  papers,
  onChange,
  today,
  error,
}: {
  papers: readonly TypedPaper[]
  onChange: (papers: TypedPaper[]) => void
  today: string
  error?: string | undefined
}) {
  return (
    <fieldset className="tasks-papers">
      <legend className="field-label">{t('tasks.papers')}</legend>
      {papers.map((paper, index) => (
        // A line has no name of its own: its place is what it is.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="tasks-paper">
          <PaperField
            paper={paper}
            today={today}
            error={error}
            onChange={(next) => onChange(papers.map((one, at) => (at === index ? next : one)))}
          />
          <IconButton
            label={t('ui.remove', { name: paper.number || t('tasks.paper.number') })}
            icon={IconX}
            onPress={() => onChange(papers.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        kind="quiet"
        isSmall
        icon={IconPlus}
        onPress={() => onChange([...papers, { number: '', on: null }])}
      >
        {t('tasks.papers.add')}
      </Button>
    </fieldset>
  )
}
