import {
  type EntityImportPreview,
  type ImportColumn,
  ImportField,
  type ImportMapping,
  MoneyUnit,
} from '@hopluc/shared/entity-import'
import { Fragment, useState } from 'react'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { type Option, Select } from '../../../ui/select.tsx'
import { fieldWords, isMoney, letterOf } from './field-words.ts'

interface MappingPartProps {
  readonly preview: EntityImportPreview
  readonly onApply: (mapping: ImportMapping) => void
}

/** Which column holds what; closed while nobody doubts it. It is kept when the file is imported. */
export function MappingPart({ preview, onApply }: MappingPartProps) {
  const { headers, isKept } = preview
  const [isOpen, setOpen] = useState(false)
  const [mapping, setMapping] = useState<ImportMapping>(preview.mapping)
  const words = { known: mapping.length, all: headers.filter(Boolean).length }
  const change = (column: number, next: ImportColumn | undefined) =>
    setMapping((now) => [
      ...now.filter((one) => one.column !== column && one.field !== next?.field),
      ...(next ? [next] : []),
    ])
  return (
    <Section
      title={t('registryImport.mapping')}
      note={t(isKept ? 'registryImport.mapping.kept' : 'registryImport.mapping.note', words)}
    >
      <div className="registry-import-mapping">
        <div>
          <Button isSmall onPress={() => setOpen(!isOpen)}>
            {t(isOpen ? 'registryImport.mapping.close' : 'registryImport.mapping.open')}
          </Button>
        </div>
        {isOpen && (
          <>
            <div className="registry-import-columns">
              {headers.map((head, column) =>
                head === '' ? null : (
                  <ColumnFields
                    key={letterOf(column)}
                    head={head}
                    column={column}
                    now={mapping.find((one) => one.column === column)}
                    onChange={(next) => change(column, next)}
                  />
                ),
              )}
            </div>
            <div>
              <Button onPress={() => onApply(mapping)}>{t('registryImport.mapping.apply')}</Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}

interface ColumnFieldsProps {
  readonly head: string
  readonly column: number
  readonly now: ImportColumn | undefined
  readonly onChange: (next: ImportColumn | undefined) => void
}

function ColumnFields({ head, column, now, onChange }: ColumnFieldsProps) {
  const none: Option<ImportField | 'none'> = {
    value: 'none',
    label: t('registryImport.mapping.none'),
  }
  const options = ImportField.options.map((value) => ({ value, label: fieldWords(value) }))
  return (
    <Fragment>
      <span>
        <b className="figures">{letterOf(column)}</b> {head}
      </span>
      <Select<ImportField | 'none'>
        label={`${t('registryImport.mapping.field')}: ${head}`}
        isLabelHidden
        options={[none, ...options]}
        value={now?.field ?? 'none'}
        onChange={(field) => onChange(field === 'none' ? undefined : { column, field })}
      />
      {now && isMoney(now.field) ? (
        <Select
          label={`${t('registryImport.mapping.unit')}: ${head}`}
          isLabelHidden
          options={MoneyUnit.options.map((value) => ({
            value,
            label: t(`registryImport.unit.${value}`),
          }))}
          value={now.unit ?? 'dong'}
          onChange={(unit) => onChange({ ...now, unit })}
        />
      ) : (
        <span />
      )}
    </Fragment>
  )
}
