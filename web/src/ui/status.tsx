import './status.css'
import type { ReactNode } from 'react'

/** Shape first, then the word, then the colour: a state is read without seeing red or green. */
export type StatusKind =
  | 'new'
  | 'late'
  | 'soon'
  | 'done'
  | 'doneLate'
  | 'term'
  | 'standing'
  | 'waiting'
  | 'returned'
  | 'missing'
  | 'missingLate'
  | 'draft'
  | 'paused'
  | 'cancelled'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 } as const

const SHAPES: Record<StatusKind, ReactNode> = {
  new: <path {...line} strokeLinejoin="round" d="M1.5 2.5h9v7h-9ZM1.5 3l4.5 3.700L10.5 3" />,
  late: <path fill="currentColor" d="M1 1h10v10H1Z" />,
  soon: (
    <>
      <path {...line} strokeWidth={1.5} d="M6 .5 11.5 6 6 11.5.5 6Z" />
      <path fill="currentColor" d="M6 .5V11.500L.5 6Z" />
    </>
  ),
  done: <Check />,
  doneLate: (
    <>
      <Check />
      <path {...line} d="M8 10.500h3.5" />
    </>
  ),
  term: <circle {...line} cx="6" cy="6" r="4.7" />,
  standing: <path {...line} strokeWidth={1.6} d="M2 6h8" />,
  waiting: (
    <>
      <circle {...line} cx="6" cy="6" r="4.7" />
      <path {...line} strokeLinecap="round" d="M6 3.300V6l1.8 1.2" />
    </>
  ),
  returned: (
    <path
      {...line}
      strokeLinecap="round"
      strokeLinejoin="round"
      d="M4.5 1.5 1.5 4.500l3 3M1.5 4.500H8a2.5 2.5 0 0 1 0 6H6"
    />
  ),
  missing: <Missing />,
  missingLate: <Missing />,
  draft: <path {...line} strokeLinejoin="round" d="m2 10 .6-2.600L8.5 1.500l2 2L4.6 9.400Z" />,
  paused: <path {...line} strokeWidth={2} d="M4 2v8M8 2v8" />,
  cancelled: <path {...line} strokeWidth={1.6} strokeLinecap="round" d="m2.5 2.5 7 7m0-7-7 7" />,
}

function Check() {
  return (
    <path
      {...line}
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      d="m1.5 6.5 3 3 6-7"
    />
  )
}

function Missing() {
  return <path {...line} strokeWidth={1.5} strokeDasharray="2.4 1.8" d="M1.5 1.500h9v9h-9Z" />
}

/** The shape alone, for a place where the word stands close by. */
export function StatusShape({ kind }: { kind: StatusKind }) {
  return (
    <svg className={`status-shape status-${kind}`} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  )
}

/** A state with its words: `<Status kind="late">Quá hạn 12 ngày</Status>`. */
export function Status({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className={`status status-${kind}`}>
      <StatusShape kind={kind} />
      {children}
    </span>
  )
}
