import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod'
import { readDraft, writeDraft } from '../../lib/draft.ts'
import { REGISTRY_KEY } from './queries.ts'
import { RegistrySearch } from './search.ts'

/** A set of filters under a name of one's own. */
export const SavedView = z.object({ id: z.string(), name: z.string(), search: RegistrySearch })
export type SavedView = z.infer<typeof SavedView>
const SavedViews = z.array(SavedView)

/** Where views are kept: whatever keeps them for the account elsewhere stands in here. */
export interface ViewStore {
  readonly list: () => Promise<SavedView[]>
  /** Takes all at once, in their order. */
  readonly keep: (views: readonly SavedView[]) => Promise<void>
}

const KEY = 'registry.views'

/** On this machine, apart for each account. */
export const viewStore: ViewStore = {
  list: async () => readDraft(KEY, SavedViews)?.value ?? [],
  keep: async (views) => writeDraft(KEY, views),
}

export const savedViewsQuery = queryOptions({
  queryKey: [REGISTRY_KEY, 'views'],
  queryFn: viewStore.list,
})
