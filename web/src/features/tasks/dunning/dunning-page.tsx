import '../tasks.css'
import type { DunningProposal } from '@hopluc/shared/dunning'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { formatDay, formatLate } from '../../../lib/format.ts'
import { language, t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Status } from '../../../ui/status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { TaskViews } from '../views/task-views.tsx'
import { LetterDialog } from './letter-dialog.tsx'
import { dunningQuery, useDunning } from './queries.ts'
import { RemindDialog } from './remind-dialog.tsx'

type Open = 'reminder' | 'letter' | null

/** Who is late, what was said so far, and the next rung by rule. */
export function DunningPage() {
  const { data: proposals } = useSuspenseQuery(dunningQuery)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<Open>(null)
  const dunning = useDunning()
  const all = proposals.items.flatMap(({ tasks }) => tasks)
  const taskIds = all.flatMap(({ task }) => (chosen.has(task.id) ? task.id : []))
  const choose = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const id of ids)
      if (isOn) next.add(id)
      else next.delete(id)
    setChosen(next)
  }
  const done = () => setChosen(new Set())
  const record = (rung: 'report' | 'agenda') =>
    dunning.mutate(
      { taskIds, rung, note: null },
      {
        onSuccess: ({ recorded }) => {
          toast(t('tasks.dunning.recorded', { count: recorded }))
          done()
        },
        onError: (error) => toast(sentence(error), { kind: 'late' }),
      },
    )
  return (
    <Page
      title={t('tasks.dunning')}
      crumbs={[{ label: t('tasks.title'), to: '/tasks' }]}
      bar={
        taskIds.length > 0 && (
          <>
            <b>{t('tasks.selected', { count: taskIds.length })}</b>
            <Button isSmall onPress={() => setOpen('reminder')}>
              {t('tasks.act.remind')}
            </Button>
            <Button isSmall kind="primary" onPress={() => setOpen('letter')}>
              {t('tasks.letter')}
            </Button>
            <Button isSmall isPending={dunning.isPending} onPress={() => record('report')}>
              {t('tasks.rung.report')}
            </Button>
            <Button isSmall isPending={dunning.isPending} onPress={() => record('agenda')}>
              {t('tasks.rung.agenda')}
            </Button>
            <Button isSmall kind="quiet" onPress={done}>
              {t('tasks.unselect')}
            </Button>
          </>
        )
      }
    >
      <TaskViews />
      <p className="small muted tasks-intro">{t('tasks.dunning.intro')}</p>
      {proposals.items.length === 0 && <EmptyState>{t('tasks.dunning.none')}</EmptyState>}
      {proposals.items.map((item) => (
        <AgencyLate key={item.agency.id} item={item} chosen={chosen} onChoose={choose} />
      ))}
      {open === 'letter' && (
        <LetterDialog taskIds={taskIds} onClose={() => setOpen(null)} onDone={done} />
      )}
      {open === 'reminder' && (
        <RemindDialog taskIds={taskIds} onClose={() => setOpen(null)} onDone={done} />
      )}
    </Page>
  )
}

function AgencyLate({
  item: { agency, tasks },
  chosen,
  onChoose,
}: {
  item: DunningProposal
  chosen: ReadonlySet<string>
  onChoose: (ids: readonly string[], isOn: boolean) => void
}) {
  const { today } = useSession()
  const ids = tasks.map(({ task }) => task.id)
  const on = ids.filter((id) => chosen.has(id)).length
  return (
    <Section
      title={agency.name}
      note={t('tasks.dunning.count', { count: tasks.length })}
      more={
        <Checkbox
          isSelected={on === ids.length}
          isIndeterminate={on > 0 && on < ids.length}
          onChange={(isOn) => onChoose(ids, isOn)}
        >
          {t('tasks.dunning.all')}
        </Checkbox>
      }
    >
      <ul className="tasks-lines">
        {tasks.map(({ task, rungs, next, reason }) => (
          <li key={task.id} className="tasks-dun">
            <Checkbox
              aria-label={t('ui.selectRow', { name: task.title })}
              isSelected={chosen.has(task.id)}
              onChange={(isOn) => onChoose([task.id], isOn)}
            />
            <span>
              <Link to="/tasks/$id" params={{ id: task.id }} className="row-title quiet-link">
                {task.title}
              </Link>
              <small>
                {rungs.length === 0
                  ? t('tasks.dunning.never')
                  : rungs
                      .map(
                        ({ rung, on: day, documentLabel }) =>
                          `${documentLabel ?? t(`tasks.rung.${rung}`)} ${formatDay(day, today)}`,
                      )
                      .join(' → ')}
              </small>
            </span>
            <Status kind="late">{formatLate(task.daysLate)}</Status>
            <span className="small">
              <b>{t('tasks.dunning.next', { rung: t(`tasks.rung.${next}`) })}</b>
              <small>{language() === 'vi' ? reason.vi : reason.en}</small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
