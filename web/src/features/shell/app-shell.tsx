import './shell.css'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useMatches, useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useConnection } from '../../lib/connection.ts'
import { t, withTexts } from '../../lib/i18n.ts'
import { useShortcut } from '../../lib/keys.ts'
import { useMedia } from '../../lib/media.ts'
import { AsOfBanner } from '../../ui/as-of-banner.tsx'
import { FrameContext } from '../../ui/frame.ts'
import { OfflineNotice } from '../../ui/states.tsx'
import { useSession, useSessionNow } from '../session/queries.ts'
import { navFor, type NavItem } from './nav.ts'
import type { Overlay } from './overlays.tsx'
import { PhoneTabs } from './phone-tabs.tsx'
import { countsQuery } from './queries.ts'
import { SideNav } from './side-nav.tsx'
import { TopBar } from './top-bar.tsx'

const DayDialog = lazy(
  withTexts(async () => ({ default: (await import('./day-dialog.tsx')).DayDialog })),
)

const Overlays = lazy(async () => ({ default: (await import('./overlays.tsx')).Overlays }))

type Open = Overlay | 'day' | null

/** The frame around every page of those who signed in. */
export function AppShell() {
  const session = useSession()
  const { today } = useSessionNow()
  const { data: counts = {} } = useQuery(countsQuery)
  const { isOnline } = useConnection()
  const router = useRouter()
  const { asOf } = useSearch({ strict: false })
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData })
  const [open, setOpen] = useState<Open>(null)
  const [crumbs, setCrumbs] = useState<HTMLElement | null>(null)
  const frame = useMemo(() => ({ crumbs }), [crumbs])

  const exists = (to: string) => Object.hasOwn(router.routesByPath, to)
  const groups = navFor(session.post?.role, exists)
  const close = () => setOpen(null)
  useShortcut({ keys: '?', label: t('shell.help.key') }, () => setOpen('keys'))

  // Between phone and desk there is room for icons only.
  const isNarrow = useMedia('(max-width: 900px)')
  const isRail = isNarrow || (page?.isWorkSurface ?? false)
  const readsPast = page?.readsPast ?? false
  return (
    <FrameContext value={frame}>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <div className={isRail ? 'app app-rail' : 'app'}>
        <SideNav
          groups={groups}
          counts={counts}
          session={session}
          isRail={isRail}
          onPlace={() => setOpen('me')}
        />
        <div className="app-main">
          <TopBar
            session={session}
            today={today}
            crumbsRef={setCrumbs}
            exists={exists}
            onMe={() => setOpen('me')}
            onDay={readsPast ? () => setOpen('day') : undefined}
          />
          {asOf && readsPast && <AsOfBanner day={asOf} />}
          <main id="main" tabIndex={-1} className="app-page">
            {!isOnline && (
              <div className="app-notice">
                <OfflineNotice />
              </div>
            )}
            <Outlet />
          </main>
        </div>
      </div>
      <PhoneTabs groups={groups} counts={counts} onMore={() => setOpen('more')} />
      <Suspense>
        <Overlays
          open={open === 'day' ? null : open}
          onOpen={setOpen}
          groups={groups}
          session={session}
        />
      </Suspense>
      {open === 'day' && (
        <Suspense>
          <DayDialog today={today} asOf={asOf} onClose={close} />
        </Suspense>
      )}
      {groups.flatMap(({ items }) => items.map((item) => <GoKey key={item.to} item={item} />))}
    </FrameContext>
  )
}

/** `g` and a letter lead to a page. */
function GoKey({ item }: { item: NavItem }) {
  const router = useRouter()
  const label = t('shell.go.key', { page: t(item.label) })
  useShortcut({ keys: `g ${item.key}`, label }, () => void router.navigate({ to: item.to }))
  return null
}
