import { Link } from '@tanstack/react-router'
import type { AriaAttributes, ReactNode } from 'react'

export interface SearchLinkProps extends Pick<AriaAttributes, 'aria-current' | 'aria-label'> {
  /** What changes in the address; the rest stays. An undefined value takes its key away. */
  readonly change: Readonly<Record<string, unknown>>
  readonly className?: string | undefined
  readonly onClick?: (() => void) | undefined
  readonly children: ReactNode
}

/** A link to the same page with another filter, sort or place: a list's state lives in its address. */
export function SearchLink({ change, children, className, ...props }: SearchLinkProps) {
  return (
    <Link
      to="."
      search={(previous) => ({ ...previous, ...change })}
      resetScroll={false}
      {...props}
      {...(className && { className })}
    >
      {children}
    </Link>
  )
}
