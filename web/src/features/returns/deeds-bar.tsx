import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import type { Return, ReturnAction } from '@hopluc/shared/returns'
import type { PlainDate } from '@hopluc/shared/values'
import { useEffect } from 'react'
import { formatNumber, formatTime } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Status } from '../../ui/status.tsx'
import { countsOf } from './checks-panel.tsx'
import type { KeptEdit } from './held.ts'
import type { SyncState } from './sync/sync.ts'
import type { Entry } from './use-entry.ts'

interface BarProps {
  readonly data: Return
  readonly entry: Entry
  readonly state: SyncState<KeptEdit>
  readonly today: PlainDate
  /** Remarks written and not yet given. */
  readonly remarks: number
  readonly onPrint: () => void
  readonly onDeed: (action: ReturnAction | 'sign') => void
}

/** What leads on, first of those that are allowed. */
const ONWARD: readonly ReturnAction[] = ['present', 'send', 'accept', 'check', 'correct']
const OTHERS = ['give_back', 'return', 'take_back', 'drop_correction', 'sign'] as const
/** Only what is whole leaves the unit. */
const LEAVES = new Set<string>(['present', 'send'])

/** Docked below: how much stands, whether it is saved, and the deeds of whoever reads. */
export function DeedsBar({ data, entry, state, remarks, onPrint, onDeed }: BarProps) {
  const { errors, warnings, blanks } = countsOf(entry)
  const entries = entry.cells.filter(({ isReadOnly }) => !isReadOnly)
  const filled = entries.filter(({ value, isNone }) => value !== null || isNone).length
  const { allowed } = data
  // Where the leader's step may be skipped, sending leads on and presenting stands beside it.
  const order = data.needsApproval ? ONWARD : (['send', ...ONWARD] as const)
  const onward = [...new Set(order)].filter((action) => allowed.includes(action))
  const [first] = onward
  const others = [...onward.slice(1), ...OTHERS.filter((action) => allowed.includes(action))]
  const left = errors + warnings + blanks
  const conflicts = state.conflicts.size
  const isHeld = first !== undefined && LEAVES.has(first) && left + conflicts > 0
  const isUnsent = state.unsent.size > 0 && (state.phase === 'cut' || state.phase === 'refused')
  const why =
    first === undefined
      ? ''
      : conflicts > 0
        ? t('returns.bar.conflicts', { count: conflicts })
        : isHeld
          ? t('returns.bar.left', { count: left })
          : isUnsent
            ? t('returns.bar.unsent', { count: state.unsent.size })
            : ''
  const act = () => {
    if (first && !isHeld && !isUnsent) onDeed(first)
  }
  useDeedKey(act)
  return (
    <section className="page-bar return-bar" aria-label={t('ui.actions')}>
      <Status kind={filled === entries.length ? 'done' : 'term'}>
        <span className="figures">
          {t('returns.bar.filled', {
            filled: formatNumber(filled),
            all: formatNumber(entries.length),
          })}
        </span>
      </Status>
      {errors > 0 && <Status kind="late">{t('returns.bar.errors', { count: errors })}</Status>}
      {warnings > 0 && (
        <Status kind="soon">{t('returns.bar.warnings', { count: warnings })}</Status>
      )}
      <span className="bar-gap" />
      <Saved data={data} state={state} />
      <span className="return-desk-only">
        <Button icon={IconPrinter} onPress={onPrint}>
          {t('returns.print')}
        </Button>
      </span>
      {others.map((action) => (
        <Button
          key={action}
          isDisabled={LEAVES.has(action) && left + conflicts > 0}
          onPress={() => onDeed(action)}
        >
          {t(`returns.deed.${action}`)}
          {(action === 'return' || action === 'give_back') && remarks > 0 && ` (${remarks})`}
        </Button>
      ))}
      {first && (
        <Button kind="primary" isDisabled={isHeld || isUnsent} onPress={act}>
          {first === 'send' && data.state === 'with_leader'
            ? t('returns.deed.approve')
            : t(`returns.deed.${first}`)}
        </Button>
      )}
      {why && <span className="small muted">{why}</span>}
    </section>
  )
}

/** Where the last edit stands: on its way, with the server, or on this machine. */
function Saved({ data, state }: { data: Return; state: SyncState<KeptEdit> }) {
  if (!data.mayEdit) return null
  const words =
    state.phase === 'sending' || state.phase === 'waiting'
      ? t('returns.saving')
      : state.unsent.size > 0
        ? t(state.isKept ? 'returns.saved.here' : 'returns.saved.nowhere')
        : state.savedAt
          ? t('returns.saved', { time: formatTime(state.savedAt) })
          : ''
  return (
    <output className="small muted return-saved">
      {words && <Icon of={IconDeviceFloppy} isSmall />} {words}
    </output>
  )
}

/** Ctrl+Enter leads on from anywhere on the page, but not over a dialog or out of a field. */
function useDeedKey(act: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented)
        return
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      if (event.target instanceof Element && event.target.closest('textarea')) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
