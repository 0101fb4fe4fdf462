import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { FileChip, Timeline } from '../../ui/marks.tsx'
import type { DialogsProps } from './desk-dialogs.tsx'

/** Who did what and when, newest first; who drafted and who approved. */
export function HistoryDrawer({ data, today, onClose }: Omit<DialogsProps, 'dialog'>) {
  return (
    <Drawer title={t('returns.history')} isOpen onClose={onClose}>
      <Timeline
        items={data.events.toReversed().map(({ seq, action, byWords, at, text, file }) => ({
          id: String(seq),
          when: formatInstant(at, today),
          title: t(`returns.event.${action}`),
          note: byWords,
          ...(action === 'accept' && { kind: 'done' as const }),
          children: (
            <>
              {text && <p>{text}</p>}
              {file && <FileChip href={`/api/files/${file.id}`}>{file.name}</FileChip>}
            </>
          ),
        }))}
      />
    </Drawer>
  )
}
