import {
  type ImportCommand,
  ImportField,
  type ImportMapping,
  type ImportPreview,
} from '@hopluc/shared/task-import'
import { t } from '../../../lib/i18n.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { Section } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'

export interface MappingPartProps {
  readonly preview: ImportPreview
  readonly onChange: (next: Partial<ImportCommand>) => void
}

/** Which column says what; the platform proposes, the officer corrects. */
export function MappingPart({ preview, onChange }: MappingPartProps) {
  const { sheets, sheet, headerRow, headers, mapping } = preview
  const columns = [
    { value: '', label: t('tasks.import.noColumn') },
    ...headers.map((name, index) => ({
      value: String(index),
      label: name || t('tasks.import.column', { number: index + 1 }),
    })),
  ]
  const choose = (field: ImportField, column: string) => {
    const { [field]: _before, ...others } = mapping
    const next: ImportMapping = column === '' ? others : { ...others, [field]: Number(column) }
    onChange({ sheet, headerRow, mapping: next })
  }
  return (
    <Section title={t('tasks.import.mapping')} note={t('tasks.import.mapping.note')}>
      <div className="filters">
        {sheets.length > 1 && (
          <Select
            label={t('tasks.import.sheet')}
            prefix={t('tasks.import.sheet')}
            value={sheet}
            options={sheets.map((name) => ({ value: name, label: name }))}
            onChange={(next) => onChange({ sheet: next, headerRow: undefined, mapping: undefined })}
          />
        )}
        <NumberField
          label={t('tasks.import.headerRow')}
          minValue={1}
          value={headerRow + 1}
          onChange={(row) =>
            !Number.isNaN(row) && onChange({ sheet, headerRow: row - 1, mapping: undefined })
          }
        />
      </div>
      <div className="tasks-mapping">
        {ImportField.options.map((field) => {
          const column = mapping[field]
          return (
            <Select
              key={field}
              label={t(`tasks.import.field.${field}`)}
              options={columns}
              value={column === undefined ? '' : String(column)}
              onChange={(next) => choose(field, next)}
              isRequired={field === 'title'}
            />
          )
        })}
      </div>
    </Section>
  )
}
