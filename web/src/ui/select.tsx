import './popover.css'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { Key } from 'react'
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components/Select'
import { t } from '../lib/i18n.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './field.tsx'
import { Icon } from './icon.tsx'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly note?: string | undefined
  readonly isDisabled?: boolean | undefined
}

export interface SelectProps<Value extends string> extends FieldWords {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly name?: string | undefined
  readonly placeholder?: string | undefined
  /** Words inside the field before the value, for filters: "Chủ trì". Hides the label above. */
  readonly prefix?: string | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

/** One of a few. For many, or for search, use `ComboBox`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, options, value, onChange, prefix } = props
  const choose = (key: Key | null) => {
    const option = options.find((one) => one.value === key)
    if (option) onChange(option.value)
  }
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={choose}
      validationBehavior="aria"
      placeholder={props.placeholder ?? t('ui.chooseOne')}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(props.name && { name: props.name })}
      {...(error && { isInvalid: true })}
    >
      <FieldLabel
        label={label}
        isLabelHidden={props.isLabelHidden ?? prefix !== undefined}
        isRequired={props.isRequired}
      />
      <span className="control">
        <Button className="select-button">
          {prefix && <span className="select-prefix">{prefix}</span>}
          <SelectValue className="select-value" />
          <Icon of={IconChevronDown} isSmall />
        </Button>
      </span>
      <FieldNotes hint={hint} error={error} />
      <Popover className="popover" offset={4}>
        <ListBox className="options">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="option"
              isDisabled={option.isDisabled ?? false}
            >
              {({ isSelected }) => (
                <>
                  <span className="option-words">
                    {option.label}
                    {option.note && <span className="option-note">{option.note}</span>}
                  </span>
                  {isSelected && <IconCheck className="icon option-check" aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
