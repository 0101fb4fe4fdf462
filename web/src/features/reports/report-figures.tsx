import type { Report, ReportFigure } from '@hopluc/shared/reports'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { PlainButton } from '../../ui/button.tsx'
import { Corrected } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { FigureDrawer } from '../figures/figure-drawer.tsx'
import { outdatedQuery } from './queries.ts'
import { figureWords, sourceWords } from './words.ts'

const SHOWN = ['all', 'missing', 'changed'] as const
type Shown = (typeof SHOWN)[number]

const isMissing = ({ printed }: ReportFigure) => printed.startsWith('chưa có')
const FITS: Record<Shown, (figure: ReportFigure) => boolean> = {
  all: () => true,
  missing: isMissing,
  changed: ({ was }) => was !== null,
}

/** Every number of the report beside its source; a press explains it down to the cell. */
export function ReportFigures({ report }: { report: Report }) {
  const { id, figures, makes, boundaries, missing, changed, allowed } = report
  const [shown, setShown] = useState<Shown>('all')
  const [explained, setExplained] = useState<ReportFigure | null>(null)
  const isWatched = allowed.includes('make') || allowed.includes('correct')
  const { data: now } = useQuery({
    ...outdatedQuery(id, makes[0]?.seq ?? 0),
    enabled: isWatched && makes.length > 0,
  })
  const later = now?.items ?? []
  const counts = { all: figures.length, missing, changed }
  return (
    <Section title={t('reports.figures')} note={t('reports.figures.note')}>
      {later.length > 0 && (
        <Notice kind="warning">
          {t(allowed.includes('correct') ? 'reports.outdated.issued' : 'reports.outdated', {
            count: later.length,
          })}
        </Notice>
      )}
      {missing > 0 && (
        <Notice kind="warning">{t('reports.missing.note', { count: missing })}</Notice>
      )}
      <div className="reports-filter">
        <Select
          label={t('reports.shown')}
          prefix={t('reports.shown')}
          value={shown}
          options={SHOWN.map((value) => ({
            value,
            label: `${t(`reports.shown.${value}`)} (${counts[value]})`,
          }))}
          onChange={setShown}
        />
      </div>
      <Table
        label={t('reports.figures')}
        columns={columns(setExplained, new Map(later.map((one) => [one.position, one.printed])))}
        rows={figures.filter(FITS[shown])}
        rowKey={({ position }) => String(position)}
        rowName={({ name, printed }) => `${name}: ${printed}`}
        isTall
        empty={<EmptyState>{t('reports.figures.none')}</EmptyState>}
      />
      {explained && (
        <FigureDrawer
          start={{
            unit: explained.unit.id,
            code: explained.code,
            period: explained.period,
            boundaries,
            ...(explained.breakdownId !== null && { breakdown: explained.breakdownId }),
          }}
          onClose={() => setExplained(null)}
        />
      )}
    </Section>
  )
}

function columns(
  explain: (figure: ReportFigure) => void,
  later: ReadonlyMap<number, string>,
): Column<ReportFigure>[] {
  return [
    {
      id: 'name',
      head: t('reports.figure'),
      phone: 'title',
      cell: (figure) => (
        <>
          {figure.name} <span className="muted">{figure.code}</span>
          <small>{figureWords(figure)}</small>
        </>
      ),
    },
    {
      id: 'printed',
      head: t('reports.printed'),
      width: '210px',
      phone: 'end',
      cell: (figure) => <Printed figure={figure} later={later} onExplain={explain} />,
    },
    {
      id: 'source',
      head: t('reports.source'),
      width: '200px',
      phone: 'line',
      cell: (figure) => <span className="small">{sourceWords(figure)}</span>,
    },
    {
      id: 'place',
      head: t('reports.place'),
      width: '150px',
      cell: ({ place, sentence }) => (
        <span className="small" title={sentence}>
          {place}
        </span>
      ),
    },
  ]
}

function Printed(props: {
  figure: ReportFigure
  later: ReadonlyMap<number, string>
  onExplain: (figure: ReportFigure) => void
}) {
  const { figure, later, onExplain } = props
  const { printed, was, side, position } = figure
  const now = later.get(position)
  const number =
    side === 'plan' || isMissing(figure) ? (
      <span className={isMissing(figure) ? 'reports-missing' : 'figures'}>{printed}</span>
    ) : (
      <PlainButton className="reports-number figures" onPress={() => onExplain(figure)}>
        {printed}
      </PlainButton>
    )
  return (
    <>
      {was === null ? number : <Corrected from={was}>{number}</Corrected>}
      {now !== undefined && <small>{t('reports.now', { printed: now })}</small>}
    </>
  )
}
