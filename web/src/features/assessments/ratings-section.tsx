import './assessments.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import type { EntityPartProps } from '../registry/sections.ts'
import { listQuery } from './queries.ts'
import { AssessmentStatus, points } from './words.tsx'

/** On the cooperative's page: what each year's assessment came to, the latest first. */
export function RatingsSection({ entity }: EntityPartProps) {
  const { data } = useQuery(listQuery({ entity: entity.id, limit: 5 }))
  return (
    <Section title={t('assess.section')}>
      {data?.items.length === 0 && <p className="muted small">{t('assess.section.none')}</p>}
      <ul className="assess-lift">
        {data?.items.map((one) => (
          <li key={one.id}>
            <Link to="/assessments/$id" params={{ id: one.id }}>
              {t('assess.year.rated', { year: one.year })}
            </Link>{' '}
            <AssessmentStatus one={one} />
            {one.total !== null && <span className="figures"> {points(one.total)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
