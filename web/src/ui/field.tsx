import './field.css'
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components/TextField'
import { t } from '../lib/i18n.ts'

/** What every field has around its control. */
export interface FieldWords {
  /** Always there for readers; `isLabelHidden` keeps it off the screen. */
  readonly label: string
  readonly isLabelHidden?: boolean | undefined
  /** A line under the control: what is meant, in what form. */
  readonly hint?: ReactNode
  /** What is wrong with what was entered, and what to do. Shows the field as invalid. */
  readonly error?: string | undefined
}

export function FieldLabel({
  label,
  isLabelHidden,
  isRequired,
}: FieldWords & { isRequired?: boolean | undefined }) {
  return (
    <Label className={isLabelHidden ? 'for-readers' : 'field-label'}>
      {label}
      {isRequired && <span className="field-required"> ({t('ui.required')})</span>}
    </Label>
  )
}

/** Hint and error. The error of the browser or the server is shown where none is given by hand. */
export function FieldNotes({ hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">
        {({ validationErrors }) => error ?? validationErrors.join(' ')}
      </FieldError>
    </>
  )
}
