import type { Task } from '@hopluc/shared/tasks'
import { useState } from 'react'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { useSession } from '../../session/queries.ts'
import { didWords } from './did-words.ts'
import { together } from './story.ts'

const FEW = 6

/** Every entry of the record, short, newest first. */
export function HistoryPart({ task }: { task: Task }) {
  const { today } = useSession()
  const [isAll, setIsAll] = useState(false)
  const entries = together(task.history).toSorted((one, other) => (one.at < other.at ? 1 : -1))
  const shown = isAll ? entries : entries.slice(0, FEW)
  return (
    <Section title={t('tasks.history')}>
      <ol className="tasks-history">
        {shown.map(({ id, at, entry, parts }) => (
          <li key={id} title={entry.byWords}>
            <span className="figures muted">{formatInstant(at, today)}</span>
            <span>
              {didWords(entry, parts)}
              <span className="for-readers">, {entry.byWords}</span>
            </span>
          </li>
        ))}
      </ol>
      {entries.length > shown.length && (
        <Button kind="quiet" isSmall onPress={() => setIsAll(true)}>
          {t('tasks.history.all', { count: entries.length })}
        </Button>
      )}
    </Section>
  )
}
