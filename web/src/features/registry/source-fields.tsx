import { SOURCE_WORDS } from '@hopluc/shared/entity-words'
import { AttributeSource } from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import { t } from '../../lib/i18n.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { DocumentPicker } from '../documents/document-picker.tsx'
import type { Faults, TypedSource } from './form-model.ts'
import { say } from './words.ts'

interface SourceProps {
  readonly source: TypedSource
  readonly set: (source: TypedSource) => void
  readonly faults: Faults
  readonly today: PlainDate
}

/** Where what is entered comes from, and of which day that is. */
export function SourceFields({ source, set, faults, today }: SourceProps) {
  return (
    <>
      <FormRow>
        <Select
          label={t('registry.form.source.from')}
          name="source.from"
          value={source.from}
          onChange={(from) => set({ ...source, from })}
          options={AttributeSource.shape.from.options.map((from) => ({
            value: from,
            label: say(SOURCE_WORDS[from]),
          }))}
        />
        <DatePicker
          label={t('registry.form.source.on')}
          name="source.on"
          value={source.on}
          onChange={(on) => set({ ...source, on })}
          max={today}
          error={faults.sourceOn}
          isRequired
        />
      </FormRow>
      {source.from === 'paper' && (
        <DocumentPicker
          label={t('registry.form.source.document')}
          value={source.documentId}
          onChange={(documentId) => set({ ...source, documentId })}
        />
      )}
      <TextField
        label={t('registry.form.source.note')}
        name="source.note"
        value={source.note ?? ''}
        onChange={(note) => set({ ...source, note: note || null })}
      />
    </>
  )
}
