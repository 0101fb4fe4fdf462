import type { InspectionMark } from '@hopluc/shared/committee-work'
import type { LevelState } from '@hopluc/shared/committee-levels'
import type { PlainDate } from '@hopluc/shared/values'
import { formatDay } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

/** "✓ 12/05", "1/2 xã", "Lịch 20/07": how a member's inspections of six months stand. */
export function MarkOf({ mark, day }: { mark: InspectionMark; day: PlainDate }) {
  const on = mark.on === null ? '' : formatDay(mark.on, day)
  switch (mark.state) {
    case 'free':
      return <>–</>
    case 'done':
      return <Status kind="done">{on}</Status>
    case 'part':
      return (
        <Status kind="soon">{t('committees.mark.part', { done: mark.done, of: mark.of })}</Status>
      )
    case 'planned':
      return <Status kind="term">{t('committees.mark.planned', { day: on })}</Status>
    case 'none':
      return <Status kind="missing">{t('committees.mark.none')}</Status>
  }
}

const LEVEL: Record<LevelState, StatusKind> = {
  current: 'done',
  out_of_date: 'late',
  missing: 'late',
  waiting: 'waiting',
  leader: 'standing',
  nobody: 'missing',
}

export function LevelStatus({ state }: { state: LevelState }) {
  return <Status kind={LEVEL[state]}>{t(`committees.state.${state}`)}</Status>
}
