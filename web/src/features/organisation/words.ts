import type { BoardKind, CommitteePart } from '@hopluc/shared/committees'
import type { UnitName } from '@hopluc/shared/units'
import { FOREVER, type PlainDate } from '@hopluc/shared/values'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'

/** "Huyện Kế Sách"; the nation has no kind before its name. */
export function unitWords({
  level,
  kind,
  name,
}: Pick<UnitName, 'level' | 'kind' | 'name'>): string {
  if (level === 'nation') return name
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`
}

export function periodWords({
  fromOn,
  untilOn,
}: {
  fromOn: PlainDate
  untilOn: PlainDate
}): string {
  const from = formatDate(fromOn)
  if (untilOn === FOREVER) return t('organisation.period.open', { from })
  return t('organisation.period', { from, until: formatDate(untilOn) })
}

/** Whether the version that is shown held on the day. */
export function isOn(
  day: PlainDate,
  { fromOn, untilOn }: { fromOn: PlainDate; untilOn: PlainDate },
) {
  return fromOn <= day && day <= untilOn
}

/** A committee and the board of inspection have a head, the other boards of an Alliance a chair. */
export function partWords(part: CommitteePart, board: BoardKind | undefined): string {
  if (board === undefined || part === 'assistant') return t(`organisation.committee.part.${part}`)
  if (part === 'member') return t('alliances.part.member')
  if (board === 'inspection') return t(`organisation.committee.part.${part}`)
  return t(`alliances.part.${part}`)
}
