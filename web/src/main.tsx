import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { onSignedOut } from './lib/api.ts'
import { language, locale, startLanguage } from './lib/i18n.ts'
import { makeQueryClient } from './lib/query.ts'
import { speakVietnamese } from './lib/react-aria-vi.ts'
import { makeRouter } from './router.tsx'

await startLanguage()
if (language() === 'vi') speakVietnamese()

const queries = makeQueryClient()
const router = makeRouter(queries)

onSignedOut(() => {
  const { href, pathname } = router.state.location
  if (pathname === '/sign-in') return
  queries.clear()
  void router.navigate({ to: '/sign-in', search: { return: href } })
})

const place = document.getElementById('app')
if (place) {
  createRoot(place).render(
    <StrictMode>
      <I18nProvider locale={locale()}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  )
}
