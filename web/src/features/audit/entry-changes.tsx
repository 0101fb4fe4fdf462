import type { AuditEntry } from '@hopluc/shared/audit'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { FIELDS } from './fields.ts'

/** What was before and what is after, field by field. */
export function EntryChanges({ changes }: Pick<AuditEntry, 'changes'>) {
  if (changes.length === 0) return null
  return (
    <table className="audit-changes">
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          <th scope="col">{t('audit.before')}</th>
          <th scope="col">{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{nameOf(field)}</th>
            <td>
              <del>{inWords(before)}</del>
            </td>
            <td>
              <ins>{inWords(after)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function nameOf(field: string): string {
  const known = FIELDS.find((name) => name === field)
  return known ? t(`audit.field.${known}`) : field
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return t('audit.empty')
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value
  if (typeof value === 'number') return String(value)
  return JSON.stringify(value)
}
