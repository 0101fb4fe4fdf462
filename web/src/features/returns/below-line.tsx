import type { ReturnsBelow } from '@hopluc/shared/returns'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import type { Entry } from './use-entry.ts'

interface BelowLineProps {
  readonly below: ReturnsBelow
  readonly entry: Entry
  readonly mayEdit: boolean
}

const NAMED = 6

/** How many of those below are in the sums and who is not; where a sum has changed since, the new one. */
export function BelowLine({ below: { units, rounds }, entry, mayEdit }: BelowLineProps) {
  const missing = units.filter(({ isAccepted }) => !isAccepted).map(({ name }) => name)
  const stated = units.length - missing.length
  const changed = entry.findings.flatMap(({ check, key, hasReason }) =>
    check === 'below_changed' && !hasReason ? [key] : [],
  )
  const names = missing.slice(0, NAMED).join(', ')
  const take = () => toast(t('returns.below.taken', { count: entry.takeSums(changed) }))
  return (
    <>
      <p className="return-below small">
        {missing.length === 0
          ? t('returns.below.all', { of: units.length })
          : t('returns.below', { stated, of: units.length })}{' '}
        {missing.length > 0 && (
          <b>
            {t('returns.below.missing', {
              names:
                missing.length > NAMED
                  ? t('returns.below.more', { names, count: missing.length - NAMED })
                  : names,
            })}
          </b>
        )}{' '}
        {rounds.map(({ id, title }) => (
          <Link key={id} to="/rounds/$id" params={{ id }} search={{ state: 'missing' }}>
            {rounds.length > 1 ? title : t('returns.below.round')}
          </Link>
        ))}
      </p>
      {changed.length > 0 && mayEdit && (
        <Notice
          kind="warning"
          actions={
            <Button isSmall onPress={take}>
              {t('returns.below.take')}
            </Button>
          }
        >
          {t('returns.below.changed', { count: changed.length })}
        </Notice>
      )}
    </>
  )
}
