import type { Target } from '@hopluc/shared/plans'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { aimWords } from './words.ts'

/** What the target read before it was adjusted: who changed it, when, from what, to what and why. */
export function Wordings({ data: { wordings, target } }: { data: Target }) {
  if (wordings.length === 0) return null
  return (
    <Section title={t('targets.wordings')}>
      <ul className="plans-lines">
        {wordings.map((former, index) => {
          const next = wordings[index - 1] ?? target
          return (
            <li key={former.id}>
              <span>
                <del>{former.words}</del>
                <ins>{next.words}</ins>
                {aimWords(former) !== aimWords(next) && (
                  <small>
                    {t('targets.wordings.aim', { from: aimWords(former), to: aimWords(next) })}
                  </small>
                )}
                <small>
                  {[formatDate(former.changedOn), former.byWords, former.paper]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
                {former.reason && <small>{former.reason}</small>}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
