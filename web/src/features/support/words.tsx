import type { Explained, Outcome } from '@hopluc/shared/rules'
import type { SupportItem } from '@hopluc/shared/support'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

/** 400.000.000: to the đồng. */
export const dong = (amount: number): string => formatNumber(amount, 0)

const KINDS: Record<SupportItem['state'], StatusKind> = {
  submitted: 'waiting',
  returned: 'returned',
  approved: 'soon',
  running: 'term',
  accepted: 'done',
  refused: 'cancelled',
  withdrawn: 'cancelled',
}

export const SupportStatus = ({ one }: { one: SupportItem }) => (
  <Status kind={KINDS[one.state]}>{t(`support.state.${one.state}`)}</Status>
)

const OUTCOMES: Record<Outcome, StatusKind> = { met: 'done', not_met: 'late', unknown: 'missing' }

export const OutcomeStatus = ({ outcome }: { outcome: Outcome }) => (
  <Status kind={OUTCOMES[outcome]}>{t(`support.outcome.${outcome}`)}</Status>
)

/** Each condition in the words of the rule: what there is, what is asked, what is missing. */
export function Conditions({ explained }: { explained: Explained }) {
  if (explained.conditions.length === 0) return <p className="muted">{t('support.rule.none')}</p>
  return (
    <ul className="support-conditions">
      {explained.conditions.map((one) => (
        <li key={one.vi} data-outcome={one.outcome}>
          <OutcomeStatus outcome={one.outcome} /> {one.vi}
        </li>
      ))}
    </ul>
  )
}
