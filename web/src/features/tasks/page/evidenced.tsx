import { IconFileDownload } from '@tabler/icons-react'
import type { PaperMark, TaskFile } from '@hopluc/shared/tasks'
import { formatBytes, formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import { FileChip } from '../../../ui/marks.tsx'

/** Papers by number and day, files to open: what shows that something was done. */
export function Evidenced({
  papers,
  files,
}: {
  papers: readonly PaperMark[]
  files: readonly Pick<TaskFile, 'id' | 'name' | 'size'>[]
}) {
  if (papers.length + files.length === 0) return null
  return (
    <p className="tasks-evidence">
      {papers.map(({ number, on }) => (
        <span key={`${number} ${on}`} className="tasks-paper-mark figures">
          {t('tasks.paper.mark', { number, day: formatDate(on) })}
        </span>
      ))}
      {files.map(({ id, name, size }) => (
        <FileChip key={id} href={`/api/files/${id}`}>
          <Icon of={IconFileDownload} isSmall /> {name}{' '}
          <span className="muted figures">{formatBytes(size)}</span>
        </FileChip>
      ))}
    </p>
  )
}
