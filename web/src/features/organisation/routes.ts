import { Role } from '@hopluc/shared/session'
import { PlainDate } from '@hopluc/shared/values'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { keepsAsOf } from '../../lib/as-of.ts'
import { withTexts } from '../../lib/i18n.ts'

const Text = z.string().optional().catch(undefined)
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
  validateSearch: z.object({ under: Text, cursor: Text }),
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../organisation/committees-page.tsx')),
    'CommitteesPage',
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

/** Units, agencies, committees; accounts, rights and the audit. */
export const organisationRoutes = [
  organisation,
  agency,
  committees,
  committee,
  accounts,
  account,
  me,
  roles,
  audit,
  templates,
] as const
