import { CERTIFICATE_WORDS } from '@hopluc/shared/entity-words'
import type { CertificateItem } from '@hopluc/shared/entity-parts-products'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Status } from '../../../ui/status.tsx'
import { say } from '../words.ts'

/** "OCOP 4 sao", "VietGAP". */
export function certificateWords({ kind, stars }: Pick<CertificateItem, 'kind' | 'stars'>): string {
  const words = say(CERTIFICATE_WORDS[kind])
  return stars === null ? words : t('parts.certificate.withStars', { name: words, stars })
}

/** In force until when; what is about to end, or has ended, is said in words and by its shape. */
export function CertificateStateMark({
  of,
}: {
  of: Pick<CertificateItem, 'state' | 'validUntil' | 'daysLeft'>
}) {
  const { state, validUntil, daysLeft } = of
  const day = validUntil ? formatDate(validUntil) : ''
  if (state === 'expiring')
    return (
      <Status kind="soon">{t('parts.certificate.expiring', { day, days: daysLeft ?? 0 })}</Status>
    )
  if (state === 'expired')
    return <Status kind="late">{t('parts.certificate.expired', { day })}</Status>
  if (state === 'revoked') return <Status kind="cancelled">{t('parts.certificate.revoked')}</Status>
  if (state === 'to_come') return <span>{t('parts.certificate.toCome')}</span>
  return (
    <span className="figures">
      {validUntil ? t('parts.certificate.until', { day }) : t('parts.certificate.endless')}
    </span>
  )
}
