import { IconChevronDown, IconFileTypeDocx } from '@tabler/icons-react'
import type { Task } from '@hopluc/shared/tasks'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Menu } from '../../../ui/menu.tsx'
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

/** Buttons beside the page; what is seldom needed stands behind one more. */
const MOST = 6

/** Only what this person may do now, the first filled. */
export function ActionsPart({ task, acts }: { task: Task; acts: Acts }) {
  const late = lateOnes(task)
  const shown = acts.acts.length > MOST + 1 ? acts.acts.slice(0, MOST) : acts.acts
  const rest = acts.acts.slice(shown.length)
  const mayRemind = task.allowed.includes('remind') && task.status === 'overdue'
  return (
    <Section title={t('tasks.actions')}>
      {acts.acts.length === 0 && !mayRemind && (
        <p className="small muted">{t('tasks.actions.none')}</p>
      )}
      <div className="tasks-acts">
        {shown.map((act) => (
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
        {rest.length > 0 && <MoreActs rest={rest} acts={acts} />}
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

/** The acts that are seldom needed, also those behind the phone's second button. */
export function MoreActs({ rest, acts }: { rest: readonly Act[]; acts: Acts }) {
  const navigate = useNavigate()
  const run = (act: Act) => {
    const id = act.targets[0]?.id
    if (id && act.action === 'hand_down')
      return void navigate({ to: '/tasks/new', search: { parent: id } })
    if (id && act.action === 'edit_draft')
      return void navigate({ to: '/tasks/$id/edit', params: { id } })
    return void acts.run(act)
  }
  return (
    <Menu
      label={t('tasks.actions.more')}
      words={t('tasks.actions.more')}
      icon={IconChevronDown}
      actions={rest.map((act) => ({
        id: act.id,
        label: actLabel(act),
        icon: actIcon(act),
        run: () => run(act),
      }))}
    />
  )
}

/** One act: a button, or a link where a page of its own stands behind it. */
export function ActButton({ act, acts, task }: { act: Act; acts: Acts; task: Task }) {
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
      note={noteOf(act, task)}
      onPress={() => void acts.run(act)}
    >
      {actLabel(act)}
    </Button>
  )
}

/** "1 văn bản" beside the result that is to be confirmed. */
function noteOf({ action, targets }: Act, task: Task): string | undefined {
  if (action === 'prepare') return t('tasks.act.prepare.note')
  const [target] = targets
  if (action !== 'confirm' || targets.length > 1) return undefined
  const row = [task, ...task.partRows].find(({ id }) => id === target?.id)
  const count = row ? row.result.papers.length + row.result.files : 0
  return count > 0 ? t('tasks.act.papers', { count }) : undefined
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
