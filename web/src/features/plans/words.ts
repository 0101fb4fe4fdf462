import {
  boundWords,
  finalBound,
  type Light,
  type Target,
  type TargetReading,
  type TargetRow,
  type Verdict,
} from '@hopluc/shared/plans'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import type { StatusKind } from '../../ui/status.tsx'

type Row = Pick<TargetRow, 'expression' | 'measure' | 'verdict' | 'isRegistered' | 'registered'>

type Measured = Pick<TargetRow, 'expression' | 'measure'>

/** In per cent, whether of a whole of its own or as a formula of the catalogue reckons it. */
export const isShare = ({ expression, measure }: Measured): boolean =>
  expression.as === 'share' || measure.trim() === '%'

/** 63,6% of a share, 5 of a number. */
export function valueWords(value: number | null, row: Measured): string {
  if (value === null) return '–'
  if (!isShare(row)) return formatNumber(value)
  return `${formatNumber(Math.round(value * 10) / 10)}%`
}

export function aimWords(row: Measured): string {
  const bound = finalBound(row.expression)
  return bound ? boundWords(bound, isShare(row) ? 'share' : 'number') : '–'
}

export function verdictWords(row: Row): string {
  const { kind, missing } = row.verdict
  const amount = { missing: formatNumber(Math.round(missing * 10) / 10) }
  if (kind === 'short')
    return t(isShare(row) ? 'targets.verdict.shortPoints' : 'targets.verdict.short', amount)
  if (kind === 'missed' || kind === 'over_limit') return t(`targets.verdict.${kind}`, amount)
  if (kind === 'on_track' && row.registered === null) return t('targets.verdict.expected')
  return t(`targets.verdict.${kind}`)
}

const SHAPES: Record<Light, StatusKind> = {
  green: 'done',
  grey: 'term',
  amber: 'soon',
  red: 'late',
}

/** Shape first, then the word, then the colour. */
export function verdictKind({ light, kind }: Verdict): StatusKind {
  if (kind === 'no_figure') return 'missing'
  return SHAPES[light]
}

export function readingWords({ label, part, whole, value }: TargetReading, row: Measured): string {
  return t('targets.reading', {
    part: part === null ? '–' : formatNumber(part),
    whole: whole === null ? '–' : formatNumber(whole),
    label: label ?? '',
    value: valueWords(value, row),
  })
}

/** Why a light is amber or red and not the other; undefined where the gap does not decide. */
export function nearWords(row: Row, nearPercent: number): string | undefined {
  const bound = finalBound(row.expression)
  if (row.verdict.kind !== 'short' || !bound) return undefined
  const most = (Math.abs(bound.value) * nearPercent) / 100
  return t(row.verdict.light === 'amber' ? 'targets.near.amber' : 'targets.near.red', {
    percent: nearPercent,
    most: formatNumber(Math.round(most * 100) / 100),
    missing: formatNumber(row.verdict.missing),
  })
}

/** Whether the text leaves open of what the share is. */
export const isOpen = ({ counted, whole }: Pick<TargetRow, 'counted' | 'whole'>): boolean =>
  counted.by === 'share' && counted.wholes.length > 1 && whole === null

/** A plan of the nation is handed down to its provinces, all others to communes. */
export const handDownWords = ({ plan }: Pick<Target, 'plan'>) =>
  t(plan.unit.level === 'nation' ? 'targets.act.hand_down.nation' : 'targets.act.hand_down')
