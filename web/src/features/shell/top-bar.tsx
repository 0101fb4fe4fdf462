import { IconBell, IconSearch } from '@tabler/icons-react'
import type { Session } from '@hopluc/shared/session'
import type { PlainDate } from '@hopluc/shared/values'
import { Link, useRouter } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react'
import { formatWeekday, initials } from '../../lib/format.ts'
import { t, withTexts } from '../../lib/i18n.ts'
import { useShortcut } from '../../lib/keys.ts'
import { PlainButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Logo } from '../../ui/logo.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'

export interface TopBarProps {
  readonly session: Session
  readonly today: PlainDate
  /** The page puts its crumbs here. */
  readonly crumbsRef: (place: HTMLElement | null) => void
  readonly exists: (to: string) => boolean
  readonly onMe: () => void
  /** Opens the choice of a past day, on pages that can be read as of one. */
  readonly onDay?: (() => void) | undefined
}

/** The bar over every page: where one is, search, the day, what is new, and oneself. */
export function TopBar({ session, today, crumbsRef, exists, onMe, onDay }: TopBarProps) {
  const { account, post, isDemo } = session
  const day = formatWeekday(today)
  return (
    <header className="top">
      <span className="top-mark">
        <Logo />
      </span>
      <div className="top-crumbs" ref={crumbsRef} />
      {post && <span className="top-agency">{(post.committee ?? post.agency).name}</span>}
      <SearchField exists={exists} />
      {isDemo && <DemoMark />}
      {onDay ? (
        <PlainButton className="top-day" onPress={onDay} aria-label={t('shell.today', { day })}>
          {day}
        </PlainButton>
      ) : (
        <time className="top-day" dateTime={today}>
          {day}
        </time>
      )}
      <Link className="top-find" to="/search" aria-label={t('shell.search')}>
        <Icon of={IconSearch} />
      </Link>
      {exists(NOTICES) && <Bell count={session.unseenNotices} />}
      <PlainButton className="me" onPress={onMe} aria-haspopup="dialog">
        <span className="me-initials" aria-hidden="true">
          {initials(account.name)}
        </span>
        <span className="me-words">
          {account.name}
          <small>{post?.title ?? t('shell.me.noPost')}</small>
        </span>
        <span className="for-readers">, {t('shell.me')}</span>
      </PlainButton>
    </header>
  )
}

const NOTICES: string = '/notices'

/** Comes when the bell is pressed, with the texts of notices. */
const BellPanel = lazy(
  withTexts(async () => ({ default: (await import('../notices/bell-panel.tsx')).BellPanel })),
)

function Bell({ count }: { count: number }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const label = count > 0 ? t('shell.notices.unseen', { count }) : t('shell.notices')
  const open = () => {
    setWasOpened(true)
    setOpen(true)
  }
  return (
    <>
      <PlainButton
        ref={button}
        className="bell"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={open}
      >
        <Icon of={IconBell} />
        {count > 0 && <b aria-hidden="true">{count > 99 ? '99+' : count}</b>}
      </PlainButton>
      {wasOpened && (
        <Suspense>
          <BellPanel bell={button} isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Comes with the first words typed, not with the first load. */
const SearchResults = lazy(
  withTexts(async () => ({
    default: (await import('../search/search-results.tsx')).SearchResults,
  })),
)

/** The page that answers a search: the first of these that exists. */
const SEARCH_PAGES: readonly string[] = ['/search', '/tasks']

function SearchField({ exists }: { exists: (to: string) => boolean }) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const page = SEARCH_PAGES.find(exists)
  useShortcut({ keys: '/', label: t('shell.search.key') }, () => input.current?.focus())
  useShortcut({ keys: 'Control+k', label: t('shell.search.key') }, () => input.current?.focus())
  if (page === undefined) return <span className="find-none" />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const q = text.trim()
    setOpen(false)
    if (q) void router.navigate({ href: `${page}?${new URLSearchParams({ q }).toString()}` })
  }
  const hasResults = isOpen && page === '/search' && text.trim() !== ''
  return (
    // It only listens to what its field and its hits do.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search
      className="find-place"
      onKeyDown={moveAmongHits}
      onBlur={({ currentTarget, relatedTarget }) =>
        setOpen(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
    >
      <form className="find" onSubmit={submit}>
        <Icon of={IconSearch} />
        <input
          ref={input}
          type="search"
          aria-label={t('shell.search')}
          placeholder={t('shell.search')}
          value={text}
          onFocus={() => setOpen(true)}
          onChange={({ target }) => {
            setText(target.value)
            setOpen(true)
          }}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
      {hasResults && (
        <Suspense>
          <SearchResults text={text} onFollow={() => setOpen(false)} />
        </Suspense>
      )}
    </search>
  )
}

/** Arrows go from the field through the hits and back. */
function moveAmongHits(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .search-results a')]
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
