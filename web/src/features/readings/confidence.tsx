import type { Reason } from '@hopluc/shared/finds'
import { useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { formatShare } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'

/** How sure the reader is, as five bars and per cent; pressed, it says why. */
export function Confidence({ value, reasons }: { value: number; reasons: readonly Reason[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const filled = Math.round(value * 5)
  const share = formatShare(value, 0)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="confidence"
        aria-label={t('readings.confidence', { share })}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} className={step <= filled ? 'is-on' : ''} aria-hidden="true" />
        ))}
        <span className="figures">{share}</span>
      </button>
      {/* Made when it is asked for: a long text has hundreds of these. */}
      {isOpen && (
        <Popover className="popover" offset={4} triggerRef={button} isOpen onOpenChange={setIsOpen}>
          <Dialog className="confidence-why" aria-label={t('readings.confidence.why')}>
            <h3>{t('readings.confidence.why')}</h3>
            <ul>
              {reasons.map(({ code, text }) => (
                <li key={code + text}>{text}</li>
              ))}
            </ul>
          </Dialog>
        </Popover>
      )}
    </>
  )
}
