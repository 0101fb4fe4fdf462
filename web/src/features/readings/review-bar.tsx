import type { ReviewCounts } from '@hopluc/shared/reading-review'
import { IconArrowBackUp } from '@tabler/icons-react'
import { formatTime } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Status } from '../../ui/status.tsx'
import type { SaveState } from './use-autosave.ts'

/** Docked at the bottom: how far one is, whether it is saved, and what acts on the whole. */
export function ReviewBar(props: {
  counts: ReviewCounts
  save: SaveState
  mayConfirm: boolean
  isIssued: boolean
  isPending: boolean
  canUndo: boolean
  onUndo: () => void
  onLater: () => void
  onConfirm: () => void
}) {
  const { counts, save } = props
  return (
    <section className="review-bar" aria-label={t('ui.actions')}>
      <Status kind="done">{t('readings.bar.right', { count: counts.right })}</Status>
      <Status kind="term">{t('readings.bar.open', { count: counts.open })}</Status>
      {counts.toLookAt > 0 && (
        <Status kind="soon">{t('readings.bar.toLookAt', { count: counts.toLookAt })}</Status>
      )}
      <span className="muted figures">
        {t('readings.bar.skipped', { count: counts.skipped })} ·{' '}
        <span aria-live="polite" className={save.kind === 'kept' ? 'amber' : ''}>
          {saveWords(save)}
        </span>
      </span>
      <IconButton
        label={t('readings.bar.undo')}
        icon={IconArrowBackUp}
        isSmall
        isDisabled={!props.canUndo}
        onPress={props.onUndo}
      />
      <span className="bar-gap muted small review-bar-note">
        {!props.isIssued && t('readings.bar.onlyWhenIssued')}
      </span>
      <Button onPress={props.onLater}>{t('readings.bar.later')}</Button>
      {props.mayConfirm && (
        <Button kind="primary" isPending={props.isPending} onPress={props.onConfirm}>
          {t(props.isIssued ? 'readings.bar.confirmIssued' : 'readings.bar.confirm')}
        </Button>
      )}
    </section>
  )
}

function saveWords(save: SaveState): string {
  switch (save.kind) {
    case 'saved':
      return t('readings.bar.saved', { at: formatTime(save.at) })
    case 'saving':
      return t('readings.bar.saving')
    case 'kept':
      return t('readings.bar.kept')
    case 'conflict':
      return t('readings.bar.conflict')
  }
}
