import './doubles.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import type { ListPartProps } from '../sections.ts'
import { doublesQuery } from './queries.ts'

/** A quiet line above the list, where there is something to look at. */
export function DoublesLine({ search, isPast }: ListPartProps) {
  const { unit } = search
  const { data } = useQuery({ ...doublesQuery({ unit, limit: 1 }), enabled: !isPast })
  if (isPast || !data || data.total === 0) return null
  return (
    <p className="doubles-line muted">
      {t('doubles.line', { count: formatNumber(data.total) })}{' '}
      <Link to="/registry/doubles" search={{ unit }}>
        {t('doubles.line.open')}
      </Link>
    </p>
  )
}
