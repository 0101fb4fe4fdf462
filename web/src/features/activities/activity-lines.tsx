import type { ActivityWords } from '@hopluc/shared/activities'
import { t } from '../../lib/i18n.ts'
import { Checkbox } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LinesField } from './lines-field.tsx'

interface ActivityLinesProps {
  readonly typed: ActivityWords
  readonly set: (next: Partial<ActivityWords>) => void
  readonly has: (field: 'tasks' | 'reach' | 'results') => boolean
  readonly today: string
}

/** Tasks, reach, results by year: as many lines as there are. */
export function ActivityLines({ typed, set, has, today }: ActivityLinesProps) {
  const year = Number(today.slice(0, 4))
  return (
    <>
      {has('tasks') && (
        <LinesField
          label={t('activity.tasks')}
          add={t('activity.task.add')}
          lines={typed.tasks}
          blank={{ what: '', lead: '', dueOn: null, state: 'open' }}
          onChange={(tasks) => set({ tasks: [...tasks] })}
        >
          {(line, change) => (
            <>
              <TextField
                label={t('activity.task.what')}
                value={line.what}
                onChange={(what) => change({ what })}
              />
              <TextField
                label={t('activity.task.lead')}
                value={line.lead}
                onChange={(lead) => change({ lead })}
              />
              <DatePicker
                label={t('activity.task.dueOn')}
                value={line.dueOn}
                onChange={(dueOn) => change({ dueOn })}
              />
              <Checkbox
                isSelected={line.state === 'done'}
                onChange={(isDone) => change({ state: isDone ? 'done' : 'open' })}
              >
                {t('activity.task.isDone')}
              </Checkbox>
            </>
          )}
        </LinesField>
      )}
      {has('reach') && (
        <LinesField
          label={t('activity.reach')}
          add={t('activity.reach.add')}
          lines={typed.reach}
          blank={{ name: '', value: 0 }}
          onChange={(reach) => set({ reach: [...reach] })}
        >
          {(line, change) => (
            <>
              <TextField
                label={t('activity.reach.name')}
                value={line.name}
                onChange={(name) => change({ name })}
              />
              <NumberField
                label={t('activity.reach.value')}
                minValue={0}
                value={line.value}
                onChange={(value) => change({ value: Number.isFinite(value) ? value : 0 })}
                formatOptions={{ maximumFractionDigits: 0 }}
              />
            </>
          )}
        </LinesField>
      )}
      {has('results') && (
        <LinesField
          label={t('activity.results')}
          add={t('activity.result.add')}
          lines={typed.results}
          blank={{ year, text: '' }}
          onChange={(results) => set({ results: [...results] })}
        >
          {(line, change) => (
            <>
              <NumberField
                label={t('activity.result.year')}
                minValue={2000}
                maxValue={2100}
                value={line.year}
                onChange={(next) => change({ year: Number.isFinite(next) ? next : year })}
                formatOptions={{ useGrouping: false }}
              />
              <TextField
                label={t('activity.result.text')}
                value={line.text}
                onChange={(text) => change({ text })}
              />
            </>
          )}
        </LinesField>
      )}
    </>
  )
}
