import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { LoanSearch } from './search.ts'

const list = createRoute({
  getParentRoute: () => app,
  path: '/loans',
  validateSearch: LoanSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'LoansPage',
  ),
})

const request = createRoute({
  getParentRoute: () => app,
  path: '/loans/new',
  component: lazyRouteComponent(
    withTexts(() => import('./new-page.tsx')),
    'NewLoanPage',
  ),
})

const funds = createRoute({
  getParentRoute: () => app,
  path: '/loans/funds',
  component: lazyRouteComponent(
    withTexts(() => import('./funds-page.tsx')),
    'LoanFundsPage',
  ),
})

const portfolio = createRoute({
  getParentRoute: () => app,
  path: '/loans/portfolio',
  component: lazyRouteComponent(
    withTexts(() => import('./portfolio-page.tsx')),
    'LoanPortfolioPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/loans/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./loan-page.tsx')),
    'LoanPage',
  ),
})

export const loanRoutes = [list, request, funds, portfolio, one] as const
