import { FindKind } from '@hopluc/shared/readings'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'

/** Floats at what is selected in the text: what it is to become. */
export function SelectionBar({
  pane,
  onAdd,
  onClose,
}: {
  pane: RefObject<HTMLElement | null>
  onAdd: (kind: FindKind) => void
  onClose: () => void
}) {
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const measure = () => {
      const selection = document.getSelection()
      if (!pane.current || !selection || selection.isCollapsed) return onClose()
      const words = selection.getRangeAt(0).getBoundingClientRect()
      const frame = pane.current.parentElement?.getBoundingClientRect()
      if (!frame) return
      const scroll = pane.current.parentElement?.scrollTop ?? 0
      const left = Math.max(8, Math.min(words.left - frame.left, frame.width - 380))
      setPlace({ left, top: words.bottom - frame.top + scroll + 6 })
    }
    measure()
    document.addEventListener('selectionchange', measure)
    return () => document.removeEventListener('selectionchange', measure)
  }, [pane, onClose])
  if (!place) return null
  return (
    <div className="selection-bar" style={place} role="toolbar" aria-label={t('readings.text.add')}>
      {FindKind.options.map((kind, index) => (
        <Button
          key={kind}
          isSmall
          kind={index === 0 ? 'plain' : 'quiet'}
          onPress={() => onAdd(kind)}
        >
          {t(`readings.kind.${kind}`)}
          {index === 0 && <kbd>n</kbd>}
        </Button>
      ))}
    </div>
  )
}
