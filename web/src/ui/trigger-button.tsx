import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { type ButtonLook, iconLook, Inside, look } from './button.tsx'
import { Icon, type IconShape } from './icon.tsx'

interface TriggerProps extends ButtonLook {
  readonly children: ReactNode
  readonly isPending?: boolean | undefined
}

/** Looks like a `Button`, and opens the menu or panel of the trigger around it. */
export function TriggerButton({ icon, note, children, isPending = false, ...rest }: TriggerProps) {
  return (
    <AriaButton className={look(rest)} isPending={isPending}>
      <Inside icon={icon} note={note}>
        {children}
      </Inside>
    </AriaButton>
  )
}

export function TriggerIconButton(props: { label: string; icon: IconShape; isSmall?: boolean }) {
  const { label, icon, isSmall = false } = props
  return (
    <AriaButton aria-label={label} data-tip={label} className={iconLook(isSmall)}>
      <Icon of={icon} isSmall={isSmall} />
    </AriaButton>
  )
}
