import { IconRefresh } from '@tabler/icons-react'
import { type ErrorComponentProps, Link, Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { Tips } from '../../ui/tips.tsx'
import { ToastRegion } from '../../ui/toast.tsx'

/** Around everything, also before sign-in. */
export function RootLayout() {
  useFocusAfterNavigation()
  return (
    <>
      <Outlet />
      <ToastRegion />
      <Tips />
    </>
  )
}

/** A reader hears the new page's title: the focus goes to its heading, not back to the top. */
function useFocusAfterNavigation(): void {
  const router = useRouter()
  useEffect(() => {
    let watch: MutationObserver | undefined
    const stop = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      if (!fromLocation || !pathChanged) return
      watch?.disconnect()
      focusHeading()
      // A page that waits for its data brings its heading later, and takes the old one away.
      watch = new MutationObserver(() => {
        const at = document.activeElement
        if (at !== document.body && at?.id !== 'main') watch?.disconnect()
        else focusHeading()
      })
      watch.observe(document.body, { childList: true, subtree: true })
    })
    return () => {
      watch?.disconnect()
      stop()
    }
  }, [router])
}

function focusHeading(): void {
  const isBusy = document.activeElement?.closest('[role="dialog"]')
  const place = document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main')
  if (!isBusy) place?.focus({ preventScroll: true })
}

/** A page that failed: what happened and what to do; the frame stays. */
export function RootError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <Page title={t('ui.error.title')}>
      <Notice
        kind="error"
        actions={
          <Button isSmall icon={IconRefresh} onPress={retry}>
            {t('ui.retry')}
          </Button>
        }
      >
        {sentence(error)}
      </Notice>
    </Page>
  )
}

/** The same without a frame around it. */
export function BareError(props: ErrorComponentProps) {
  return (
    <main id="main">
      <RootError {...props} />
    </main>
  )
}

export function RootNotFound() {
  return (
    <Page title={t('ui.notFound.title')}>
      <EmptyState action={<Link to="/">{t('ui.notFound.home')}</Link>}>
        {t('ui.notFound.text')}
      </EmptyState>
    </Page>
  )
}
