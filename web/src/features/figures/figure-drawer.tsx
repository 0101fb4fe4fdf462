import type { Explanation } from '@hopluc/shared/figures'
import { periodCode } from '@hopluc/shared/periods'
import { IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { CellPart, type OpenCell } from './cell-part.tsx'
import { ExplainTree } from './explain-tree.tsx'
import { type ExplainKey, explainQuery } from './queries.ts'
import { nameOf, partsWords, periodWords, valueWords } from './words.ts'

interface FigureDrawerProps {
  readonly start: ExplainKey
  readonly onClose: () => void
}

/** Where a figure comes from: how it is made, the levels below it, and the cell with who said so. */
export function FigureDrawer({ start, onClose }: FigureDrawerProps) {
  const { data, error, refetch } = useQuery(explainQuery(start))
  const [cell, setCell] = useState<OpenCell | null>(null)
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    toast(t('figures.explain.copied'))
  }
  return (
    <Drawer
      isOpen
      title={t('figures.explain')}
      onClose={onClose}
      actions={
        <Button icon={IconLink} onPress={() => void copy()}>
          {t('figures.explain.copy')}
        </Button>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={8} />}
      {data && (
        <>
          <Head explanation={data} />
          <How explanation={data} />
          {(data.units.length > 0 || data.entities.length > 0 || data.parts.length > 0) && (
            <Section
              title={t(data.way === 'formula' ? 'figures.explain.parts' : 'figures.explain.place')}
            >
              <ExplainTree explanation={data} at={start} open={cell} onOpen={setCell} />
            </Section>
          )}
          <CellPart cell={cell ?? (data.way === 'cell' ? cellOf(data) : null)} />
        </>
      )}
    </Drawer>
  )
}

const cellOf = (explanation: Explanation): OpenCell => ({
  key: 'own',
  title: unitWords(explanation.unit),
  entityId: null,
  decimals: explanation.indicator.decimals,
  measure: explanation.indicator.measure,
  versions: explanation.versions,
})

function Head({ explanation }: { explanation: Explanation }) {
  const { indicator, sum, unit, period, breakdown } = explanation
  const parts = partsWords(breakdown)
  return (
    <div className="figures-head">
      <p>
        <span className="figures-big">{valueWords(sum?.value ?? null, indicator.decimals)}</span>{' '}
        <b>
          {indicator.measure} · {nameOf(indicator)}
        </b>
      </p>
      <p className="muted">
        {[
          unitWords(unit),
          periodWords(periodCode(period)),
          `${formatDate(period.windowFrom)} – ${formatDate(period.windowUntil)}`,
          ...(parts ? [parts] : []),
          ...(sum && !sum.isCounted && sum.expected > 0
            ? [t('figures.explain.reported', { reported: sum.reported, expected: sum.expected })]
            : []),
        ].join(' · ')}
      </p>
    </div>
  )
}

function How({ explanation }: { explanation: Explanation }) {
  const { way, indicator, sum, units, entities, unit, isEven, countedOn } = explanation
  return (
    <p className="figures-how">
      <b>{t('figures.explain.how')}:</b>{' '}
      {way === 'formula' && t('figures.explain.formula', { formula: indicator.formula ?? '' })}
      {way === 'units' && t('figures.explain.units', { count: units.length })}
      {way === 'entities' && t('figures.explain.entities', { count: entities.length })}
      {way === 'cell' && t('figures.explain.cell', { unit: unitWords(unit) })}
      {way === 'registry' && countedOn && (
        <>
          {t('figures.explain.registry', { day: formatDate(countedOn) })}{' '}
          <Link to="/registry" search={{ unit: unit.id }}>
            {t('figures.explain.openRegistry')}
          </Link>
        </>
      )}
      {way === 'none' && t('figures.explain.none')}{' '}
      {way !== 'none' && sum?.weight != null && sum.total !== sum.value && (
        <>{t('figures.explain.denominator', { value: formatNumber(sum.weight) })} </>
      )}
      {isEven === true && <b className="figures-even">{t('figures.explain.even')}</b>}
      {isEven === false && <b className="figures-warn">{t('figures.explain.uneven')}</b>}
      {indicator.definition && <span className="figures-definition">{indicator.definition}</span>}
    </p>
  )
}
