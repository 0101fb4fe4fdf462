import { ACCOUNTS_PAGES } from './pages/accounts.ts'
import { ASSESSMENT_PAGES } from './pages/assessments.ts'
import { CHECK_PAGES } from './pages/checks.ts'
import { DIFFICULTY_PAGES } from './pages/difficulties.ts'
import { DOCUMENTS_PAGES } from './pages/documents.ts'
import { ENTRY_PAGES } from './pages/entry.ts'
import { SUPPORT_PAGES } from './pages/support.ts'
import { ACTIVITY_PAGES } from './pages/activities.ts'
import { MARKET_PAGES } from './pages/market.ts'
import { RECOGNITION_PAGES } from './pages/recognitions.ts'
import { LOAN_PAGES } from './pages/loans.ts'
import { FIGURE_PAGES } from './pages/figures.ts'
import { HOME_PAGES } from './pages/home.ts'
import { ORGANISATION_PAGES } from './pages/organisation.ts'
import { RECORDS_PAGES } from './pages/records.ts'
import { PLANS_PAGES } from './pages/plans.ts'
import { REGISTRY_PAGES } from './pages/registry.ts'
import { TASKS_PAGES } from './pages/tasks.ts'
import { REPORTS_PAGES } from './pages/reports.ts'
import { RETURNS_PAGES } from './pages/returns.ts'
import type { PageToSee } from './pages/page.ts'

/** Every page there is; a test compares it with the router. */
export const PAGES: readonly PageToSee[] = [
  ...ENTRY_PAGES,
  ...HOME_PAGES,
  ...TASKS_PAGES,
  ...DOCUMENTS_PAGES,
  ...ORGANISATION_PAGES,
  ...ACCOUNTS_PAGES,
  ...RECORDS_PAGES,
  ...REGISTRY_PAGES,
  ...PLANS_PAGES,
  ...ASSESSMENT_PAGES,
  ...DIFFICULTY_PAGES,
  ...CHECK_PAGES,
  ...LOAN_PAGES,
  ...SUPPORT_PAGES,
  ...RECOGNITION_PAGES,
  ...MARKET_PAGES,
  ...ACTIVITY_PAGES,
  ...FIGURE_PAGES,
  ...RETURNS_PAGES,
  ...REPORTS_PAGES,
]
