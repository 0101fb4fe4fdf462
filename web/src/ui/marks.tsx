import './marks.css'
import { Fragment, type ReactNode } from 'react'
import { t } from '../lib/i18n.ts'
import { StatusShape, type StatusKind } from './status.tsx'

/** A small word in a quiet box: a kind, never a state. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>
}

/** The way of a paper: dots on a line. `at` is the step where it stands now, from 0. */
export function Way({ steps, at }: { steps: readonly string[]; at: number }) {
  return (
    <ol className="way" aria-label={t('ui.way')}>
      {steps.map((step, index) => {
        const place = index < at ? 'done' : index === at ? 'now' : 'next'
        return (
          <li
            key={step}
            className={`way-${place}`}
            {...(place === 'now' && { 'aria-current': 'step' as const })}
          >
            {step}
            <span className="for-readers">, {t(`ui.way.${place}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}

export interface TimelineItem {
  readonly id: string
  /** As it is to be shown: "05/07/2021", "05/07 08:00". */
  readonly when: string
  readonly title: ReactNode
  /** Who, how, from which paper. */
  readonly note?: ReactNode
  readonly kind?: Extract<StatusKind, 'late' | 'done' | 'waiting' | 'soon'> | undefined
  /** Evidence, attached papers. */
  readonly children?: ReactNode
}

/** What happened, newest first, on one thin line. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ id, when, title, note, kind, children }) => (
        <li key={id} className="timeline-item">
          <span className="timeline-when">{when}</span>
          <span className={`timeline-dot${kind ? ` timeline-${kind}` : ''}`} aria-hidden="true" />
          <div className="timeline-body">
            <p>{title}</p>
            {note && <p className="timeline-note">{note}</p>}
            {children}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Terms and their values; an empty value is left out. */
export function DescriptionList({
  items,
}: {
  items: readonly (readonly [term: string, value: ReactNode])[]
}) {
  return (
    <dl className="description-list">
      {items
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([term, value]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  )
}

export interface DiffRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** What a text lost and gained: struck through and underlined, also without colour. */
export function Diff({ runs }: { runs: readonly DiffRun[] }) {
  return (
    <p className="diff">
      {runs.map(({ kind, text }, index) => {
        const key = `${index} ${text}`
        if (kind === 'same') return <Fragment key={key}>{text}</Fragment>
        const Mark = kind === 'removed' ? 'del' : 'ins'
        return (
          <Mark key={key}>
            <span className="for-readers"> [{t(`ui.diff.${kind}`)}: </span>
            {text}
            <span className="for-readers">] </span>
          </Mark>
        )
      })}
    </p>
  )
}

/** A value that was corrected: the old struck through, then the new. */
export function Corrected({ from, children }: { from: ReactNode; children: ReactNode }) {
  return (
    <span className="corrected">
      <s>{from}</s> → {children}
    </span>
  )
}

/** An attached paper: opens or saves it. */
export function FileChip({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="file-chip" href={href}>
      {children}
    </a>
  )
}

/** A state's shape beside a name, in lists of communes or offices. */
export function Marked({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className="marked">
      <StatusShape kind={kind} /> {children}
    </span>
  )
}
