import type { CertificateState } from '@hopluc/shared/entity-parts-products'
import { daysBetween, type PlainDate } from '@hopluc/shared/values'

/** From so many days before its end it is said that a certificate expires. */
export const WARN_DAYS = 180

/** What a certificate is on a day; its last day still counts. */
export function certificateOn(
  {
    issuedOn,
    validUntil,
    revokedOn,
  }: { issuedOn: PlainDate; validUntil: PlainDate | null; revokedOn: PlainDate | null },
  day: PlainDate,
): { state: CertificateState; daysLeft: number | null } {
  const daysLeft = validUntil === null ? null : daysBetween(day, validUntil)
  if (issuedOn > day) return { state: 'to_come', daysLeft }
  if (revokedOn !== null && revokedOn <= day) return { state: 'revoked', daysLeft: null }
  if (daysLeft === null) return { state: 'valid', daysLeft }
  if (daysLeft < 0) return { state: 'expired', daysLeft }
  return { state: daysLeft <= WARN_DAYS ? 'expiring' : 'valid', daysLeft }
}

/** What a growing area's code is on a day. */
export function growingAreaOn(
  {
    issuedOn,
    suspendedOn,
    revokedOn,
  }: { issuedOn: PlainDate; suspendedOn: PlainDate | null; revokedOn: PlainDate | null },
  day: PlainDate,
): 'in_force' | 'suspended' | 'revoked' | 'to_come' {
  if (issuedOn > day) return 'to_come'
  if (revokedOn !== null && revokedOn <= day) return 'revoked'
  return suspendedOn !== null && suspendedOn <= day ? 'suspended' : 'in_force'
}
