import './popover.css'
import { IconDots } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu'
import { Icon, type IconShape } from './icon.tsx'
import { TriggerButton, TriggerIconButton } from './trigger-button.tsx'

export interface MenuAction {
  readonly id: string
  readonly label: string
  readonly note?: string | undefined
  readonly icon?: IconShape | undefined
  readonly isDisabled?: boolean | undefined
  readonly isDanger?: boolean | undefined
  /** A line above it. */
  readonly isApart?: boolean | undefined
  readonly run: () => void
}

export interface MenuProps {
  readonly label: string
  readonly actions: readonly MenuAction[]
  /** The button that opens it: a `TriggerButton`; without one, three dots. */
  readonly trigger?: ReactElement | undefined
  /** Words on the button instead of three dots. */
  readonly words?: string | undefined
  readonly icon?: IconShape | undefined
}

/** Actions that are not needed at every visit. */
export function Menu({ label, actions, trigger, words, icon }: MenuProps) {
  const button =
    trigger ??
    (words ? (
      <TriggerButton icon={icon}>{words}</TriggerButton>
    ) : (
      <TriggerIconButton label={label} icon={icon ?? IconDots} />
    ))
  return (
    <MenuTrigger>
      {button}
      <Popover className="popover" offset={4} placement="bottom end">
        <AriaMenu className="options" aria-label={label}>
          {actions.flatMap((action) => [
            ...(action.isApart
              ? [<Separator key={`${action.id} line`} className="options-line" />]
              : []),
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              className={action.isDanger ? 'option option-danger' : 'option'}
              isDisabled={action.isDisabled ?? false}
              onAction={action.run}
            >
              {action.icon && <Icon of={action.icon} />}
              <span className="option-words">
                {action.label}
                {action.note && <span className="option-note">{action.note}</span>}
              </span>
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
