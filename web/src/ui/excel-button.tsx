import { IconFileSpreadsheet } from '@tabler/icons-react'
import { ExportJob } from '@hopluc/shared/exports'
import { useMutation } from '@tanstack/react-query'
import { api, type Search } from '../lib/api.ts'
import { sentence } from '../lib/api-error.ts'
import { t } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { toast } from './toast.tsx'

const EVERY_MS = 2000
/** Whoever waits longer finds the file among the notices. */
const LONGEST_MS = 600_000

export interface ExcelButtonProps {
  /** The list's address: '/tasks'. */
  readonly path: string
  readonly search: Search
  readonly isSmall?: boolean | undefined
}

/** Saves a list as Excel; a long one is made in the background, and saved when it is there. */
export function ExcelButton({ path, search, isSmall = false }: ExcelButtonProps) {
  const { mutate, isPending } = useMutation({
    mutationFn: () => saveList(path, search),
    onError: (error) => toast(sentence(error), { kind: 'late' }),
  })
  return (
    <Button
      icon={IconFileSpreadsheet}
      isSmall={isSmall}
      isPending={isPending}
      onPress={() => mutate()}
    >
      {t('ui.excel')}
    </Button>
  )
}

/** Saves the list of an address with its filters; waits where it is made in the background. */
export async function saveList(path: string, search: Search): Promise<void> {
  const { cursor: _cursor, ...filters } = search
  const { job } = await api.download(path, { ...filters, format: 'xlsx' })
  if (job === null) return
  toast(t('ui.excel.working'))
  for (const until = Date.now() + LONGEST_MS; Date.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    const { state, file, error } = await api.get(job.replace(/^\/api/, ''), ExportJob)
    if (state === 'failed') return toast(error ?? t('error.server'), { kind: 'late' })
    if (state === 'done' && file) return void (await api.download(`/files/${file.id}`))
  }
}
