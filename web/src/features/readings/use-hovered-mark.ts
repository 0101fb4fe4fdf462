import { useEffect } from 'react'

const HOVERED = 'outline: 2px solid var(--accent); outline-offset: 1px;'

/** Drawn by one rule, so that pointing at a card draws nothing else anew. */
export function useHoveredMark(id: string | null): void {
  useEffect(() => {
    if (id === null) return undefined
    // A sheet of its own: the page's policy refuses rules written into the document.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`[data-find="${CSS.escape(id)}"] { ${HOVERED} }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      const others = document.adoptedStyleSheets.filter((one) => one !== sheet)
      document.adoptedStyleSheets = others
    }
  }, [id])
}
