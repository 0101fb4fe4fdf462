import { EVENT_WORDS, KIND_WORDS, LAW_WORDS } from '@hopluc/shared/entity-words'
import type { EntityEvent } from '@hopluc/shared/entities'
import { t } from '../../lib/i18n.ts'
import { say } from './words.ts'

/** "Đại hội nhiệm kỳ", "Tổ chức lại hoạt động theo luật mới: Luật HTX năm 2012". */
export function eventWords({ kind, details }: Pick<EntityEvent, 'kind' | 'details'>): string {
  if (kind === 'congress' && details.congress) return t(`registry.congress.${details.congress}`)
  const words = say(EVENT_WORDS[kind])
  if (kind === 'law_changed' && details.law) return `${words}: ${say(LAW_WORDS[details.law])}`
  if (kind === 'kind_changed' && details.kind) return `${words}: ${say(KIND_WORDS[details.kind])}`
  return words
}
