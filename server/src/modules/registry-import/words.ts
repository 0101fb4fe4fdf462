import type {
  CooperativeLaw,
  EntityEventKind,
  EntityKind,
  EntityStatus,
  Governance,
} from '@hopluc/shared/entities'
import { plain } from './columns.ts'

const KINDS: readonly (readonly [RegExp, EntityKind])[] = [
  [/^(lien hiep|lhhtx|lh htx|union$)/, 'union'],
  [/^(quy tin dung|qtd|credit fund$)/, 'credit_fund'],
  [/^(to hop tac|tht|group$)/, 'group'],
  [/^(hop tac xa|htx|cooperative$)/, 'cooperative'],
]

/** As a column of kinds, or the beginning of a name, says it. */
export function kindOf(words: string): EntityKind | undefined {
  const said = plain(words)
  return KINDS.find(([pattern]) => pattern.test(said))?.[1]
}

const STATUSES: readonly (readonly [RegExp, EntityStatus])[] = [
  [/^(dang thanh lap|dang van dong|founding$)/, 'founding'],
  [/^(khong hoat dong tai|not at address$)/, 'not_at_address'],
  [/^(tam ngung|suspended$)/, 'suspended'],
  [/^(bi thu hoi|thu hoi|tax revoked$)/, 'tax_revoked'],
  [/^(dang lam thu tuc pha san|bankruptcy$)/, 'bankruptcy'],
  [/^(dang lam thu tuc|dang giai the|cho giai the|dissolving$)/, 'dissolving'],
  [/^(da giai the|da pha san|da cham dut|giai the|cham dut|ended$)/, 'ended'],
  [/^(dang hoat dong|hoat dong|active$)/, 'active'],
]
export function statusOf(words: string): EntityStatus | undefined {
  const said = plain(words)
  return STATUSES.find(([pattern]) => pattern.test(said))?.[1]
}

export function lawOf(words: string): CooperativeLaw | undefined {
  const year = /(2003|2012|2023)/.exec(words)?.[1]
  return year === '2003' || year === '2012' || year === '2023' ? year : undefined
}

export function governanceOf(words: string): Governance | undefined {
  const said = plain(words)
  if (/day du|full/.test(said)) return 'full'
  return /rut gon|reduced/.test(said) ? 'reduced' : undefined
}

/** By which step one comes to a status; from where it was, where that decides. */
export function stepTo(
  status: EntityStatus,
  from: EntityStatus | null,
): EntityEventKind | undefined {
  const steps: Partial<Record<EntityStatus, EntityEventKind>> = {
    not_at_address: 'not_at_address',
    suspended: 'suspended',
    tax_revoked: 'tax_revoked',
    dissolving: 'dissolving',
    bankruptcy: 'bankruptcy_opened',
    ended: 'dissolved',
  }
  const back: Partial<Record<EntityStatus, EntityEventKind>> = {
    suspended: 'resumed',
    not_at_address: 'at_address',
    dissolving: 'dissolving_revoked',
    bankruptcy: 'bankruptcy_closed',
    tax_revoked: 'restored',
    ended: 'restored',
    founding: 'registered',
  }
  return status === 'active' ? (from === null ? undefined : back[from]) : steps[status]
}
