import type { Task } from '@hopluc/shared/tasks'
import { DeedDialog } from '../deeds/deed-dialog.tsx'
import { LetterDialog } from '../dunning/letter-dialog.tsx'
import { RemindDialog } from '../dunning/remind-dialog.tsx'
import { lateOnes } from '../acts.ts'
import type { Opened } from './actions-part.tsx'
import { DirectDialog } from './direct-dialog.tsx'
import { MilestonesDialog } from './milestones-dialog.tsx'
import { PassDialog } from './pass-dialog.tsx'
import { RoundDialog } from './round-dialog.tsx'

export interface ActDialogsProps {
  readonly task: Task
  readonly opened: NonNullable<Opened>
  readonly onClose: () => void
}

/** The form of an act; those beside the events have forms of their own. */
export function ActDialogs({ task, opened, onClose }: ActDialogsProps) {
  if ('letter' in opened) return <LetterDialog taskIds={opened.letter} onClose={onClose} />
  switch (opened.act.action) {
    case 'pass_to_person':
      return <PassDialog task={task} onClose={onClose} />
    case 'direct':
      return <DirectDialog taskId={task.id} title={task.title} onClose={onClose} />
    case 'plan_milestones':
      return <MilestonesDialog task={task} onClose={onClose} />
    case 'open_opinions':
      return <RoundDialog task={task} onClose={onClose} />
    case 'remind':
      return <RemindDialog taskIds={lateOnes(task)} onClose={onClose} />
    default:
      return <DeedDialog act={opened.act} task={task} onClose={onClose} />
  }
}
