import { useEffect, useRef } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'

/** The wording with a caret: Enter cuts it there. Begins at the first separator. */
export function SplitBox({
  text,
  onSplit,
  onClose,
}: {
  text: string
  onSplit: (at: number) => void
  onClose: () => void
}) {
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const at = /[;.]\s|,\s/u.exec(text)
    const place = at ? at.index + 1 : Math.floor(text.length / 2)
    box.current?.focus()
    box.current?.setSelectionRange(place, place)
  }, [text])
  const split = () => onSplit(box.current?.selectionStart ?? 0)
  return (
    <div className="split-box">
      <textarea
        ref={box}
        readOnly
        rows={3}
        value={text}
        aria-label={t('readings.card.splitHint')}
        onKeyDown={(event) => {
          if (event.key === 'Enter') split()
          else if (event.key === 'Escape') onClose()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <p className="card-buttons">
        <Button isSmall onPress={split}>
          {t('readings.card.splitHere')}
        </Button>
        <Button isSmall kind="quiet" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <span className="muted small">{t('readings.card.splitHint')}</span>
      </p>
    </div>
  )
}
