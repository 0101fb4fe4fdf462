import './bar.css'
import type { ReactNode } from 'react'
import { formatNumber, formatShare } from '../lib/format.ts'
import { t } from '../lib/i18n.ts'

/** Fills of a bar: done, done late (hatched), in term, soon, late. */
export type BarKind = 'done' | 'doneLate' | 'term' | 'soon' | 'late'

export interface BarPart {
  readonly kind: BarKind
  readonly value: number
  /** "hoàn thành quá hạn". */
  readonly label: string
}

export interface BarProps {
  readonly parts: readonly BarPart[]
  /** What the whole is: "38 nhiệm vụ theo trạng thái". Read aloud with every part. */
  readonly label: string
  readonly size?: 'row' | 'page' | undefined
}

/** Shares of a whole. The figures stand beside it or in its legend, never only in colour. */
export function Bar({ parts, label, size = 'row' }: BarProps) {
  const shown = parts.filter(({ value }) => value > 0)
  const whole = shown.reduce((sum, { value }) => sum + value, 0)
  const told = shown.map((part) =>
    t('ui.legend.percent', {
      label: part.label,
      value: formatNumber(part.value),
      share: formatShare(part.value / whole),
    }),
  )
  return (
    <>
      <span className="for-readers">{`${label}. ${told.join('; ')}`}</span>
      <div className={`bar bar-${size}`} aria-hidden="true">
        {shown.map(({ kind, value, label: words }) => (
          <span
            key={`${kind} ${words}`}
            className={`bar-${kind}`}
            style={{ flexGrow: value }}
            title={`${words}: ${formatNumber(value)}`}
          />
        ))}
      </div>
    </>
  )
}

export interface LegendItem {
  readonly kind: BarKind
  /** The figure: usually a `value-link`. */
  readonly value: ReactNode
  readonly label: ReactNode
}

/** The legend of a bar, with its figures. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="legend">
      {items.map(({ kind, value, label }, index) => (
        <li key={`${kind} ${index}`}>
          <span className={`legend-swatch bar-${kind}`} aria-hidden="true" />
          <b>{value}</b> <span>{label}</span>
        </li>
      ))}
    </ul>
  )
}

export interface ProgressProps {
  readonly label: string
  /** 0 to 1; without it the work goes on for an unknown time. */
  readonly share?: number | undefined
}

/** How far a long piece of work has come. */
export function Progress({ label, share }: ProgressProps) {
  return (
    <progress
      className="progress"
      aria-label={label}
      max={1}
      {...(share !== undefined && { value: share })}
    />
  )
}
