import { Role } from '@hopluc/shared/session'
import { PlainDate } from '@hopluc/shared/values'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { keepsAsOf } from '../../lib/as-of.ts'
import { withTexts } from '../../lib/i18n.ts'

const Text = z.string().optional().catch(undefined)
/** As the contract's LevelState; written out, for the first load holds no schema of a later page. */
const Level = z
  .enum(['current', 'out_of_date', 'missing', 'waiting', 'leader', 'nobody'])
  .optional()
  .catch(undefined)
const Day = PlainDate.optional().catch(undefined)

const organisation = createRoute({
  getParentRoute: () => app,
  path: '/organisation',
  validateSearch: z.object({ unit: Text, q: Text, cursor: Text }),
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../organisation/organisation-page.tsx')),
    'OrganisationPage',
  ),
})

const agency = createRoute({
  getParentRoute: () => app,
  path: '/organisation/agencies/$id',
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../organisation/agency-page.tsx')),
    'AgencyPage',
  ),
})

const committees = createRoute({
  getParentRoute: () => app,
  path: '/organisation/committees',
  validateSearch: z.object({ under: Text, state: Level, cursor: Text }),
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../committees/levels-page.tsx')),
    'LevelsPage',
  ),
})

const member = createRoute({
  getParentRoute: () => app,
  path: '/organisation/committees/$id/members/$seatId',
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../committees/worklist-page.tsx')),
    'WorklistPage',
  ),
})

const programme = createRoute({
  getParentRoute: () => app,
  path: '/organisation/committees/$id/programme',
  validateSearch: z.object({ year: z.coerce.number().int().optional().catch(undefined) }),
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../committees/programme-page.tsx')),
    'ProgrammePage',
  ),
})

const alliance = createRoute({
  getParentRoute: () => app,
  path: '/organisation/alliances/$id',
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../committees/alliance-page.tsx')),
    'AlliancePage',
  ),
})

const inspections = createRoute({
  getParentRoute: () => app,
  path: '/organisation/inspections',
  validateSearch: z.object({
    committee: Text,
    unit: Text,
    state: z.enum(['planned', 'made', 'cancelled']).optional().catch(undefined),
    year: z.coerce.number().int().optional().catch(undefined),
    cursor: Text,
  }),
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../committees/inspections-page.tsx')),
    'InspectionsPage',
  ),
})

const inspection = createRoute({
  getParentRoute: () => app,
  path: '/organisation/inspections/$id',
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../committees/inspection-page.tsx')),
    'InspectionPage',
  ),
})

const committee = createRoute({
  getParentRoute: () => app,
  path: '/organisation/committees/$id',
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../organisation/committee-page.tsx')),
    'CommitteePage',
  ),
})

const accounts = createRoute({
  getParentRoute: () => app,
  path: '/accounts',
  validateSearch: z.object({
    q: Text,
    agency: Text,
    role: Role.optional().catch(undefined),
    state: z.enum(['active', 'inactive']).optional().catch(undefined),
    cursor: Text,
  }),
  component: lazyRouteComponent(
    withTexts(() => import('../accounts/accounts-page.tsx')),
    'AccountsPage',
  ),
})

const account = createRoute({
  getParentRoute: () => app,
  path: '/accounts/$id',
  component: lazyRouteComponent(
    withTexts(() => import('../accounts/account-page.tsx')),
    'AccountPage',
  ),
})

const handOver = createRoute({
  getParentRoute: () => app,
  path: '/accounts/$id/hand-over',
  component: lazyRouteComponent(
    withTexts(() => import('../accounts/hand-over-page.tsx')),
    'HandOverPage',
  ),
})

const signInRules = createRoute({
  getParentRoute: () => app,
  path: '/sign-in-rules',
  component: lazyRouteComponent(
    withTexts(() => import('../security/rules-page.tsx')),
    'RulesPage',
  ),
})

const me = createRoute({
  getParentRoute: () => app,
  path: '/me',
  component: lazyRouteComponent(
    withTexts(() => import('../accounts/me-page.tsx')),
    'MePage',
  ),
})

const roles = createRoute({
  getParentRoute: () => app,
  path: '/roles',
  component: lazyRouteComponent(
    withTexts(() => import('../accounts/roles-page.tsx')),
    'RolesPage',
  ),
})

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  validateSearch: z.object({
    subject: Text,
    account: Text,
    event: Text,
    from: Day,
    until: Day,
    cursor: Text,
  }),
  component: lazyRouteComponent(
    withTexts(() => import('../audit/audit-page.tsx')),
    'AuditPage',
  ),
})

const templates = createRoute({
  getParentRoute: () => app,
  path: '/templates',
  validateSearch: z.object({ agency: Text }),
  component: lazyRouteComponent(
    withTexts(() => import('../templates/templates-page.tsx')),
    'TemplatesPage',
  ),
})

const unitImport = createRoute({
  getParentRoute: () => app,
  path: '/organisation/import',
  component: lazyRouteComponent(
    withTexts(() => import('../unit-import/import-page.tsx')),
    'UnitImportPage',
  ),
})

/** Units, agencies, committees; accounts, rights and the audit. */
export const organisationRoutes = [
  organisation,
  agency,
  committees,
  committee,
  member,
  programme,
  inspections,
  inspection,
  alliance,
  accounts,
  account,
  handOver,
  signInRules,
  me,
  roles,
  audit,
  templates,
  unitImport,
] as const
