import type { Held, InWords, UnitGroup } from '@hopluc/shared/reorganisations'
import { language, t } from '../../lib/i18n.ts'

const KNOWN = ['entities', 'tasks', 'series', 'accounts'] as const
type Known = (typeof KNOWN)[number]

/** The kinds that are counted on a page, in their order; at most four stand beside a name. */
export function countKinds(groups: readonly Pick<UnitGroup, 'counts'>[]): readonly Known[] {
  const seen = new Set(groups.flatMap(({ counts }) => Object.keys(counts)))
  return KNOWN.filter((kind) => seen.has(kind))
}

export function kindWords(kind: Known): string {
  return t(`reorganisations.kind.${kind}`)
}

export function inWords(words: InWords): string {
  return words[language()]
}

/** How what is held passes over: "giữ mã số", "đã chuyển". */
export function mannerWords({ manner, waiting }: Pick<Held, 'manner' | 'waiting'>): string {
  if (waiting > 0) return t('reorganisations.waiting', { count: waiting })
  return t(`reorganisations.manner.${manner}`)
}
