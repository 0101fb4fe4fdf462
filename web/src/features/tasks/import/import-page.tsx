import '../tasks.css'
import { type ImportCommand, ImportPreview, ImportResult } from '@hopluc/shared/task-import'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { type DroppedFile, FileDrop } from '../../../ui/file-drop.tsx'
import { Way } from '../../../ui/marks.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ErrorState, Skeleton } from '../../../ui/states.tsx'
import { useSession } from '../../session/queries.ts'
import { useAttempt } from '../attempt.ts'
import { sendFile } from '../deeds/evidence-fields.tsx'
import { useRefreshTasks } from '../queries.ts'
import { ImportDone } from './import-done.tsx'
import { MappingPart } from './mapping-part.tsx'
import { PreviewPart } from './preview-part.tsx'
import { UnknownPart } from './unknown-part.tsx'

const MAX_FILE = 25_000_000

/** The province's own running list: file, columns, what would happen, and only then the entry. */
export function ImportPage() {
  const { post } = useSession()
  const refresh = useRefreshTasks()
  const attempt = useAttempt()
  const issuerId = (post?.committee ?? post?.agency)?.id ?? ''
  const [file, setFile] = useState<DroppedFile | null>(null)
  const [command, setCommand] = useState<ImportCommand | null>(null)
  const look = useMutation({
    mutationFn: (next: ImportCommand) => api.post('/tasks/import/preview', next, ImportPreview),
  })
  const enter = useMutation({
    mutationFn: (next: ImportCommand) =>
      api.post('/tasks/import', next, ImportResult, { key: attempt.keyFor(next) }),
    onSuccess: () => refresh(),
    onError: () => attempt.settle(),
  })
  const change = (next: Partial<ImportCommand>) => {
    if (!command) return
    const changed = { ...command, ...next }
    setCommand(changed)
    look.mutate(changed)
  }
  const take = async ([given]: readonly File[]) => {
    if (!given) return
    const shown = { id: 'file', name: given.name, size: given.size }
    setFile({ ...shown, share: 0 })
    try {
      const sent = await sendFile(given, (share) =>
        setFile({ ...shown, share: Math.min(share, 0.99) }),
      )
      setFile({ ...shown, share: 1 })
      const isMirror = command?.isMirror ?? false
      const first = { fileId: sent.id, issuerId, isMirror, agencies: {} }
      setCommand(first)
      look.mutate(first)
    } catch (error) {
      setFile({ ...shown, error: sentence(error) })
    }
  }
  const restart = () => {
    setFile(null)
    setCommand(null)
    look.reset()
    enter.reset()
  }
  const preview = look.data
  const count = preview ? preview.counts.create + preview.counts.update : 0
  if (enter.data) return <ImportDone result={enter.data} onRestart={restart} />
  return (
    <Page
      title={t('tasks.import.title')}
      crumbs={[{ label: t('tasks.title'), to: '/tasks' }]}
      lead={
        <Way
          steps={[
            t('tasks.import.step.file'),
            t('tasks.import.step.check'),
            t('tasks.import.step.enter'),
          ]}
          at={preview ? 1 : 0}
        />
      }
      bar={
        preview &&
        command && (
          <>
            <b>{t('tasks.import.counts', preview.counts)}</b>
            {enter.error && <span className="red small">{sentence(enter.error)}</span>}
            <Button kind="quiet" onPress={restart}>
              {t('tasks.import.other')}
            </Button>
            <span className="bar-gap" />
            <Button
              kind="primary"
              isPending={enter.isPending}
              isDisabled={count === 0 || look.isPending}
              onPress={() => enter.mutate(command)}
            >
              {t('tasks.import.enter', { count })}
            </Button>
          </>
        )
      }
    >
      {!command && (
        <Section title={t('tasks.import.step.file')}>
          <p className="small muted tasks-intro">{t('tasks.import.intro')}</p>
          <FileDrop
            label={t('tasks.import.step.file')}
            accept={['.xlsx', '.csv']}
            maxBytes={MAX_FILE}
            files={file ? [file] : []}
            onFiles={(files) => void take(files)}
            onRemove={() => setFile(null)}
          />
        </Section>
      )}
      {look.error && command && (
        <ErrorState
          error={look.error}
          title={t('tasks.import.unreadable')}
          onRetry={() => look.mutate(command)}
        />
      )}
      {look.isPending && !preview && <Skeleton rows={8} />}
      {preview && command && (
        <>
          <RadioGroup
            label={t('tasks.import.kind')}
            isRow
            choices={[
              { value: 'own', label: t('tasks.import.kind.own') },
              { value: 'mirror', label: t('tasks.import.kind.mirror') },
            ]}
            value={command.isMirror ? 'mirror' : 'own'}
            onChange={(kind) => change({ isMirror: kind === 'mirror' })}
          />
          <MappingPart preview={preview} onChange={change} />
          <UnknownPart preview={preview} command={command} onChange={change} />
          <PreviewPart preview={preview} />
        </>
      )}
    </Page>
  )
}
