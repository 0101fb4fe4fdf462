import { Return } from '@hopluc/shared/returns'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import type { DialogsProps } from './desk-dialogs.tsx'
import { returnQuery } from './queries.ts'

const MOST = 50_000_000

/** The printed return comes back signed: its file is kept with it. */
export function SignDialog({ data, owner, onClose }: Omit<DialogsProps, 'dialog'>) {
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file)
      return api.upload(`/returns/${data.id}/signed`, form, Return, { method: 'PUT' })
    },
    onSuccess: (next) => {
      queries.setQueryData(returnQuery(owner, data.id).queryKey, { data: next, isKept: false })
      onClose()
      toast(t('returns.signed.done'))
    },
  })
  return (
    <Dialog title={t('returns.deed.sign')} isOpen onClose={onClose} isKept={send.isPending}>
      {send.error && <Notice kind="error">{sentence(send.error)}</Notice>}
      <FileDrop
        label={t('returns.signed.file')}
        accept={['.pdf']}
        maxBytes={MOST}
        isDisabled={send.isPending}
        onFiles={([file]) => file && send.mutate(file)}
        hint={t('returns.signed.hint')}
      />
    </Dialog>
  )
}
