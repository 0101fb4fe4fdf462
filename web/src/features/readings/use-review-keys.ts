import { t } from '../../lib/i18n.ts'
import { useShortcut } from '../../lib/keys.ts'
import type { useReview } from './use-review.ts'

/** The whole review by keys: go, agree, correct, leave out, split, merge, add, take back. */
export function useReviewKeys(props: {
  work: ReturnType<typeof useReview>
  mayChange: boolean
  addSelected: () => void
  onText: () => void
}): void {
  const { work, mayChange, addSelected, onText } = props
  const { acts, active, kind, review } = work
  const state = active === null ? undefined : review[kind].find(({ id }) => id === active)?.state
  const onCard = (run: (id: string) => void) => () => {
    if (mayChange && active !== null) run(active)
  }
  const onDirective = (run: (id: string) => void) =>
    onCard((id) => {
      if (kind === 'directives') run(id)
    })
  useShortcut({ keys: 'ArrowDown', label: t('readings.key.next') }, () => acts.move(1))
  useShortcut({ keys: 'ArrowUp', label: t('readings.key.previous') }, () => acts.move(-1))
  useShortcut({ keys: 'j', label: t('readings.key.next') }, () => acts.move(1))
  useShortcut({ keys: 'k', label: t('readings.key.previous') }, () => acts.move(-1))
  useShortcut(
    { keys: 'Enter', label: t('readings.key.right') },
    onCard((id) => acts.mark(kind, id, 'right')),
  )
  useShortcut(
    { keys: 'e', label: t('readings.key.edit') },
    onCard((id) => acts.edit(id)),
  )
  useShortcut(
    { keys: 'd', label: t('readings.key.skip') },
    onCard((id) => acts.mark(kind, id, state === 'skipped' ? 'open' : 'skipped')),
  )
  useShortcut({ keys: 's', label: t('readings.key.split') }, onDirective(acts.askSplit))
  useShortcut({ keys: 'm', label: t('readings.key.merge') }, onDirective(acts.merge))
  useShortcut({ keys: 'n', label: t('readings.key.add') }, () => mayChange && addSelected())
  useShortcut({ keys: 't', label: t('readings.key.text') }, () => mayChange && onText())
  useShortcut({ keys: 'u', label: t('readings.key.undo') }, () => mayChange && acts.undo())
}
