/** What is selected, as offsets into the text; null when nothing is, or it lies elsewhere. */
export function selectedRange(pane: HTMLElement): { start: number; end: number } | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.commonAncestorContainer)) return null
  const start = offsetOf(range.startContainer, range.startOffset, 'after')
  const end = offsetOf(range.endContainer, range.endOffset, 'before')
  return start === null || end === null || end <= start ? null : { start, end }
}

function offsetOf(node: Node, offset: number, side: 'before' | 'after'): number | null {
  const own = node.parentElement?.closest<HTMLElement>('[data-start]')
  if (own && node.nodeType === Node.TEXT_NODE) return Number(own.dataset.start) + offset
  // Between elements: the nearest run of text on that side.
  const element = node instanceof Element ? node : node.parentElement
  const runs = [
    ...(element?.closest('.source')?.querySelectorAll<HTMLElement>('[data-start]') ?? []),
  ]
  const at = document.createRange()
  at.setStart(node, offset)
  at.collapse(true)
  const past = runs.filter((run) => at.comparePoint(run, 0) < 0)
  if (side === 'before') {
    const last = past.at(-1)
    return last ? Number(last.dataset.start) + (last.textContent?.length ?? 0) : null
  }
  const next = runs[past.length]
  return next ? Number(next.dataset.start) : null
}

/** Brings a place into view without moving what is already in sight. */
export function scrollNear(element: Element): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' })
}
