import type {
  EntityImportOrder,
  EntityImportPreview,
  ImportSource,
} from '@hopluc/shared/entity-import'
import { formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import type { Chosen } from './chosen.ts'

interface EnterBarProps {
  readonly preview: EntityImportPreview
  readonly source: ImportSource
  readonly chosen: Chosen
  readonly isPending: boolean
  readonly onEnter: (order: Partial<EntityImportOrder>) => void
}

/** Counts at the left; at the right the one button that fits: all, the good lines, or those chosen. */
export function EnterBar({ preview, source, chosen, isPending, onEnter }: EnterBarProps) {
  const { counts, errors } = preview
  const good = counts.create + counts.change
  const picked = chosen.lines.size + chosen.gone.size
  const words = { count: formatNumber(good) }
  const choose = () =>
    onEnter({
      isPartial: true,
      lines: [...chosen.lines].map(Number),
      gone: [...chosen.gone],
      ...(chosen.goneAs && { goneAs: chosen.goneAs }),
    })
  return (
    <>
      <span>{sentenceOf(preview)}</span>
      <span className="bar-gap" />
      {chosen.gone.size > 0 && chosen.goneAs === null && (
        <span className="muted">{t('registryImport.gone.as.missing')}</span>
      )}
      {picked > 0 && (
        <Button
          isPending={isPending}
          isDisabled={chosen.gone.size > 0 && chosen.goneAs === null}
          onPress={choose}
        >
          {t('registryImport.enter.chosen', { count: formatNumber(picked) })}
        </Button>
      )}
      <Button
        kind="primary"
        isPending={isPending}
        isDisabled={good === 0}
        onPress={() => onEnter({ isPartial: errors > 0 })}
      >
        {source === 'national'
          ? t('registryImport.enter.all', words)
          : t(errors > 0 ? 'registryImport.enter.good' : 'registryImport.enter', words)}
      </Button>
    </>
  )
}

export function sentenceOf({ lines, counts }: EntityImportPreview): string {
  const { create, change, same, problem } = counts
  return t('registryImport.sentence', {
    lines: formatNumber(lines),
    create: formatNumber(create),
    change: formatNumber(change),
    same: formatNumber(same),
    problem: formatNumber(problem),
  })
}
