import { IconFileTypeDocx } from '@tabler/icons-react'
import type { Task } from '@hopluc/shared/tasks'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { toast } from '../../../ui/toast.tsx'
import { actIcon, actLabel, doneWords } from '../act-words.ts'
import { type Act, actsOf, AT_ONCE, lateOnes } from '../acts.ts'
import { useSendDeed } from '../deeds/use-send-deed.ts'

const Dialogs = lazy(async () => ({ default: (await import('./act-dialogs.tsx')).ActDialogs }))

/** What is open on the page: an act's form, or the letter to those who are late. */
export type Opened = { readonly act: Act } | { readonly letter: readonly string[] } | null

/** The acts of a task and what opens them; shared by the column and the phone's bar. */
export function useActs(task: Task) {
  const [opened, setOpened] = useState<Opened>(null)
  const sending = useSendDeed()
  const acts = actsOf(task)
  const run = async (act: Act) => {
    if (!AT_ONCE.includes(act.action)) return setOpened({ act })
    if (await sending.send(act, undefined, task)) toast(doneWords(act))
  }
  return { acts, run, opened, setOpened, isPending: sending.isPending, error: sending.error }
}

export type Acts = ReturnType<typeof useActs>

/** Only what this person may do now, the first filled. */
export function ActionsPart({ task, acts }: { task: Task; acts: Acts }) {
  const late = lateOnes(task)
  const mayRemind = task.allowed.includes('remind') && task.status === 'overdue'
  return (
    <Section title={t('tasks.actions')}>
      {acts.acts.length === 0 && !mayRemind && (
        <p className="small muted">{t('tasks.actions.none')}</p>
      )}
      <div className="tasks-acts">
        {acts.acts.map((act) => (
          <ActButton key={act.id} act={act} acts={acts} task={task} />
        ))}
        {mayRemind && (
          <Button
            isWide
            icon={IconFileTypeDocx}
            note={t('tasks.letter.under')}
            onPress={() => acts.setOpened({ letter: late })}
          >
            {t('tasks.letter.of', { count: late.length })}
          </Button>
        )}
      </div>
      {acts.error ? (
        <p className="small red" role="alert">
          {sentence(acts.error)}
        </p>
      ) : null}
      <p className="small">
        <Link to="/tasks/rights">{t('tasks.rights.link')}</Link>
      </p>
    </Section>
  )
}

function ActButton({ act, acts, task }: { act: Act; acts: Acts; task: Task }) {
  const icon = actIcon(act)
  const kind = act.isFirst ? 'primary' : 'plain'
  if (act.action === 'hand_down')
    return (
      <ButtonLink to="/tasks/new" search={{ parent: task.id }} isWide icon={icon} kind={kind}>
        {actLabel(act)}
      </ButtonLink>
    )
  if (act.action === 'edit_draft')
    return (
      <ButtonLink to="/tasks/$id/edit" params={{ id: task.id }} isWide icon={icon} kind={kind}>
        {actLabel(act)}
      </ButtonLink>
    )
  return (
    <Button
      isWide
      kind={kind}
      icon={icon}
      isPending={acts.isPending && AT_ONCE.includes(act.action)}
      note={act.action === 'prepare' ? t('tasks.act.prepare.note') : undefined}
      onPress={() => void acts.run(act)}
    >
      {actLabel(act)}
    </Button>
  )
}

/** The forms, fetched when the first is opened. */
export function OpenedDialog({ task, acts }: { task: Task; acts: Acts }) {
  if (!acts.opened) return null
  return (
    <Suspense>
      <Dialogs task={task} opened={acts.opened} onClose={() => acts.setOpened(null)} />
    </Suspense>
  )
}
