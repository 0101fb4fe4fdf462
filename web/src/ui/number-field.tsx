import './field.css'
import {
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField'
import type { ReactNode } from 'react'
import { FieldLabel, FieldNotes, type FieldWords } from './field.tsx'

type Base = Omit<AriaNumberFieldProps, 'className' | 'style' | 'children' | 'isInvalid'>

export type NumberFieldProps = Base &
  FieldWords & {
    /** Stands at the right end: "triệu đồng". */
    readonly unit?: ReactNode
  }

/** A number in the form of the language: 455.523 and 70,5 are typed as they are written. */
export function NumberField(props: NumberFieldProps) {
  const { label, isLabelHidden, hint, error, unit, ...rest } = props
  return (
    <AriaNumberField
      validationBehavior="aria"
      {...rest}
      className="field"
      {...(error && { isInvalid: true })}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} isRequired={rest.isRequired} />
      <span className="control">
        <Input className="control-input figures" />
        {unit && <span className="control-unit">{unit}</span>}
      </span>
      <FieldNotes hint={hint} error={error} />
    </AriaNumberField>
  )
}
