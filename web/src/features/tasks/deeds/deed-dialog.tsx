import type { Task } from '@hopluc/shared/tasks'
import { useRef, useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { formatInstant } from '../../../lib/format.ts'
import { useDraft } from '../../../lib/draft.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { DraftNotice, ErrorState, Notice } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { actLabel, doneWords } from '../act-words.ts'
import { type Act, papersMissing } from '../acts.ts'
import { DeedContext } from './deed-context.tsx'
import { DeedDraft, EMPTY_DRAFT, faultsOf, fieldsOf } from './deed-draft.ts'
import { DeedFieldInput } from './deed-fields.tsx'
import { useSendDeed } from './use-send-deed.ts'

export interface DeedDialogProps {
  readonly act: Act
  /** The page's task, read anew while the dialog stands open; without it the act is of a list. */
  readonly task?: Task | undefined
  readonly onClose: () => void
  readonly onDone?: (() => void) | undefined
}

/** Words, evidence and papers of one deed. What is typed survives a lost line and a foreign change. */
export function DeedDialog({ act, task, onClose, onDone }: DeedDialogProps) {
  const { today } = useSession()
  const key = `task.${act.targets.map(({ id }) => id.slice(-12)).join('.')}.${act.id}`
  const draft = useDraft(key, DeedDraft, startOf(act, task))
  const latest = useRef(draft.value)
  const [isTried, setIsTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const sending = useSendDeed()
  const faults = faultsOf(act, draft.value)
  // A file that arrives while words are typed is added to what stands by then.
  const update = (change: (one: DeedDraft) => DeedDraft) => {
    latest.current = change(latest.current)
    draft.set(latest.current)
  }
  const submit = async () => {
    setIsTried(true)
    if (Object.keys(faults).length > 0 || isBusy) return
    if (!(await sending.send(act, draft.value, task))) return
    draft.drop()
    toast(doneWords(act))
    onDone?.()
    onClose()
  }
  const isConflict = sending.error instanceof ApiError && sending.error.status === 409
  return (
    <Dialog
      title={actLabel(act)}
      isOpen
      onClose={onClose}
      shape={fieldsOf(act).includes('evidence') ? 'wide' : 'dialog'}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind={act.wish === 'cancel' && act.action === 'order' ? 'danger' : 'primary'}
            isPending={sending.isPending}
            isDisabled={isBusy}
            onPress={() => void submit()}
          >
            {act.prepared ? t('tasks.act.prepare.send') : actLabel(act)}
          </Button>
        </>
      }
    >
      <Form onSubmit={() => void submit()} error={sending.error} label={actLabel(act)}>
        <DeedContext act={act} task={task} />
        {draft.restoredAt !== null && (
          <DraftNotice
            when={formatInstant(draft.restoredAt, today)}
            onDiscard={() => {
              latest.current = startOf(act, task)
              draft.reset()
            }}
          />
        )}
        {isConflict && <Notice kind="warning">{t('tasks.conflict')}</Notice>}
        {sending.error && !isConflict ? (
          <ErrorState
            error={sending.error}
            title={t('tasks.notSent')}
            onRetry={() => void submit()}
          />
        ) : null}
        {fieldsOf(act).map((field) => (
          <DeedFieldInput
            key={field}
            field={field}
            act={act}
            task={task}
            draft={draft.value}
            set={(next) => update((one) => ({ ...one, ...next }))}
            update={update}
            onBusy={setIsBusy}
            faults={isTried ? faults : {}}
            today={today}
          />
        ))}
      </Form>
    </Dialog>
  )
}

/** The form opens with what is known: the percentage so far, the day asked for, the only entry. */
function startOf(act: Act, task: Task | undefined): DeedDraft {
  const wish = task?.openWishes.find(({ seq }) => seq === act.seq)
  const isPause = wish?.wish.kind === 'pause'
  const missing = task && act.action === 'add_paper' ? papersMissing(task) : []
  return {
    ...EMPTY_DRAFT,
    seq: missing.length === 1 ? (missing[0]?.seq ?? null) : null,
    percent: task?.percent ?? 0,
    dueOn: wish?.wish.kind === 'extend' ? wish.wish.dueOn : null,
    isObjective: isPause && wish.wish.kind === 'pause' ? wish.wish.isObjective : false,
  }
}
