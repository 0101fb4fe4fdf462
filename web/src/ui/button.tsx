import './button.css'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button'
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

export interface ButtonProps
  extends Omit<AriaButtonProps, 'className' | 'style' | 'children'>, ButtonLook {
  readonly children: ReactNode
}

function look({ kind = 'plain', isSmall, isWide }: ButtonLook): string {
  return `button button-${kind}${isSmall ? ' button-small' : ''}${isWide ? ' button-wide' : ''}`
}

function Inside({ icon, note, children }: ButtonLook & { children: ReactNode }) {
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
    <AriaButton {...props} className={look({ kind, isSmall, isWide })}>
      {({ isPending }) => (
        <>
          <Inside icon={icon} note={note}>
            {children}
          </Inside>
          {isPending && (
            <span className="button-progress">
              <span className="for-readers">{t('ui.pending')}</span>
            </span>
          )}
        </>
      )}
    </AriaButton>
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

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  /** What it does: read aloud, and shown when pointed at or focused. */
  readonly label: string
  readonly icon: IconShape
  readonly isSmall?: boolean | undefined
}

/** A button without words needs a picture that everyone knows; its words stand in a tip. */
export function IconButton({ label, icon, isSmall, ...props }: IconButtonProps) {
  return (
    <AriaButton
      {...props}
      aria-label={label}
      data-tip={label}
      className={`icon-button${isSmall ? ' icon-button-small' : ''}`}
    >
      <Icon of={icon} isSmall={isSmall ?? false} />
    </AriaButton>
  )
}
