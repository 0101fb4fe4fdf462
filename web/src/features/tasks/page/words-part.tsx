import type { Task } from '@hopluc/shared/tasks'
import { Link } from '@tanstack/react-router'
import { t } from '../../../lib/i18n.ts'
import { Section } from '../../../ui/page.tsx'
import { sourceWords } from '../task-columns.tsx'

/** The sentence in its context; the link opens the paper at this place. */
export function WordsPart({ task }: { task: Task }) {
  const { words, content, source, directedBy } = task
  const place = words ?? (source?.documentId ? { documentId: source.documentId } : null)
  return (
    <Section
      title={t('tasks.words')}
      more={
        place && (
          <Link
            to="/documents/$id"
            params={{ id: place.documentId }}
            search={words ? { at: `${words.startAt}-${words.endAt}` } : {}}
          >
            {t(words ? 'tasks.words.open' : 'tasks.words.openPaper')}
          </Link>
        )
      }
    >
      <blockquote className="tasks-quote">
        {words ? (
          <>
            {words.before}
            <mark>{words.quote}</mark>
            {words.after}
          </>
        ) : (
          (content ?? task.title)
        )}
      </blockquote>
      {words && content && content !== words.quote && <p className="tasks-content">{content}</p>}
      <p className="tasks-source">
        {sourceWords(task)}
        {directedBy && `. ${t('tasks.directedBy', { name: directedBy })}`}
      </p>
    </Section>
  )
}
