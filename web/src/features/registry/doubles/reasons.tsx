import type { DoubleReason } from '@hopluc/shared/entity-doubles'
import { t } from '../../../lib/i18n.ts'

/** What speaks for one and the same, strongest first, then what speaks against it. */
export function Reasons({ reasons }: { readonly reasons: readonly DoubleReason[] }) {
  return (
    <ul className="doubles-reasons" aria-label={t('doubles.why')}>
      {reasons
        .toSorted((a, b) => b.points - a.points)
        .map(({ kind, points }) => (
          <li key={kind} className={points < 0 ? 'muted' : ''}>
            {t(`doubles.reason.${kind}`)}{' '}
            <span className="figures">{points > 0 ? `+${points}` : `−${Math.abs(points)}`}</span>
          </li>
        ))}
    </ul>
  )
}
