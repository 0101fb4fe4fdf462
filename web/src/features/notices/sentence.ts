import type { Notice, NoticeParams } from '@hopluc/shared/notices'
import { PlainDate } from '@hopluc/shared/values'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'

const text = (params: NoticeParams, key: string) => {
  const value = params[key]
  return value === null || value === undefined ? '' : String(value)
}
const count = (params: NoticeParams, key: string) => Number(params[key] ?? 0)

/** "Nhiệm vụ “…” quá hạn 3 ngày": the sentence of a notice, from what it carries. */
export function sentenceOf({ kind, params }: Pick<Notice, 'kind' | 'params'>): string {
  const title = text(params, 'title')
  const by = text(params, 'by') || t('notices.somebody')
  switch (kind) {
    case 'task.due':
      return count(params, 'days') === 0
        ? t('notices.task.due.today', { title })
        : t('notices.task.due', { title, count: Math.abs(count(params, 'days')) })
    case 'task.overdue':
      return t('notices.task.overdue', { title, count: Math.abs(count(params, 'days')) })
    case 'digest.week':
      return digestWords(params)
    default:
      return t(`notices.${kind}`, { title, by, reason: text(params, 'reason') })
  }
}

const DIGEST = ['overdue', 'dueThisWeek', 'notTakenUp', 'waiting'] as const

/** One sentence a week: what is late, what ends, what waits. */
function digestWords(params: NoticeParams): string {
  const parts = DIGEST.filter((key) => count(params, key) > 0).map((key) =>
    t(`notices.digest.${key}`, { count: count(params, key) }),
  )
  return parts.length > 0
    ? t('notices.digest.week', { list: parts.join('; ') })
    : t('notices.digest.nothing')
}

/** What somebody said, or the day by which it is due, on the second line. */
export function noteOf({ params }: Pick<Notice, 'params'>): string {
  const day = PlainDate.safeParse(params.dueOn ?? params.untilOn)
  return [text(params, 'text'), day.success && t('notices.due', { day: formatDate(day.data) })]
    .filter(Boolean)
    .join(' · ')
}
