import './registry.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { ListFilters } from './list-filters.tsx'
import { MapFrame } from './map-frame.tsx'
import { around, type Box, MAP_SIZE } from './map-model.ts'
import { MapTable } from './map-table.tsx'
import { entityPointsQuery } from './queries.ts'
import { RegistryViews } from './registry-views.tsx'

const route = getRouteApi('/app/registry/map')
/** The mainland, its waters and both archipelagos: where the whole is looked for first. */
const ALL: Box = { west: 102, south: 6, east: 118, north: 24 }

/** Where they lie: points that fall together are one, with their number; beside it the same as a table. */
export function MapPage() {
  const search = route.useSearch()
  const whole = useQuery(entityPointsQuery({ ...search, ...ALL }))
  const [chosen, setChosen] = useState<Box | null>(null)
  const points = whole.data?.points ?? []
  const first = points.length > 0 ? around(points, MAP_SIZE) : null
  const box = chosen ?? first
  const shown = useQuery({
    ...entityPointsQuery({ ...search, ...(box ?? ALL) }),
    enabled: box !== null,
  })
  const failed = whole.error ?? shown.error
  const again = () => void Promise.all([whole.refetch(), shown.refetch()])
  return (
    <Page
      title={t('registry.map.title')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
    >
      <RegistryViews />
      <ListFilters search={search} />
      {failed && <ErrorState error={failed} onRetry={again} />}
      {!failed && !whole.data && <Skeleton rows={10} />}
      {whole.data && !box && <EmptyState>{t('registry.map.none')}</EmptyState>}
      {whole.data && box && (
        <div className="registry-map">
          <MapFrame
            box={box}
            points={shown.data?.points ?? points}
            onMove={setChosen}
            onWhole={() => setChosen(null)}
          />
          <MapTable
            points={shown.data?.points ?? points}
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
