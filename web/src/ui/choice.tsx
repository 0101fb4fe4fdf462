import './field.css'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox'
import {
  Radio,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
} from 'react-aria-components/RadioGroup'
import { FieldLabel, FieldNotes, type FieldWords } from './field.tsx'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  /** Without words give `aria-label`. */
  readonly children?: ReactNode
}

export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className="checkbox">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="checkbox-box" aria-hidden="true">
            {isIndeterminate ? <IconMinus stroke={3} /> : isSelected && <IconCheck stroke={3} />}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  /** A quiet line under the label. */
  readonly note?: ReactNode
  readonly isDisabled?: boolean | undefined
}

type RadioBase = Omit<
  AriaRadioGroupProps,
  'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'onChange' | 'defaultValue'
>

export type RadioGroupProps<Value extends string> = RadioBase &
  FieldWords & {
    readonly choices: readonly Choice<Value>[]
    readonly value: Value | null
    readonly onChange: (value: Value) => void
    /** Side by side. */
    readonly isRow?: boolean | undefined
  }

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, isLabelHidden, hint, error, choices, isRow, onChange, ...rest } = props
  const choose = (chosen: string) => {
    const choice = choices.find(({ value }) => value === chosen)
    if (choice) onChange(choice.value)
  }
  return (
    <AriaRadioGroup
      validationBehavior="aria"
      {...rest}
      onChange={choose}
      className="field"
      {...(error && { isInvalid: true })}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} isRequired={rest.isRequired} />
      <div className={isRow ? 'radio-group radio-group-row' : 'radio-group'}>
        {choices.map(({ value, label: words, note, isDisabled = false }) => (
          <Radio key={value} value={value} className="radio" isDisabled={isDisabled}>
            <span className="radio-dot" aria-hidden="true" />
            <span>
              {words}
              {note && <span className="radio-note">{note}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaRadioGroup>
  )
}
