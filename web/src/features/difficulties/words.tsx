import type { DifficultyItem } from '@hopluc/shared/difficulties'
import { language, t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

/** The topic's name in the language chosen. */
export const topicWords = ({ name, english }: DifficultyItem['topic']): string =>
  language() === 'en' ? english : name

const KINDS: Record<DifficultyItem['state'], StatusKind> = {
  waiting: 'waiting',
  answered: 'term',
  solved: 'done',
}

/** Its state; late before all else. */
export function DifficultyStatus({ one }: { one: DifficultyItem }) {
  if (one.isOverdue)
    return (
      <Status kind="late">{t(one.risenOn ? 'difficulties.risen' : 'difficulties.late')}</Status>
    )
  return <Status kind={KINDS[one.state]}>{t(`difficulties.state.${one.state}`)}</Status>
}
