import type { DirectiveCard } from '@hopluc/shared/readings'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'

/** The term and where it comes from. */
export function DueText({
  card: { due, stated },
}: {
  card: Pick<DirectiveCard, 'due' | 'stated'>
}) {
  if (!due) {
    if (!stated) return <>–</>
    return <span className="muted">{t('readings.due.event', { words: stated.text })}</span>
  }
  const { on, recurrence, isStanding, source } = due
  const isText = source === 'document'
  return (
    <>
      <span className="figures">
        {on
          ? formatDate(on)
          : recurrence
            ? t(`readings.due.every.${recurrence.every}`)
            : isStanding
              ? t('readings.due.standing')
              : '–'}
      </span>
      <small>
        {isText
          ? stated
            ? t('readings.due.fromText', { words: stated.text })
            : t('readings.due.document')
          : t('readings.due.proposed')}
      </small>
    </>
  )
}
