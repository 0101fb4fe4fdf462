import {
  type EntityBulkChange,
  type EntityBulkOrder,
  EntityBulkPreview,
  type EntityImportCommand,
  type EntityImportOrder,
  EntityImportPreview,
  EntityImportResult,
  ImportCounts,
  PastImportPage,
} from '@hopluc/shared/entity-import'
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { REGISTRY_KEY, useRefreshRegistry } from '../queries.ts'

const EVERY_MS = 1000

/** What the import would do, and then the import itself. */
export function useEntityImport() {
  const refresh = useRefreshRegistry()
  const look = useMutation({
    mutationFn: (command: EntityImportCommand) =>
      api.post('/entities/imports/preview', command, EntityImportPreview),
  })
  const enter = useMutation({
    mutationFn: (order: EntityImportOrder) =>
      api.post('/entities/imports', order, EntityImportResult),
    onSuccess: () => refresh(),
  })
  return { look, enter }
}

/** How far it is, asked every second until it is over. */
export const importQuery = (start: EntityImportResult) =>
  queryOptions({
    // one that was carried out at once has no job: it is told by what it did
    queryKey: [REGISTRY_KEY, 'import', start.job ?? start.counts],
    queryFn: () => api.get(`/entities/imports/${start.job}`, EntityImportResult),
    initialData: start,
    enabled: start.job !== null,
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : EVERY_MS,
  })

export const pastImportsQuery = (cursor: string | undefined) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'imports', cursor],
    queryFn: () => api.get('/entities/imports', PastImportPage, { cursor }),
    placeholderData: keepPreviousData,
  })

export function useBulkChange() {
  const refresh = useRefreshRegistry()
  const look = useMutation({
    mutationFn: (change: EntityBulkChange) =>
      api.post('/entities/bulk-changes/preview', change, EntityBulkPreview),
  })
  const enter = useMutation({
    mutationFn: (order: EntityBulkOrder) => api.post('/entities/bulk-changes', order, ImportCounts),
    onSuccess: () => refresh(),
  })
  return { look, enter }
}
