import { IconFileUpload, IconPaperclip, IconX } from '@tabler/icons-react'
import type { MeetingRecord } from '@hopluc/shared/meetings'
import type { Id } from '@hopluc/shared/values'
import { useRef } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Progress } from '../../ui/bar.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { FileChip } from '../../ui/marks.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TriggerButton } from '../../ui/trigger-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { ACCEPTED, MAX_BYTES, useUploads } from '../documents/use-uploads.ts'
import { useMeetingDeed } from './queries.ts'

/** The papers of one item of the agenda: opened by all, added and taken off by who keeps the meeting. */
export function AgendaPapers({ meeting, index }: { meeting: MeetingRecord; index: number }) {
  const { id, files, agenda, version, allowed } = meeting
  const count = index + 1
  const own = agenda[index]?.fileIds ?? []
  const papers = files.filter((file) => own.includes(file.id))
  const others = files.filter((file) => !own.includes(file.id))
  const mayEdit = allowed.includes('edit')
  const input = useRef<HTMLInputElement>(null)
  const { mutate, isPending } = useMeetingDeed(id)

  const put = (fileIds: readonly Id[], added?: Id, done?: () => void) =>
    mutate(
      {
        deed: 'change',
        command: {
          agenda: agenda.map((item, at) =>
            at === index ? { ...item, fileIds: [...fileIds] } : item,
          ),
          ...(added && { fileIds: [...files.map((file) => file.id), added] }),
          version,
        },
      },
      { onSuccess: () => done?.(), onError: (error) => toast(sentence(error), { kind: 'late' }) },
    )
  const { uploads, send, forget } = useUploads((file, done) =>
    put([...own, file.id], file.id, done),
  )
  const take = (given: FileList | null) => {
    const [file] = given ?? []
    if (!file) return
    if (file.size <= MAX_BYTES) return send([file])
    toast(t('meetings.agenda.tooLarge', { name: file.name }), { kind: 'late' })
  }
  const pick = () => input.current?.click()
  const label = t('meetings.agenda.add', { count })
  if (papers.length === 0 && !mayEdit) return null
  return (
    <span className="meetings-agenda-papers">
      {papers.map((file) => (
        <span key={file.id} className="meetings-agenda-paper">
          <FileChip href={`/api/files/${file.id}`}>{file.name}</FileChip>
          {mayEdit && (
            <IconButton
              label={t('meetings.agenda.takeOff', { name: file.name, count })}
              icon={IconX}
              isSmall
              onPress={() => put(own.filter((one) => one !== file.id))}
            />
          )}
        </span>
      ))}
      {uploads.map((upload) => (
        <span key={upload.id} className="meetings-agenda-paper small">
          {upload.name}
          {upload.error ? (
            <>
              <span className="red">{upload.error}</span>
              <Button kind="quiet" isSmall onPress={() => forget(upload.id)}>
                {t('meetings.agenda.forget')}
              </Button>
            </>
          ) : (
            <Progress label={upload.name} share={upload.share} />
          )}
        </span>
      ))}
      {mayEdit && (
        <>
          <input
            ref={input}
            type="file"
            className="for-readers"
            tabIndex={-1}
            aria-label={label}
            accept={ACCEPTED.join(',')}
            onChange={({ target }) => {
              take(target.files)
              target.value = ''
            }}
          />
          {others.length === 0 ? (
            <Button kind="quiet" isSmall icon={IconPaperclip} isPending={isPending} onPress={pick}>
              {t('meetings.page.addFiles')}
              <span className="for-readers">, {t('meetings.agenda.item', { count })}</span>
            </Button>
          ) : (
            <Menu
              label={label}
              trigger={
                <TriggerButton kind="quiet" isSmall icon={IconPaperclip} isPending={isPending}>
                  {t('meetings.page.addFiles')}
                  <span className="for-readers">, {t('meetings.agenda.item', { count })}</span>
                </TriggerButton>
              }
              actions={[
                { id: 'new', label: t('meetings.agenda.upload'), icon: IconFileUpload, run: pick },
                ...others.map((file, at) => ({
                  id: file.id,
                  label: file.name,
                  note: t('meetings.agenda.has'),
                  isApart: at === 0,
                  run: () => put([...own, file.id]),
                })),
              ]}
            />
          )}
        </>
      )}
    </span>
  )
}
