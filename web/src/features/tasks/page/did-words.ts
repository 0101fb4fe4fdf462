import type { TaskHistoryEntry } from '@hopluc/shared/tasks'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { wishWords } from '../act-words.ts'

const KNOWN = [
  'draft',
  'start_by_word',
  'issue',
  'take_up',
  'question',
  'answer',
  'progress',
  'prepare',
  'approve',
  'decline',
  'submit',
  'return',
  'confirm',
  'request',
  'propose',
  'decide',
  'order',
  'resume',
  'ask_explanation',
  'explain',
  'judge_cause',
  'add_paper',
  'hand_over',
  'take_back',
  'open_opinions',
  'give_opinion',
  'close_opinions',
  'discard',
] as const

/** "Kế An: gửi kết quả", "Đồng ý gia hạn đến 30/06/2021: 5 xã". */
export function didWords(entry: TaskHistoryEntry, parts: readonly string[]): string {
  const words = plainWords(entry)
  if (parts.length === 0) return words
  const names = parts.length > 4 ? t('tasks.bodies', { count: parts.length }) : parts.join(', ')
  return t('tasks.did.of', { names, words })
}

function plainWords(entry: TaskHistoryEntry): string {
  const { action, wish, verdict, dueOn, percent, from, to, isObjective } = entry
  const known = KNOWN.find((one) => one === action)
  if (!known) return action
  if (known === 'progress') return t('tasks.did.progress.percent', { percent: percent ?? 0 })
  if (known === 'decide' && verdict)
    return verdict === 'grant'
      ? dueOn
        ? t('tasks.did.granted.due', { day: formatDate(dueOn) })
        : t('tasks.did.granted')
      : t('tasks.did.refused')
  if (wish && (known === 'request' || known === 'propose' || known === 'order'))
    return t(`tasks.did.${known}.wish`, { wish: lowerFirst(wishWords(wish, to)) })
  if (known === 'hand_over' && from && to) return t('tasks.did.hand_over.to', { from, to })
  if (known === 'judge_cause')
    return t(isObjective ? 'tasks.did.judge_cause.objective' : 'tasks.did.judge_cause.subjective')
  return t(`tasks.did.${known}`)
}

const lowerFirst = (words: string) => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)
