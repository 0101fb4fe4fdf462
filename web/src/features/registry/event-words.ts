import type { EntityEvent } from '@hopluc/shared/entities'
import { t } from '../../lib/i18n.ts'

/** "Đại hội nhiệm kỳ", "Tổ chức lại hoạt động theo luật mới: Luật HTX năm 2012". */
export function eventWords({ kind, details }: Pick<EntityEvent, 'kind' | 'details'>): string {
  if (kind === 'congress' && details.congress) return t(`registry.congress.${details.congress}`)
  const words = t(`registry.event.${kind}`)
  if (kind === 'law_changed' && details.law) return `${words}: ${t(`registry.law.${details.law}`)}`
  if (kind === 'kind_changed' && details.kind)
    return `${words}: ${t(`registry.kind.${details.kind}`)}`
  return words
}
