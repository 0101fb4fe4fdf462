import { MatterJob, type MatterKind } from '@hopluc/shared/matters'
import type { Id } from '@hopluc/shared/values'
import { IconFileZip } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'

const EVERY_MS = 700
/** Whoever waits longer finds the file among the notices. */
const LONGEST_MS = 600_000

export interface ArchiveButtonProps {
  readonly kind: MatterKind
  readonly id: Id
}

/** Saves the file of a matter as a ZIP; tells how far it is while it is made. */
export function ArchiveButton({ kind, id }: ArchiveButtonProps) {
  const { may } = useSession()
  const [progress, setProgress] = useState<MatterJob['progress']>(null)
  const { mutate, isPending } = useMutation({
    mutationFn: () => archive(kind, id, setProgress),
    onSuccess: (isSaved) => toast(t(isSaved ? 'matters.archive.saved' : 'matters.archive.long')),
    onError: (error) => toast(sentence(error), { kind: 'late' }),
    onSettled: () => setProgress(null),
  })
  if (!may.includes('matter.archive')) return null
  const words = progress ? t('matters.archive.progress', progress) : t('matters.archive.going')
  return (
    <Button icon={IconFileZip} isPending={isPending} onPress={() => mutate()}>
      {isPending ? words : t('matters.archive')}
    </Button>
  )
}

async function archive(
  kind: MatterKind,
  id: Id,
  onProgress: (progress: MatterJob['progress']) => void,
): Promise<boolean> {
  const asked = await api.post('/matters', { kind, id }, MatterJob, { key: newId() })
  for (const until = Date.now() + LONGEST_MS; Date.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    const { state, file, error, progress } = await api.get(`/matters/${asked.id}`, MatterJob)
    onProgress(progress)
    if (state === 'failed') throw new Error(error ?? t('error.server'))
    if (state === 'done' && file) {
      await api.download(`/files/${file.id}`)
      return true
    }
  }
  return false
}
