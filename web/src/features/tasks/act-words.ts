import {
  IconAlertCircle,
  IconArrowBackUp,
  IconArrowsExchange,
  IconBell,
  IconCalendarPlus,
  IconCheck,
  IconFileDescription,
  IconFilePlus,
  IconFlag,
  IconGavel,
  IconHelp,
  IconMessage2,
  IconMessages,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconProgress,
  IconSend,
  IconSitemap,
  IconUserShare,
  IconX,
} from '@tabler/icons-react'
import type { TaskAction, Wish, WishKind } from '@hopluc/shared/tasks'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import type { IconShape } from '../../ui/icon.tsx'
import type { Act } from './acts.ts'

const ICONS: Record<TaskAction, IconShape> = {
  start_by_word: IconPlayerPlay,
  issue: IconSend,
  take_up: IconCheck,
  question: IconHelp,
  answer: IconMessage2,
  progress: IconProgress,
  prepare: IconSend,
  approve: IconCheck,
  decline: IconArrowBackUp,
  submit: IconSend,
  return: IconArrowBackUp,
  confirm: IconCheck,
  request: IconCalendarPlus,
  propose: IconCalendarPlus,
  decide: IconGavel,
  order: IconCalendarPlus,
  resume: IconPlayerPlay,
  ask_explanation: IconAlertCircle,
  explain: IconMessage2,
  judge_cause: IconGavel,
  add_paper: IconFilePlus,
  edit_draft: IconPencil,
  pass_to_person: IconUserShare,
  hand_down: IconSitemap,
  comment: IconMessage2,
  direct: IconFileDescription,
  plan_milestones: IconFlag,
  open_opinions: IconMessages,
  remind: IconBell,
}
const WISH_ICONS: Record<WishKind, IconShape> = {
  extend: IconCalendarPlus,
  change_lead: IconArrowsExchange,
  pause: IconPlayerPause,
  cancel: IconX,
}

export function actIcon({ action, wish, prepared }: Act): IconShape {
  const isWish = action !== 'decide' && (prepared === undefined || prepared === 'request')
  return wish && isWish ? WISH_ICONS[wish] : ICONS[prepared ?? action]
}

/** The verb on the button: "Đề xuất gia hạn", "Xác nhận hoàn thành: Kế An". */
export function actLabel(act: Act): string {
  const verb = verbOf(act)
  return act.of === undefined ? verb : t('tasks.act.of', { verb, name: ofWords(act.of) })
}

const ofWords = (of: string) => (/^\d+$/.test(of) ? t('tasks.bodies', { count: Number(of) }) : of)

function verbOf({ action, wish, prepared }: Act): string {
  if (action === 'prepare') return t(preparedKey(prepared, wish))
  const isWished = action === 'request' || action === 'propose' || action === 'order'
  if (isWished && wish) return t(`tasks.act.${action}.${wish}`)
  if (action === 'decide' && wish) return t(`tasks.act.decide.${wish}`)
  return t(`tasks.act.${action}`)
}

function preparedKey(prepared: Act['prepared'], wish: WishKind | undefined) {
  if (prepared === 'request' && wish) return `tasks.act.request.${wish}` as const
  return `tasks.act.${prepared ?? 'submit'}` as const
}

/** Said once at the screen's edge. */
export function doneWords(act: Act): string {
  if (act.action === 'prepare') return t('tasks.done.prepare')
  const count = act.targets.length
  return count > 1
    ? t('tasks.done.many', { verb: verbOf(act), count })
    : t('tasks.done.one', { verb: actLabel(act) })
}

/** "Gia hạn đến 22/07/2021", "Đổi chủ trì: Phòng Kinh tế". */
export function wishWords(wish: Wish, leadName: string | null): string {
  switch (wish.kind) {
    case 'extend':
      return t('tasks.wish.extend', { day: formatDate(wish.dueOn) })
    case 'change_lead':
      return t('tasks.wish.change_lead', { name: leadName ?? '…' })
    case 'pause':
      return t(wish.isObjective ? 'tasks.wish.pause.objective' : 'tasks.wish.pause')
    case 'cancel':
      return t('tasks.wish.cancel')
  }
}
