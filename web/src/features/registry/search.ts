import { PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'

/** What stands in an address may be anything; several values are separated by commas. */
const Text = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
  .optional()
  .catch(undefined)

/** The filters of the list, as the server takes them; what makes no sense it leaves out. */
export const RegistryFilters = z.object({
  q: Text,
  unit: Text,
  kind: Text,
  status: Text,
  life: Text,
  law: Text,
  notConverted: Text,
  field: Text,
  sector: Text,
  commodity: Text,
  line: Text,
  size: Text,
  governance: Text,
  membersFrom: Text,
  membersTo: Text,
  workersFrom: Text,
  workersTo: Text,
  capitalFrom: Text,
  capitalTo: Text,
  revenueFrom: Text,
  revenueTo: Text,
  hasCode: Text,
  staleDays: Text,
  noCongress: Text,
  certificate: Text,
  memberOf: Text,
})
export type RegistryFilters = z.infer<typeof RegistryFilters>

/** `sort` as tables write it: `-members` is the other way round. */
export const RegistrySearch = RegistryFilters.extend({ sort: Text, cursor: Text })
export type RegistrySearch = z.infer<typeof RegistrySearch>

export const CountSearch = z.object({ unit: Text, by: Text })

/** `tab`: an id of `ENTITY_TABS`; `source`: a view of one's own, in sub-folders. */
export const EntitySearch = z.object({ tab: Text, view: Text })

export const NewEntitySearch = z.object({ kind: Text, unit: Text })

/** What the server takes. */
export function asked(search: RegistrySearch & { asOf?: PlainDate | undefined }) {
  const { sort, ...filters } = search
  if (sort === undefined) return filters
  return { ...filters, sort: sort.replace(/^-/, ''), order: sort.startsWith('-') ? 'desc' : 'asc' }
}
