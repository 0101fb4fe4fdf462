import { retainSearchParams } from '@tanstack/react-router'
import type { PlainDate } from '@hopluc/shared/values'

/**
 * For routes that can be read as of a past day: links to them keep the day one looks at.
 * `search: keepsAsOf, staticData: { readsPast: true }`; a loader passes `search.asOf` on.
 */
export const keepsAsOf = {
  middlewares: [retainSearchParams<{ asOf?: PlainDate | undefined }>(['asOf'])],
}
