import './pager.css'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../lib/i18n.ts'
import { Icon } from './icon.tsx'
import { SearchLink } from './search-link.tsx'

export interface PagerProps {
  /** The cursor in the address, undefined on the first page. */
  readonly cursor: string | undefined
  /** The cursor of the answer: where the next page begins. */
  readonly next: string | null
  /** What is shown: "Đang xem 50 nhiệm vụ". */
  readonly children?: ReactNode
}

const place = (path: string, cursor: string) => `hopluc.pager.${path} ${cursor}`

/**
 * Next and previous of a list by keyset. A keyset only knows the way on, so each step remembers
 * where it came from; who arrives by a shared address goes back to the first page.
 */
export function Pager({ cursor, next, children }: PagerProps) {
  const path = useLocation({ select: ({ pathname }) => pathname })
  if (!cursor && !next && !children) return null
  const before = cursor ? sessionStorage.getItem(place(path, cursor)) || undefined : undefined
  return (
    <nav className="pager" aria-label={t('ui.pager')}>
      {children && <span className="pager-shown">{children}</span>}
      {cursor && before && (
        <SearchLink change={{ cursor: undefined }}>{t('ui.pager.first')}</SearchLink>
      )}
      {cursor && (
        <SearchLink change={{ cursor: before }} className="pager-step">
          <Icon of={IconChevronLeft} isSmall />
          {t('ui.pager.previous')}
        </SearchLink>
      )}
      {next && (
        <SearchLink
          change={{ cursor: next }}
          className="pager-step"
          onClick={() => sessionStorage.setItem(place(path, next), cursor ?? '')}
        >
          {t('ui.pager.next')}
          <Icon of={IconChevronRight} isSmall />
        </SearchLink>
      )}
    </nav>
  )
}
