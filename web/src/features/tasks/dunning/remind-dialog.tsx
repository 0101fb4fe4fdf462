import { IconCopy } from '@tabler/icons-react'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { ErrorState, Skeleton } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { dunningTextsQuery, useDunning } from './queries.ts'

export interface RemindDialogProps {
  readonly taskIds: readonly Id[]
  readonly onClose: () => void
  readonly onDone?: (() => void) | undefined
}

/** Words to paste into Zalo, one an agency; then that it was done, and how. */
export function RemindDialog({ taskIds, onClose, onDone }: RemindDialogProps) {
  const { data: texts, error, refetch } = useQuery(dunningTextsQuery(taskIds))
  const [note, setNote] = useState<string>(t('tasks.remind.zalo'))
  const dunning = useDunning()
  const record = () => {
    if (dunning.isPending) return
    dunning.mutate(
      { taskIds, rung: 'reminder', note: note.trim() || null },
      {
        onSuccess: ({ recorded }) => {
          toast(t('tasks.remind.done', { count: recorded }))
          onDone?.()
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('tasks.act.remind')}
      isOpen
      onClose={onClose}
      shape="wide"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={dunning.isPending} onPress={record}>
            {t('tasks.remind.record')}
          </Button>
        </>
      }
    >
      <Form onSubmit={record} error={dunning.error}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {dunning.error && (
          <ErrorState error={dunning.error} title={t('tasks.notSent')} onRetry={record} />
        )}
        {!texts && !error && <Skeleton rows={4} />}
        {texts?.items.map(({ agency, text }) => (
          <section key={agency.id} className="tasks-copy" aria-label={agency.name}>
            <header>
              <b>{agency.name}</b>
              <Button isSmall icon={IconCopy} onPress={() => void copy(text)}>
                {t('tasks.remind.copy')}
              </Button>
            </header>
            <p className="tasks-copy-text">{text}</p>
          </section>
        ))}
        <TextField
          label={t('tasks.remind.how')}
          placeholder={t('tasks.remind.how.example')}
          value={note}
          onChange={setNote}
        />
      </Form>
    </Dialog>
  )
}

async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text)
    toast(t('tasks.remind.copied'))
  } catch {
    toast(t('tasks.remind.notCopied'), { kind: 'late' })
  }
}
