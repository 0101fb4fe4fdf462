import type { Task } from '@hopluc/shared/tasks'
import { Link } from '@tanstack/react-router'
import { formatDate, formatTime } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Section } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Timeline, type TimelineItem } from '../../../ui/marks.tsx'
import { Evidenced } from './evidenced.tsx'
import { didWords } from './did-words.ts'
import { type StoryItem, storyOf } from './story.ts'

/** Progress and evidence, newest first, with who drafted and who approved. */
export function StoryPart({ task }: { task: Task }) {
  const items = storyOf(task)
  return (
    <Section
      title={t('tasks.story')}
      more={task.allowed.includes('comment') && <a href="#comments">{t('tasks.comment.add')}</a>}
    >
      {items.length > 0 ? (
        <Timeline items={items.map(timelineItem)} />
      ) : (
        <EmptyState>{t('tasks.story.none')}</EmptyState>
      )}
    </Section>
  )
}

const KINDS: Partial<Record<string, TimelineItem['kind']>> = {
  submit: 'waiting',
  confirm: 'done',
  return: 'soon',
  decline: 'soon',
  ask_explanation: 'soon',
}

function timelineItem(item: StoryItem): TimelineItem {
  const when = formatDate(item.on)
  switch (item.kind) {
    case 'late':
      return {
        id: item.id,
        when,
        kind: 'late',
        title:
          item.parts.length > 0
            ? t('tasks.story.lateAt', { count: item.parts.length, names: item.parts.join(', ') })
            : t('tasks.story.late'),
        note: t('tasks.story.byRule', { day: formatDate(item.dueOn) }),
      }
    case 'rung':
      return {
        id: item.id,
        when,
        title: rungTitle(item),
        note: [item.rung.byWords, item.rung.note].filter(Boolean).join('. '),
        children: item.rung.documentId && (
          <p>
            <Link to="/documents/$id" params={{ id: item.rung.documentId }} className="file-chip">
              {item.rung.documentLabel ?? t('tasks.rung.draft')}
            </Link>
          </p>
        ),
      }
    case 'deed': {
      const { entry } = item
      return {
        id: item.id,
        when,
        kind: KINDS[entry.action],
        title: didWords(entry, item.parts),
        note: (
          <>
            {entry.text && <span className="tasks-story-text">{entry.text}</span>}
            {entry.preparedByWords
              ? t('tasks.story.preparedBy', {
                  by: entry.preparedByWords,
                  leader: entry.byWords,
                  time: formatTime(entry.at),
                })
              : t('tasks.story.by', { by: entry.byWords, time: formatTime(entry.at) })}
          </>
        ),
        children: <Evidenced papers={entry.papers} files={entry.files} />,
      }
    }
  }
}

function rungTitle({ rung, count, number }: Extract<StoryItem, { kind: 'rung' }>): string {
  const words =
    rung.rung === 'reminder'
      ? t('tasks.rung.reminder.number', { number })
      : t(`tasks.rung.${rung.rung}`)
  return count > 1 ? t('tasks.rung.parts', { words, count }) : words
}
