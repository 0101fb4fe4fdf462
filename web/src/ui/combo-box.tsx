import './popover.css'
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react'
import { type Key, useState } from 'react'
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox'
import { t } from '../lib/i18n.ts'
import { matches } from '../lib/matches.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './select.tsx'

interface Common extends FieldWords {
  /** All options, or those found for the text typed so far. */
  readonly options: readonly Option<string>[]
  /**
   * With it the search is the caller's: called while one types, with `options` answering later.
   * Without it the given options are filtered, with or without diacritics.
   */
  readonly onSearch?: ((text: string) => void) | undefined
  readonly isSearching?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly name?: string | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

export interface ComboBoxProps extends Common {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** The label of the value while its option is not among `options`. */
  readonly valueLabel?: string | undefined
}

/** The caller's own search has found already; otherwise what fits the words typed. */
function found(
  options: readonly Option<string>[],
  typed: string,
  onSearch: Common['onSearch'],
): readonly Option<string>[] {
  return onSearch ? options : options.filter(({ label }) => matches(label, typed))
}

/**
 * One of many, found by typing a part of its name, with or without diacritics. A scroll closes the list;
 * what was typed stays until the field is left.
 */
export function ComboBox(props: ComboBoxProps) {
  const { options, value, valueLabel, onChange, onSearch } = props
  const label = options.find((option) => option.value === value)?.label ?? valueLabel ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    setTyped(text)
    onSearch?.(text)
  }
  const choose = (key: Key | null) => {
    setTyped(null)
    onChange(key === null ? null : String(key))
  }
  return (
    <Shell
      {...props}
      shown={found(options, typed ?? '', onSearch)}
      inputValue={typed ?? label}
      onInputChange={(text) => text !== (typed ?? label) && type(text)}
      value={value}
      onChange={choose}
      onBlur={() => setTyped(null)}
    />
  )
}

function Shell(
  props: Common & {
    shown: readonly Option<string>[]
    inputValue: string
    onInputChange: (text: string) => void
    value: string | null
    onChange: (key: Key | null) => void
    onBlur: () => void
  },
) {
  const { hint, error, shown, placeholder } = props
  return (
    <AriaComboBox
      className="field"
      items={shown}
      inputValue={props.inputValue}
      onInputChange={props.onInputChange}
      value={props.value}
      onChange={props.onChange}
      onBlur={props.onBlur}
      allowsEmptyCollection
      menuTrigger="focus"
      validationBehavior="aria"
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(props.name && { name: props.name })}
      {...(error && { isInvalid: true })}
    >
      <FieldLabel
        label={props.label}
        isLabelHidden={props.isLabelHidden}
        isRequired={props.isRequired}
      />
      <span className="control">
        <Input className="control-input" placeholder={placeholder ?? t('ui.search')} />
        <Button className="control-toggle" aria-label={t('ui.showOptions')}>
          <Icon of={IconChevronDown} isSmall />
        </Button>
      </span>
      <FieldNotes hint={hint} error={error} />
      <Options isSearching={props.isSearching ?? false} />
    </AriaComboBox>
  )
}

function Options(props: { isSearching: boolean }) {
  return (
    <Popover className="popover" offset={4}>
      <ListBox<Option<string>>
        className="options"
        renderEmptyState={() => (
          <div className="options-empty">
            {t(props.isSearching ? 'ui.searching' : 'ui.nothingFound')}
          </div>
        )}
      >
        {(option) => (
          <ListBoxItem
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
        )}
      </ListBox>
    </Popover>
  )
}

export interface MultiComboBoxProps extends Common {
  /** Chosen options, in the order chosen; they need not be among `options`. */
  readonly chosen: readonly Option<string>[]
  readonly onChange: (chosen: readonly Option<string>[]) => void
}

/** Several of many: what is chosen stands as tags before the text; Backspace takes the last away. */
export function MultiComboBox(props: MultiComboBoxProps) {
  const { chosen, onChange, options, onSearch, hint, error, placeholder } = props
  const [typed, setTyped] = useState('')
  const type = (text: string) => {
    setTyped(text)
    onSearch?.(text)
  }
  const values = chosen.map(({ value }) => value)
  const choose = (keys: readonly Key[]) => {
    const known = [...chosen, ...options]
    const next = keys.flatMap((key) => known.find(({ value }) => value === key) ?? [])
    type('')
    onChange(next)
  }
  const remove = (value: string) => onChange(chosen.filter((option) => option.value !== value))
  return (
    <AriaComboBox<Option<string>, 'multiple'>
      className="field"
      selectionMode="multiple"
      items={found(options, typed, onSearch)}
      inputValue={typed}
      onInputChange={type}
      value={values}
      onChange={choose}
      allowsEmptyCollection
      menuTrigger="focus"
      validationBehavior="aria"
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(props.name && { name: props.name })}
      {...(error && { isInvalid: true })}
    >
      <FieldLabel
        label={props.label}
        isLabelHidden={props.isLabelHidden}
        isRequired={props.isRequired}
      />
      <span className="control control-tags">
        <ul className="chosen" aria-label={`${props.label}: ${t('ui.chosen')}`}>
          {chosen.map((option) => (
            <li key={option.value} className="chosen-tag">
              {option.label}
              <Button
                slot={null}
                className="chosen-remove"
                aria-label={t('ui.remove', { name: option.label })}
                onPress={() => remove(option.value)}
              >
                <Icon of={IconX} isSmall />
              </Button>
            </li>
          ))}
        </ul>
        <Input
          className="control-input"
          {...(chosen.length === 0 && { placeholder: placeholder ?? t('ui.search') })}
          onKeyDown={(event) => {
            const last = chosen.at(-1)
            if (event.key === 'Backspace' && typed === '' && last) remove(last.value)
          }}
        />
        <Button className="control-toggle" aria-label={t('ui.showOptions')}>
          <Icon of={IconChevronDown} isSmall />
        </Button>
      </span>
      <FieldNotes hint={hint} error={error} />
      <Options isSearching={props.isSearching ?? false} />
    </AriaComboBox>
  )
}
