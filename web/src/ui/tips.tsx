import './tips.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

interface Tip {
  readonly words: string
  readonly place: DOMRect
}

const MARGIN = 6
/** Long enough that a pointer on its way elsewhere sees nothing. */
const DELAY = 350

/** What carries words of its own: `data-tip` on a button that shows only a picture. */
function carrier(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null
}

/**
 * The words of buttons without words, for all pages at once: shown when pointed at or focused by
 * the keyboard, gone on Escape. Readers hear the same words as the button's name.
 */
export function Tips() {
  const [tip, setTip] = useState<Tip | null>(null)
  const bubble = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const plan = (next: Tip | null, delay: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => setTip(next), delay)
    }
    const show = (element: HTMLElement, delay: number) =>
      plan({ words: element.dataset.tip ?? '', place: element.getBoundingClientRect() }, delay)
    const over = ({ target, pointerType }: PointerEvent) => {
      if (target === bubble.current) return plan(tip, 0)
      const element = pointerType === 'touch' ? null : carrier(target)
      if (element) show(element, DELAY)
      else plan(null, 100)
    }
    const focus = ({ target }: FocusEvent) => {
      const element = carrier(target)
      if (element?.matches('[data-focus-visible], :focus-visible')) show(element, 0)
      else plan(null, 0)
    }
    const hide = () => plan(null, 0)
    const key = ({ key: pressed }: KeyboardEvent) => pressed === 'Escape' && hide()
    document.addEventListener('pointerover', over)
    document.addEventListener('focusin', focus)
    document.addEventListener('pointerdown', hide)
    document.addEventListener('keydown', key)
    document.addEventListener('scroll', hide, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', over)
      document.removeEventListener('focusin', focus)
      document.removeEventListener('pointerdown', hide)
      document.removeEventListener('keydown', key)
      document.removeEventListener('scroll', hide, true)
    }
  }, [tip])

  useLayoutEffect(() => {
    const box = bubble.current
    if (!tip || !box) return
    const { width, height } = box.getBoundingClientRect()
    const left = tip.place.left + (tip.place.width - width) / 2
    const below = tip.place.bottom + MARGIN
    const isLow = below + height > innerHeight
    box.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`
    box.style.top = `${isLow ? tip.place.top - height - MARGIN : below}px`
  }, [tip])

  return tip ? (
    <div ref={bubble} className="tip" aria-hidden="true">
      {tip.words}
    </div>
  ) : null
}
