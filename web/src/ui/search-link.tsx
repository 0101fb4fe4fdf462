import { useLocation, useRouter } from '@tanstack/react-router'
import type { AriaAttributes, MouseEvent, ReactNode } from 'react'

export interface SearchLinkProps extends Pick<AriaAttributes, 'aria-current' | 'aria-label'> {
  /** What changes in the address; the rest stays. An undefined value takes its key away. */
  readonly change: Readonly<Record<string, unknown>>
  readonly className?: string | undefined
  readonly onClick?: (() => void) | undefined
  readonly children: ReactNode
}

/**
 * A link to the same page with another filter, sort or place: a list's state lives in its address.
 * The router's own link would call itself current by its address; here the list says what is.
 */
export function SearchLink({ change, children, className, onClick, ...props }: SearchLinkProps) {
  const router = useRouter()
  useLocation({ select: ({ href }) => href }) // the address moves on, and this one with it
  const search = (previous: object) => ({ ...previous, ...change })
  const { href } = router.buildLocation({ to: '.', search })

  const follow = (event: MouseEvent) => {
    onClick?.()
    const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (event.defaultPrevented || event.button !== 0 || isElsewhere) return
    event.preventDefault()
    void router.navigate({ to: '.', search, resetScroll: false })
  }
  return (
    <a href={href} className={className} onClick={follow} {...props}>
      {children}
    </a>
  )
}
