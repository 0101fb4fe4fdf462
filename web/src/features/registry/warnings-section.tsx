import { formatDate } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import type { EntityPartProps } from './sections.ts'

/** What bars nothing and should be seen to, each with the article it follows from. */
export function WarningsSection({ entity, day }: EntityPartProps) {
  const { warnings } = entity
  return (
    <Section title={t('registry.entity.warnings')}>
      {warnings.length === 0 && (
        <p className="muted small">
          {t('registry.entity.warnings.none', { day: formatDate(day) })}
        </p>
      )}
      <ul className="registry-warnings">
        {warnings.map((warning) => (
          <li key={warning.key}>
            <Status kind="soon">{warning[language()]}</Status>
            {warning.basis && <small>{warning.basis}</small>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
