import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../../frame-routes.tsx'
import { keepsAsOf } from '../../../lib/as-of.ts'
import { withTexts } from '../../../lib/i18n.ts'

const readsPast = { search: keepsAsOf, staticData: { readsPast: true } } as const
const Text = z.string().optional().catch(undefined)

export const CertificateSearch = z.object({
  unit: Text,
  kind: Text,
  /** Days; none: all that are in force. */
  within: z.coerce.string().optional().catch(undefined),
  cursor: Text,
})
export const DebtSearch = z.object({
  unit: Text,
  direction: z.enum(['owed_to', 'owed_by']).optional().catch(undefined),
  cursor: Text,
})
export const LinkSearch = z.object({ unit: Text, commodity: Text })
export const MarketSearch = z.object({
  side: z.enum(['offer', 'want']).optional().catch(undefined),
  commodity: Text,
  q: Text,
  cursor: Text,
})

const certificates = createRoute({
  getParentRoute: () => app,
  path: '/registry/certificates',
  validateSearch: CertificateSearch,
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./certificates-page.tsx')),
    'CertificatesPage',
  ),
})

const debts = createRoute({
  getParentRoute: () => app,
  path: '/registry/debts',
  validateSearch: DebtSearch,
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./debts-page.tsx')),
    'DebtsPage',
  ),
})

const links = createRoute({
  getParentRoute: () => app,
  path: '/registry/links',
  validateSearch: LinkSearch,
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./links-page.tsx')),
    'LinksPage',
  ),
})

const market = createRoute({
  getParentRoute: () => app,
  path: '/registry/market',
  validateSearch: MarketSearch,
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./market-page.tsx')),
    'MarketPage',
  ),
})

const alliance = createRoute({
  getParentRoute: () => app,
  path: '/registry/alliances/$id',
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./alliance-members-page.tsx')),
    'AllianceMembersPage',
  ),
})

/** Pages over what hangs on the entities of an area. */
export const partRoutes = [certificates, debts, links, market, alliance] as const
