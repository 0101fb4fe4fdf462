import { IconBell, IconFileTypeDocx } from '@tabler/icons-react'
import type { TaskRow } from '@hopluc/shared/tasks'
import { lazy, Suspense, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Keys } from '../../ui/key-help.tsx'
import { toast } from '../../ui/toast.tsx'
import { actIcon, actLabel, doneWords } from './act-words.ts'
import { type Act, allowedOnAll, AT_ONCE } from './acts.ts'
import { useSendDeed } from './deeds/use-send-deed.ts'

const Dialogs = lazy(async () => ({
  default: (await import('./selection-dialogs.tsx')).SelectionDialogs,
}))

export type SelectionOpen = Act | 'letter' | 'reminder' | null

/** What can be done to all that is chosen; the server takes all or none. */
export function SelectionBar({ tasks, onDone }: { tasks: readonly TaskRow[]; onDone: () => void }) {
  const [open, setOpen] = useState<SelectionOpen>(null)
  const sending = useSendDeed()
  const dunned = tasks.filter(
    ({ allowed, manner }) => allowed.includes('remind') && manner === 'assign',
  )
  const late = dunned.filter(({ status }) => status === 'overdue')
  const acts = actsOn(tasks)
  const run = async (act: Act) => {
    if (!AT_ONCE.includes(act.action)) return setOpen(act)
    if (await sending.send(act)) {
      toast(doneWords(act))
      onDone()
    }
  }
  return (
    <>
      <b>{t('tasks.selected', { count: tasks.length })}</b>
      {late.length > 0 && (
        <Button isSmall icon={IconFileTypeDocx} onPress={() => setOpen('letter')}>
          {t('tasks.letter')}
        </Button>
      )}
      {dunned.length > 0 && (
        <Button isSmall icon={IconBell} onPress={() => setOpen('reminder')}>
          {t('tasks.act.remind')}
        </Button>
      )}
      {acts.map((act) => (
        <Button
          key={act.id}
          isSmall
          icon={actIcon(act)}
          isPending={sending.isPending && AT_ONCE.includes(act.action)}
          onPress={() => void run(act)}
        >
          {actLabel(act)}
        </Button>
      ))}
      <ExcelButton
        path="/tasks"
        search={{ ids: tasks.map(({ id }) => id).join(','), parts: 'all' }}
        isSmall
      />
      <Button isSmall kind="quiet" onPress={onDone}>
        {t('tasks.unselect')}
      </Button>
      {sending.error ? (
        <span className="red small" role="alert">
          {sentence(sending.error)}
        </span>
      ) : null}
      <KeyHints />
      {open && (
        <Suspense>
          <Dialogs
            open={open}
            late={late.map(({ id }) => id)}
            dunned={dunned.map(({ id }) => id)}
            onClose={() => setOpen(null)}
            onDone={onDone}
          />
        </Suspense>
      )}
    </>
  )
}

function KeyHints() {
  return (
    <span className="bar-gap key-hints" aria-hidden="true">
      <Keys keys="ArrowUp" /> <Keys keys="ArrowDown" /> {t('tasks.keys.move')} <Keys keys="x" />{' '}
      {t('tasks.keys.select')} <Keys keys="Enter" /> {t('tasks.keys.open')} <Keys keys="?" />{' '}
      {t('tasks.keys.help')}
    </span>
  )
}

const ON_MANY = ['take_up', 'approve', 'confirm', 'issue', 'start_by_word'] as const
const WISHED = ['propose', 'order', 'request'] as const

/** The deeds that all of the chosen allow; of wishes the more far-reaching right alone. */
function actsOn(tasks: readonly TaskRow[]): Act[] {
  const allowed = allowedOnAll(tasks)
  const targets = tasks
  const wished = WISHED.find((action) => allowed.includes(action))
  const hasTerms = tasks.every(({ dueOn }) => dueOn !== null)
  return [
    ...ON_MANY.filter((action) => allowed.includes(action)).map((action) => ({
      id: `many ${action}`,
      action,
      targets,
    })),
    ...(wished && hasTerms
      ? [{ id: 'many extend', action: wished, wish: 'extend' as const, targets }]
      : []),
    ...(wished
      ? [{ id: 'many change_lead', action: wished, wish: 'change_lead' as const, targets }]
      : []),
  ]
}
