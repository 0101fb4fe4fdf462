import { FigureTable } from '@hopluc/shared/figures'
import { type PageToSee, STANDING } from './page.ts'

export const FIGURE_PAGES: readonly PageToSee[] = [
  { route: '/figures', name: 'figures', as: STANDING },
  { route: '/figures', name: 'figures-nation', as: 'ministry' },
  {
    route: '/figures',
    name: 'figure-source',
    as: STANDING,
    at: async (api) => {
      const { area } = FigureTable.parse(await api.get('/figures'))
      return `/figures?of=${area.id}&code=H8`
    },
  },
  { route: '/figures/published', name: 'figures-published', as: STANDING },
  { route: '/indicators', name: 'indicators', as: STANDING },
]
