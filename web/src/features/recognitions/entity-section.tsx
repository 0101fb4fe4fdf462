import './recognitions.css'
import { RecognitionKind } from '@hopluc/shared/recognitions'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import type { EntityPartProps } from '../registry/sections.ts'
import { recognitionsQuery } from './queries.ts'
import { RecognitionStatus } from './words.tsx'

const SHOWN = 4

/** On the cooperative's page: its models and commendations, what changed last first. */
export function RecognitionsSection({ entity, isPast }: EntityPartProps) {
  const of = (kind: RecognitionKind) => recognitionsQuery({ kind, entity: entity.id, limit: SHOWN })
  const models = useQuery(of('model')).data
  const commendations = useQuery(of('commendation')).data
  const items = [...(models?.items ?? []), ...(commendations?.items ?? [])]
  return (
    <Section
      title={t('recognition.section')}
      more={
        models?.mayPropose &&
        !isPast && (
          <Link to="/recognitions/new" search={{ kind: 'model', entity: entity.id }}>
            {t('recognition.section.new')}
          </Link>
        )
      }
    >
      {models && commendations && items.length === 0 && (
        <p className="muted small">{t('recognition.section.none')}</p>
      )}
      <ul className="recognition-list">
        {items.map((one) => (
          <li key={one.id}>
            <Link className="row-title" to="/recognitions/$id" params={{ id: one.id }}>
              {one.kind === 'model' ? one.title : one.form}
            </Link>{' '}
            <RecognitionStatus state={one.state} />
            {one.decision && (
              <small>
                {t('recognition.decision.words', {
                  number: one.decision.number,
                  day: formatDate(one.decision.on),
                })}
              </small>
            )}
          </li>
        ))}
      </ul>
      <Link className="small" to="/activities" search={{ kind: 'advice', entity: entity.id }}>
        {t('recognition.section.advice')}
      </Link>
    </Section>
  )
}
