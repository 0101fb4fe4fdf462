import type { ExcelResult } from '@hopluc/shared/return-deeds'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sentence } from '../../lib/api-error.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import type { DialogsProps } from './desk-dialogs.tsx'
import { returnQuery, uploadExcel } from './queries.ts'

const MOST = 10_000_000

/** The filled template: first what it would change, then, when one says so, the change. */
export function ExcelDialog({ data, owner, sync, onClose }: Omit<DialogsProps, 'dialog'>) {
  const queries = useQueryClient()
  const look = useMutation({
    mutationFn: async (file: File) => {
      await sync.flush() // what is typed comes before what is uploaded
      return { file, result: await uploadExcel(data.id, file, true) }
    },
  })
  const take = useMutation({
    mutationFn: (file: File) => uploadExcel(data.id, file, false),
    onSuccess: async (result) => {
      await queries.invalidateQueries({ queryKey: returnQuery(owner, data.id).queryKey })
      onClose()
      toast(t('returns.upload.done', { count: result.changed }))
    },
  })
  const error = look.error ?? take.error
  const seen = look.data
  const mayTake = seen && seen.result.errors.length === 0 && seen.result.changed > 0
  return (
    <Dialog
      title={t('returns.upload')}
      shape="wide"
      isOpen
      onClose={onClose}
      isKept={take.isPending}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          {mayTake && (
            <Button
              kind="primary"
              isPending={take.isPending}
              onPress={() => take.mutate(seen.file)}
            >
              {t('returns.upload.take', { count: seen.result.changed })}
            </Button>
          )}
        </>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <FileDrop
        label={t('returns.upload.file')}
        accept={['.xlsx']}
        maxBytes={MOST}
        isDisabled={look.isPending}
        onFiles={([file]) => file && look.mutate(file)}
        files={
          seen ? [{ id: 'file', name: seen.file.name, size: seen.file.size, share: 1 }] : undefined
        }
        hint={t('returns.upload.hint')}
      />
      {seen && <Found result={seen.result} />}
    </Dialog>
  )
}

function Found({ result }: { result: ExcelResult }) {
  const { changed, unchanged, errors, conflicts } = result
  return (
    <>
      <p>{t('returns.upload.found', { changed, unchanged })}</p>
      {errors.length > 0 && (
        <Notice kind="error">
          {t('returns.upload.errors', { count: errors.length })}
          <ul className="return-faults">
            {errors.slice(0, 12).map(({ sheet, cell, vi, en }) => (
              <li key={`${sheet} ${cell}`}>
                <b className="figures">
                  {sheet}!{cell}
                </b>{' '}
                {language() === 'en' ? en : vi}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {conflicts.length > 0 && (
        <Notice kind="warning">{t('returns.upload.conflicts', { count: conflicts.length })}</Notice>
      )}
    </>
  )
}
