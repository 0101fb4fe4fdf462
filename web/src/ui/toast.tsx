import './toast.css'
import { IconX } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { t } from '../lib/i18n.ts'
import { Button, IconButton } from './button.tsx'
import { StatusShape } from './status.tsx'

interface Toast {
  readonly id: number
  readonly words: string
  readonly kind: 'done' | 'late'
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

let toasts: readonly Toast[] = []
let count = 0
const listeners = new Set<() => void>()
/** Long enough to be read; one with an action stays until it is closed. */
const SHOWN_FOR = 6000

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

const close = (id: number) => change(toasts.filter((toast) => toast.id !== id))

/** What was just done, said once at the screen's edge: "Đã gửi 12 nhắc việc". */
export function toast(words: string, options: Partial<Pick<Toast, 'kind' | 'action'>> = {}): void {
  count += 1
  const id = count
  change([...toasts.slice(-3), { id, words, kind: options.kind ?? 'done', action: options.action }])
  if (!options.action) setTimeout(() => close(id), SHOWN_FOR)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Stands once in the frame; polite to readers. */
export function ToastRegion() {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <section className="toasts" aria-live="polite" aria-label={t('ui.toasts')}>
      {shown.map(({ id, words, kind, action }) => (
        <div key={id} className="toast">
          <StatusShape kind={kind} />
          <p>{words}</p>
          {action && (
            <Button
              isSmall
              onPress={() => {
                action.run()
                close(id)
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton label={t('ui.close')} icon={IconX} isSmall onPress={() => close(id)} />
        </div>
      ))}
    </section>
  )
}
