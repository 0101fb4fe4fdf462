import type { ReactNode } from 'react'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'

/** What is known of a record, name by name; what is not known is left out. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <Section title={t('support.about')}>
      <dl className="support-about">
        {rows.map(
          ([name, value]) =>
            value !== null &&
            value !== false &&
            value !== '' && (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="figures">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  )
}
