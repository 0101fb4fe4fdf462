import { type PageToSee, STANDING } from './page.ts'

export const HOME_PAGES: readonly PageToSee[] = [
  { route: '/', name: 'chair', as: 'chair' },
  { route: '/', name: 'standing', as: STANDING },
  { route: '/', name: 'department', as: 'department' },
  { route: '/', name: 'commune', as: 'commune' },
  { route: '/', name: 'cooperative', as: 'cooperative' },
  { route: '/', name: 'ministry', as: 'ministry' },
  { route: '/', name: 'admin', as: 'admin' },
  { route: '/', name: 'chair-2021', as: 'chair', at: async () => '/?asOf=2021-07-12' },
  { route: '/notices', name: 'notices', as: 'department' },
  { route: '/search', name: 'search', as: 'chair', at: async () => '/search?q=trai+cay' },
]
