import { type PageToSee, STANDING } from './page.ts'

export const MARKET_PAGES: readonly PageToSee[] = [
  { route: '/market', name: 'market', as: STANDING },
  { route: '/market/prices', name: 'market-prices', as: STANDING },
]
