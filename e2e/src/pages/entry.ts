import { type PageToSee, STANDING } from './page.ts'

export const ENTRY_PAGES: readonly PageToSee[] = [
  { route: '/sign-in', name: 'sign-in' },
  { route: '/forgotten-password', name: 'forgotten-password' },
  { route: '/reset', name: 'reset', at: async () => '/reset#nothing' },
  { route: '/password', name: 'password', as: STANDING },
  { route: '/second-factor', name: 'second-factor' },
  { route: '/second-factor/set-up', name: 'set-up-factor', as: 'admin' },
  { route: '/enter', name: 'enter', at: async () => '/enter#nothing' },
  { route: '/gallery', name: 'gallery' },
  { route: '$', name: 'missing', as: STANDING, at: async () => '/khong-co-trang-nay' },
]
