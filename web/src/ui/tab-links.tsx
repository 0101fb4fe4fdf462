import './tabs.css'
import { formatNumber } from '../lib/format.ts'
import { SearchLink } from './search-link.tsx'
import { StatusShape, type StatusKind } from './status.tsx'

export interface LinkTab {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
  readonly status?: StatusKind | undefined
  /** What changes in the address; undefined takes a key away. */
  readonly change: Readonly<Record<string, unknown>>
  readonly isCurrent: boolean
  /** Stands apart at the right end. */
  readonly isApart?: boolean | undefined
}

export function TabWords(props: {
  label: string
  count?: string | undefined
  status?: StatusKind | undefined
}) {
  return (
    <>
      {props.status && <StatusShape kind={props.status} />}
      <span className={props.status ? `status-${props.status}` : ''}>{props.label}</span>
      {props.count !== undefined && <b>{props.count}</b>}
    </>
  )
}

/** States as tabs with counts; each is an address. On the phone they scroll sideways. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ id, label: words, count, status, change, isCurrent, isApart }) => (
        <SearchLink
          key={id}
          change={{ cursor: undefined, ...change }}
          className={isApart ? 'tab tab-apart' : 'tab'}
          aria-current={isCurrent ? 'true' : undefined}
        >
          <TabWords
            label={words}
            status={status}
            count={count === undefined ? undefined : formatNumber(count)}
          />
        </SearchLink>
      ))}
    </nav>
  )
}
