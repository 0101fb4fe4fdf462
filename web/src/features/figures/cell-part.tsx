import type { FigureOrigin } from '@hopluc/shared/figures'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Corrected, DescriptionList } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { useSession } from '../session/queries.ts'
import { type ExplainKey, explainQuery } from './queries.ts'
import { fromWords, valueWords } from './words.ts'

/** A cell that somebody stated, the last version first. */
export interface OpenCell {
  readonly key: string
  readonly title: string
  readonly entityId: Id | null
  readonly decimals: number
  readonly measure: string
  readonly versions: readonly FigureOrigin[]
  /** Where all its versions are asked for. */
  readonly history?: ExplainKey | undefined
}

/** The cell itself: what was said, by whom, who approved and accepted it, and what was corrected. */
export function CellPart({ cell }: { cell: OpenCell | null }) {
  const { data } = useQuery({
    ...explainQuery(cell?.history ?? { unit: '', code: '', period: '', boundaries: 'then' }),
    enabled: cell?.history !== undefined,
  })
  const versions = data && data.versions.length > 0 ? data.versions : (cell?.versions ?? [])
  const [last, ...earlier] = versions
  if (!cell || !last) return null
  return (
    <Section
      title={t('figures.explain.cellOf')}
      note={cell.title}
      more={<OpenLink cell={cell} last={last} />}
    >
      <Origin cell={cell} origin={last} before={earlier[0]} />
      {earlier.length > 0 && (
        <details>
          <summary>{t('figures.explain.history')}</summary>
          {earlier.map((origin) => (
            <Origin key={origin.seq} cell={cell} origin={origin} before={undefined} />
          ))}
        </details>
      )}
    </Section>
  )
}

function OpenLink({ cell, last }: { cell: OpenCell; last: FigureOrigin }) {
  const { returnId } = last.source
  if (returnId)
    return (
      <Link to="/returns/$id" params={{ id: returnId }}>
        {t('figures.explain.openReturn')}
      </Link>
    )
  if (!cell.entityId) return null
  return (
    <Link to="/registry/$id" params={{ id: cell.entityId }}>
      {t('figures.explain.openEntity')}
    </Link>
  )
}

interface OriginProps {
  readonly cell: OpenCell
  readonly origin: FigureOrigin
  readonly before: FigureOrigin | undefined
}

function Origin({ cell, origin, before }: OriginProps) {
  const { today } = useSession()
  const { source, value, state, statedAt, statedBy, isDemo } = origin
  const words = (one: number | null) =>
    one === null
      ? t('figures.explain.noValue')
      : `${valueWords(one, cell.decimals)} ${cell.measure}`
  const when = (instant: string | null) => (instant ? `, ${formatInstant(instant, today)}` : '')
  return (
    <>
      <DescriptionList
        items={[
          [t('figures.explain.value'), <b key="value">{words(value)}</b>],
          [
            t('figures.explain.source'),
            <span key="source">
              {fromWords(origin)}
              {source.note && ` – ${source.note}`} {isDemo && <DemoMark />}
            </span>,
          ],
          [t('figures.explain.stated'), `${statedBy ?? '–'}${when(statedAt)}`],
          ...(source.approvedBy
            ? [
                [
                  t('figures.explain.approved'),
                  `${source.approvedBy}${when(source.approvedAt)}`,
                ] as const,
              ]
            : []),
          ...(source.acceptedBy
            ? [
                [
                  t('figures.explain.accepted'),
                  `${source.acceptedBy}${when(source.acceptedAt)}`,
                ] as const,
              ]
            : []),
          [t('figures.explain.state'), t(`figures.state.${state}`)],
        ]}
      />
      {source.paper && (
        <p className="figures-correction">
          <span className="figures-warn">{t('figures.explain.correction')}</span>{' '}
          {before && <Corrected from={words(before.value)}>{words(value)}</Corrected>}{' '}
          {source.paper}
          {source.reason && `: ${source.reason}`}
        </p>
      )}
    </>
  )
}
