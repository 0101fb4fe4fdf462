import { KIND_WORDS } from '@hopluc/shared/entity-words'
import type { EntityPoints } from '@hopluc/shared/entity-lists'
import { Link } from '@tanstack/react-router'
import { compareNames, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { say } from './words.ts'

type Point = EntityPoints['points'][number]

interface TableProps {
  readonly points: readonly Point[]
  readonly unplaced: number
  readonly onShow: (point: Point) => void
}

/** The same as the map says: single ones by name, then what lies together. */
export function MapTable({ points, unplaced, onShow }: TableProps) {
  const single = points
    .filter(({ id }) => id !== null)
    .toSorted((one, other) => compareNames(one.name ?? '', other.name ?? ''))
  const groups = points.filter(({ id }) => id === null)
  const count = points.reduce((sum, point) => sum + point.count, 0)
  return (
    <Section
      title={t('registry.map.here')}
      note={t('registry.sum', { count: formatNumber(count) })}
    >
      {points.length === 0 && <EmptyState>{t('registry.map.empty')}</EmptyState>}
      <ul className="registry-map-list">
        {single.map(({ id, name, kind }) => (
          <li key={id}>
            {id && (
              <Link to="/registry/$id" params={{ id }}>
                {name}
              </Link>
            )}
            {kind && <span className="muted small">{say(KIND_WORDS[kind])}</span>}
          </li>
        ))}
        {groups.map((point) => (
          <li key={`${point.lat} ${point.lon}`}>
            <span>{t('registry.map.cluster', { count: formatNumber(point.count) })}</span>
            <Button kind="quiet" isSmall onPress={() => onShow(point)}>
              {t('registry.map.in')}
            </Button>
          </li>
        ))}
      </ul>
      {unplaced > 0 && (
        <p className="muted small">
          {t('registry.map.without', { count: formatNumber(unplaced) })}
        </p>
      )}
    </Section>
  )
}
