import type { SupportItem } from '@hopluc/shared/support'
import type { Row } from './store.ts'

/** As a list shows it: without how the reader stands to it. */
export function asItem(row: Row): SupportItem {
  const { isRunner: _runner, isAppraiser: _appraiser, isApplicant: _applicant, ...item } = row
  return item
}
