import './registry.css'
import type { EntityPoints } from '@hopluc/shared/entity-lists'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { ListFilters } from './list-filters.tsx'
import { MapFrame } from './map-frame.tsx'
import { around, type Box, cellOf, MAP_SIZE } from './map-model.ts'
import { MapTable } from './map-table.tsx'
import { entityPointsQuery } from './queries.ts'
import { RegistryViews } from './registry-views.tsx'

const route = getRouteApi('/app/registry/map')
/** The mainland, its waters and both archipelagos: where the whole is looked for first. */
const ALL: Box = { west: 102, south: 6, east: 118, north: 24 }

/** Around points that an answer for a box gave, and what may lie within their cells. */
function boxAround(points: EntityPoints['points'] | undefined, asked: Box): Box | null {
  if (!points || points.length === 0) return null
  return around(points, MAP_SIZE, cellOf(asked))
}

/** Where they lie: points that fall together are one, with their number; beside it the same as a table. */
export function MapPage() {
  const search = route.useSearch()
  const [chosen, setChosen] = useState<Box | null>(null)
  // Of the whole country points are coarse; the second look at where they are says how far they reach.
  const whole = useQuery(entityPointsQuery({ ...search, ...ALL }))
  const coarse = boxAround(whole.data?.points, ALL)
  const near = useQuery({
    ...entityPointsQuery({ ...search, ...(coarse ?? ALL) }),
    enabled: coarse !== null,
  })
  const fitting = coarse && boxAround(near.data?.points, coarse)
  const box = chosen ?? fitting
  const shown = useQuery({
    ...entityPointsQuery({ ...search, ...(box ?? ALL) }),
    enabled: box !== null,
  })
  const failed = whole.error ?? near.error ?? shown.error
  const again = () => void Promise.all([whole.refetch(), near.refetch(), shown.refetch()])
  const points = shown.data?.points ?? near.data?.points ?? []
  return (
    <Page
      title={t('registry.map.title')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
    >
      <RegistryViews />
      <ListFilters search={search} />
      {failed && <ErrorState error={failed} onRetry={again} />}
      {!failed && !box && whole.data?.points.length !== 0 && <Skeleton rows={10} />}
      {whole.data?.points.length === 0 && <EmptyState>{t('registry.map.none')}</EmptyState>}
      {whole.data && box && (
        <div className="registry-map">
          <MapFrame box={box} points={points} onMove={setChosen} onWhole={() => setChosen(null)} />
          <MapTable
            points={points}
            unplaced={whole.data.unplaced}
            onShow={({ lat, lon }) =>
              setChosen(
                around(
                  [
                    { lat, lon },
                    { lat: lat + 0.02, lon: lon + 0.02 },
                  ],
                  MAP_SIZE,
                ),
              )
            }
          />
        </div>
      )}
    </Page>
  )
}
