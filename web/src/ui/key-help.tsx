import './key-help.css'
import { Fragment } from 'react'
import { t } from '../lib/i18n.ts'
import { type Shortcut, useShortcuts } from '../lib/keys.ts'
import { Dialog } from './dialog.tsx'

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  'Control+k': 'Ctrl K',
}

/** `'g n'` as keys one presses: g rồi n. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keys.split(' ').map((key, index) => (
        <Fragment key={`${key} ${index}`}>
          {index > 0 && <span className="muted small"> {t('ui.keys.then')} </span>}
          <kbd>{NAMES[key] ?? key}</kbd>
        </Fragment>
      ))}
    </span>
  )
}

/** The keys of what is shown now. Register them with `useShortcut`. */
export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const known = new Map<string, Shortcut>(useShortcuts().map((one) => [one.keys, one]))
  return (
    <Dialog title={t('ui.keys.title')} isOpen={isOpen} onClose={onClose}>
      <dl className="key-help">
        {[...known.values()].map(({ keys, label }) => (
          <Fragment key={keys}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{label}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  )
}
