import type { CardState } from '@hopluc/shared/readings'
import { type ReactNode, useEffect, useRef } from 'react'
import { scrollNear } from './text-selection.ts'

/** A card of the list: focus, pointer and text are tied to one another. */
export function CardFrame(props: {
  id: string
  state: CardState
  isActive: boolean
  isHovered: boolean
  /** Edited or split: the focus comes back here afterwards. */
  isBusy?: boolean
  label: string
  onGo: () => void
  onHover: (id: string | null) => void
  children: ReactNode
}) {
  const { id, state, isActive, isHovered, onGo, onHover } = props
  const item = useRef<HTMLLIElement>(null)
  const isShown = useRef(false)
  useEffect(() => {
    const isFirst = !isShown.current
    isShown.current = true
    if (!isActive || !item.current || isFirst) return
    scrollNear(item.current)
    // Keys go on where the eye is, unless somebody writes elsewhere.
    const at = document.activeElement
    if (at === document.body || at?.closest('.card, .review-tabs')) {
      if (!item.current.contains(at)) item.current.focus({ preventScroll: true })
    }
  }, [isActive])
  const wasBusy = useRef(false)
  useEffect(() => {
    const isBusy = props.isBusy ?? false
    if (isBusy && item.current) scrollNear(item.current)
    if (wasBusy.current && !isBusy && isActive && document.activeElement === document.body)
      item.current?.focus({ preventScroll: true })
    wasBusy.current = isBusy
  }, [props.isBusy, isActive])
  return (
    // The card takes focus so that one key moves to it; its buttons are what acts.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <li
      ref={item}
      data-card={id}
      className={`card is-${state}${isActive ? ' is-active' : ''}${isHovered ? ' is-hovered' : ''}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isActive ? 0 : -1}
      aria-label={props.label}
      aria-current={isActive || undefined}
      onClick={() => !isActive && onGo()}
      onKeyDown={() => undefined}
      onFocus={() => !isActive && onGo()}
      onMouseEnter={() => onHover(id)}
      onMouseLeave={() => onHover(null)}
    >
      {props.children}
    </li>
  )
}
