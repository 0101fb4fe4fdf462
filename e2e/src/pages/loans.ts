import { LoanPage } from '@hopluc/shared/loans'
import { first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

export const LOAN_PAGES: readonly PageToSee[] = [
  { route: '/loans', name: 'loans', as: STANDING },
  { route: '/loans/new', name: 'loan-new', as: 'cooperative' },
  { route: '/loans/funds', name: 'loan-funds', as: STANDING },
  { route: '/loans/portfolio', name: 'loan-portfolio', as: STANDING },
  {
    route: '/loans/$id',
    name: 'loan',
    as: STANDING,
    at: async (api) =>
      `/loans/${first(LoanPage.parse(await api.get('/loans?state=running&overdue=true')).items)}`,
  },
]
