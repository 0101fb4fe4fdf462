import { PlainDate } from '@hopluc/shared/values'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import * as z from 'zod'
import { findSession } from './features/session/queries.ts'
import { AppShell } from './features/shell/app-shell.tsx'
import { loadTexts } from './lib/i18n.ts'
import { BareError, RootLayout } from './features/shell/root.tsx'

/** Every page knows it; a page that can be read as of a past day keeps it with `keepsAsOf`. */
const RootSearch = z.object({ asOf: PlainDate.optional().catch(undefined) })

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: RootSearch,
  component: RootLayout,
  errorComponent: BareError,
})

const AFTER_HOME = 2000

/** Everything inside the frame: only for those who signed in and chose their own password. */
export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    // Home needs few texts: the others come once it stands.
    if (location.pathname !== '/') void loadTexts().catch(() => undefined)
    else setTimeout(() => void loadTexts().catch(() => undefined), AFTER_HOME)
    const session = await findSession(context.queries)
    if (!session) {
      const isHome = location.href === '/'
      throw redirect({ to: '/sign-in', search: isHome ? {} : { return: location.href } })
    }
    if (session.mustChangePassword) throw redirect({ to: '/password' })
    if (session.mustSetSecondFactor) throw redirect({ to: '/second-factor/set-up' })
  },
  component: AppShell,
})
