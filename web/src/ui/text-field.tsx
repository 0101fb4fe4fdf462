import { IconEye, IconEyeOff, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import {
  Input,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { t } from '../lib/i18n.ts'
import { IconButton } from './button.tsx'
import { FieldLabel, FieldNotes, type FieldWords } from './field.tsx'
import { Icon, type IconShape } from './icon.tsx'

type Base = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & FieldWords

export type TextFieldProps = Base & {
  readonly icon?: IconShape | undefined
  readonly placeholder?: string | undefined
  /** Stands at the right end: "triệu đồng". */
  readonly unit?: ReactNode
  /** Shows a cross that empties the field. */
  readonly onClear?: (() => void) | undefined
}

/** A line of text. A password can be shown while it is typed. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, hint, error, icon, placeholder, unit, onClear, ...rest } = props
  const [isShown, setIsShown] = useState(false)
  const isPassword = rest.type === 'password'
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      type={isPassword && isShown ? 'text' : (rest.type ?? 'text')}
      className="field"
      {...(error && { isInvalid: true })}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} isRequired={rest.isRequired} />
      <span className="control">
        {icon && <Icon of={icon} />}
        <Input className="control-input" {...(placeholder && { placeholder })} />
        {unit && <span className="control-unit">{unit}</span>}
        {onClear && rest.value && (
          <IconButton label={t('ui.clear')} icon={IconX} isSmall onPress={onClear} />
        )}
        {isPassword && (
          <IconButton
            label={t(isShown ? 'ui.hidePassword' : 'ui.showPassword')}
            icon={isShown ? IconEyeOff : IconEye}
            onPress={() => setIsShown(!isShown)}
          />
        )}
      </span>
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  )
}

export type TextAreaProps = Base & {
  readonly placeholder?: string | undefined
  /** Lines shown before it grows with the text. */
  readonly rows?: number | undefined
}

/** Several lines; grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden, hint, error, placeholder, rows = 3, ...rest } = props
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      className="field"
      {...(error && { isInvalid: true })}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} isRequired={rest.isRequired} />
      <span className="control">
        <AriaTextArea className="control-input" rows={rows} {...(placeholder && { placeholder })} />
      </span>
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  )
}
