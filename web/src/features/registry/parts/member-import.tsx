import type { MemberImportPreview } from '@hopluc/shared/entity-parts-people'
import type { Id } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { formatDate } from '../../../lib/format.ts'
import { language, t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { type DroppedFile, FileDrop } from '../../../ui/file-drop.tsx'
import { Notice } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { sendFile } from '../../tasks/deeds/evidence-fields.tsx'
import { MemberMapping, type Reading } from './member-mapping.tsx'
import { useMemberImport } from './queries.ts'
import { million } from './words.ts'

const MAX_FILE = 20_000_000
const SHOWN = 200

/** A list of members: what it would do, which cells are wrong; then all of it, or the good lines alone. */
export function MemberImportDialog({ entityId, onClose }: { entityId: Id; onClose: () => void }) {
  const [file, setFile] = useState<DroppedFile | null>(null)
  const [fileId, setFileId] = useState<Id | null>(null)
  const [reading, setReading] = useState<Reading | null>(null)
  const [preview, setPreview] = useState<MemberImportPreview | null>(null)
  const { look, enter } = useMemberImport(entityId)
  const forget = () => {
    look.reset()
    setReading(null)
    setPreview(null)
  }
  const read = (next: Reading) => {
    setReading(next)
    if (fileId) look.mutate({ fileId, ...said(next) }, { onSuccess: setPreview })
  }
  const take = async ([given]: readonly File[]) => {
    if (!given) return
    forget()
    const shown = { id: 'file', name: given.name, size: given.size }
    setFile({ ...shown, share: 0 })
    try {
      const sent = await sendFile(given, (share) =>
        setFile({ ...shown, share: Math.min(share, 0.99) }),
      )
      setFile({ ...shown, share: 1 })
      setFileId(sent.id)
      look.mutate({ fileId: sent.id }, { onSuccess: setPreview })
    } catch (error) {
      setFile({ ...shown, error: sentence(error) })
    }
  }
  const errors = preview?.issues.filter(({ isError }) => isError).length ?? 0
  const good = preview ? preview.counts.add + preview.counts.change : 0
  const run = () =>
    fileId &&
    enter.mutate(
      { fileId, ...(reading && said(reading)), isPartial: errors > 0 },
      {
        onSuccess: ({ added, changed }) => {
          onClose()
          toast(t('parts.import.done', { added, changed }))
        },
      },
    )
  const error = look.error ?? enter.error
  return (
    <Dialog
      title={t('parts.members.import')}
      isOpen
      onClose={onClose}
      shape="wide"
      isKept={enter.isPending}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={good === 0 || look.isPending || look.isError}
            isPending={enter.isPending}
            onPress={run}
          >
            {errors > 0
              ? t('parts.import.good', { count: good })
              : t('parts.import.all', { count: good })}
          </Button>
        </>
      }
    >
      <FileDrop
        label={t('parts.import.file')}
        accept={['.xlsx', '.csv']}
        maxBytes={MAX_FILE}
        onFiles={(files) => void take(files)}
        files={file ? [file] : []}
        onRemove={() => {
          setFile(null)
          setFileId(null)
          forget()
        }}
        hint={t('parts.import.hint')}
      />
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {preview && <MemberMapping preview={preview} isPending={look.isPending} onChange={read} />}
      {preview && <Preview preview={preview} />}
    </Dialog>
  )
}

const said = ({ sheet, mapping }: Reading) => ({
  sheet,
  ...(mapping && { mapping: { ...mapping } }),
})

type Row = MemberImportPreview['rows'][number]
const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'line',
    head: t('parts.import.line'),
    isFigure: true,
    width: '56px',
    cell: ({ line }) => line,
  },
  { id: 'name', head: t('parts.member.name'), phone: 'title', cell: ({ name }) => name || '–' },
  {
    id: 'kind',
    head: t('parts.member.kind'),
    cell: ({ kind }) => (kind ? t(`parts.memberKind.${kind}`) : ''),
  },
  {
    id: 'share',
    head: t('parts.member.share.million'),
    isFigure: true,
    cell: ({ share }) => million(share),
  },
  {
    id: 'joined',
    head: t('parts.member.joinedOn'),
    cell: ({ joinedOn }) => joinedOn && <span className="figures">{formatDate(joinedOn)}</span>,
  },
  {
    id: 'action',
    head: t('parts.import.action'),
    phone: 'end',
    cell: ({ action }) => t(`parts.import.${action}`),
  },
]

function Preview({ preview: { counts, issues, rows } }: { preview: MemberImportPreview }) {
  return (
    <>
      <p className="sentence">{t('parts.import.counts', counts)}</p>
      {issues.length > 0 && (
        <ul className="parts-issues" aria-label={t('parts.import.issues')}>
          {issues.slice(0, SHOWN).map((issue) => (
            <li key={`${issue.line} ${issue.field} ${issue.vi}`}>
              <b className="figures">{`${issue.column ?? ''}${issue.line}`}</b> {issue[language()]}
            </li>
          ))}
        </ul>
      )}
      <Table
        label={t('parts.import.rows')}
        columns={COLUMNS}
        rows={rows.slice(0, SHOWN)}
        rowKey={({ line }) => String(line)}
      />
      {rows.length > SHOWN && (
        <p className="muted small">{t('parts.import.more', { count: rows.length - SHOWN })}</p>
      )}
    </>
  )
}
