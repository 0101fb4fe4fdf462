import type { PlainDate } from '@hopluc/shared/values'
import type { ReactNode } from 'react'
import { formatDate, formatShare } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'

export interface HistoryItem {
  readonly id: string
  readonly title: ReactNode
  readonly note: ReactNode
}

/** What something was called, or where it came from: a short list; nothing where there is none. */
export function History({ title, items }: { title: string; items: readonly HistoryItem[] }) {
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <ol className="organisation-history">
        {items.map(({ id, title: words, note }) => (
          <li key={id}>
            {words}
            <small>{note}</small>
          </li>
        ))}
      </ol>
    </Section>
  )
}

export function byAct({ onDay, act }: { onDay: PlainDate; act: string }): string {
  return t('organisation.byAct', { day: formatDate(onDay), act })
}

/** How much of the older unit passed over, where it was not all. */
export function partWords(succession: {
  isWhole: boolean
  share: number | null
  isEstimate: boolean
}): string | undefined {
  const { isWhole, share, isEstimate } = succession
  if (isWhole || share === 1) return undefined
  if (share === null) return t('organisation.part.unknown')
  const words = formatShare(share)
  return isEstimate
    ? t('organisation.part.estimate', { share: words })
    : t('organisation.part', { share: words })
}
