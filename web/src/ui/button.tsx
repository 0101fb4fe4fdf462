import './button.css'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { t } from '../lib/i18n.ts'
import { Icon, type IconShape } from './icon.tsx'

/** One `primary` a screen. `danger` is for what cannot be taken back. */
export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger'

export interface ButtonLook {
  readonly kind?: ButtonKind | undefined
  readonly isSmall?: boolean | undefined
  /** As wide as its column, words at the left: a list of actions. */
  readonly isWide?: boolean | undefined
  readonly icon?: IconShape | undefined
  /** A word more at the right end of a wide button: "1 văn bản". */
  readonly note?: ReactNode
}

type Native = Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'className' | 'style' | 'children' | 'onClick' | 'disabled' | 'aria-disabled'
>

/** A button of the page itself: the component library's own costs the first load too much. */
export interface PressProps extends Native {
  readonly ref?: Ref<HTMLButtonElement> | undefined
  readonly onPress?: (() => void) | undefined
  readonly isDisabled?: boolean | undefined
  readonly isPending?: boolean | undefined
}

export interface ButtonProps extends PressProps, ButtonLook {
  readonly children: ReactNode
}

/** Without a look of its own; while pending it keeps the focus and takes no press. */
export function PlainButton(props: PressProps & { className?: string; children: ReactNode }) {
  const { onPress, isDisabled = false, isPending = false, type = 'button', ...rest } = props
  return (
    // oxlint-disable-next-line react/button-has-type
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      {...(isDisabled && { 'data-disabled': true })}
      {...(isPending && { 'data-pending': true, 'aria-disabled': true })}
      onClick={(event) => {
        if (isPending) event.preventDefault()
        else onPress?.()
      }}
    />
  )
}

export function look({ kind = 'plain', isSmall, isWide }: ButtonLook): string {
  return `button button-${kind}${isSmall ? ' button-small' : ''}${isWide ? ' button-wide' : ''}`
}

export function Inside({ icon, note, children }: ButtonLook & { children: ReactNode }) {
  return (
    <>
      {icon && <Icon of={icon} />}
      {children}
      {note && <span className="button-note">{note}</span>}
    </>
  )
}

/** While `isPending` it stays in its place, takes no press, and shows that work goes on. */
export function Button({ kind, isSmall, isWide, icon, note, children, ...props }: ButtonProps) {
  return (
    <PlainButton {...props} className={look({ kind, isSmall, isWide })}>
      <Inside icon={icon} note={note}>
        {children}
      </Inside>
      {props.isPending && (
        <span className="button-progress">
          <span className="for-readers">{t('ui.pending')}</span>
        </span>
      )}
    </PlainButton>
  )
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> &
  ButtonLook & { ref?: Ref<HTMLAnchorElement>; children: ReactNode }

function ButtonAnchor({ kind, isSmall, isWide, icon, note, children, ...props }: AnchorProps) {
  return (
    <a {...props} className={look({ kind, isSmall, isWide })}>
      <Inside icon={icon} note={note}>
        {children}
      </Inside>
    </a>
  )
}

/** A link to another page that looks like a button: `to`, `params`, `search` as of a router link. */
export const ButtonLink = createLink(ButtonAnchor)

/** What can be done, one under another: wide buttons, the filled one first. */
export function ActionList({ children }: { children: ReactNode }) {
  return <div className="action-list">{children}</div>
}

export interface IconButtonProps extends Omit<PressProps, 'aria-label'> {
  /** What it does: read aloud, and shown when pointed at or focused. */
  readonly label: string
  readonly icon: IconShape
  readonly isSmall?: boolean | undefined
}

/** A button without words needs a picture that everyone knows; its words stand in a tip. */
export function IconButton({ label, icon, isSmall, ...props }: IconButtonProps) {
  return (
    <PlainButton {...props} aria-label={label} data-tip={label} className={iconLook(isSmall)}>
      <Icon of={icon} isSmall={isSmall ?? false} />
    </PlainButton>
  )
}

export function iconLook(isSmall: boolean | undefined): string {
  return `icon-button${isSmall ? ' icon-button-small' : ''}`
}
