import type { FigureRow } from '@hopluc/shared/entity-parts-figures'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { formatInstant, formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Drawer } from '../../../ui/dialog.tsx'
import { ErrorState, Skeleton } from '../../../ui/states.tsx'
import { useSession } from '../../session/queries.ts'
import { figureHistoryQuery } from './queries.ts'

/** All that was ever stated for one cell, with who, when and from where. */
export function FigureHistoryDialog(props: {
  entityId: Id
  row: FigureRow
  year: number
  onClose: () => void
}) {
  const { entityId, row, year, onClose } = props
  const { today } = useSession()
  const { data, error, refetch } = useQuery(figureHistoryQuery(entityId, row.key, year))
  return (
    <Drawer title={t('parts.figures.history', { name: row.name, year })} isOpen onClose={onClose}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={3} />}
      <ol className="parts-versions">
        {data?.items.map(({ value, weight, source, seq, statedAt, by }, index) => (
          <li key={seq} className={index === 0 ? '' : 'muted'}>
            <b className="figures">
              {value === null ? t('parts.figures.none') : formatNumber(value)}
              {weight !== null && ` / ${formatNumber(weight)}`}{' '}
              {value !== null && !row.isMean && row.measure}
            </b>
            <span>
              {source.from ? t(`parts.figureFrom.${source.from}`) : t('parts.figures.noSource')}
              {source.note && `: ${source.note}`}
            </span>
            <small>{[by, formatInstant(statedAt, today)].filter(Boolean).join(', ')}</small>
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
