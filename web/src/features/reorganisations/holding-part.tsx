import type { AgencyPassage, Held } from '@hopluc/shared/reorganisations'
import type { PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { unitWords } from '../organisation/words.ts'
import { holdingQuery } from './queries.ts'
import { inWords, mannerWords } from './words.ts'

/** Nội dung bàn giao of one unit, its agencies' heirs, and what still waits for a hand. */
export function HoldingPart({ id, day }: { id: string; day: PlainDate }) {
  const { data, error, refetch } = useQuery(holdingQuery(id, day))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={6} />
  return (
    <>
      <Section
        title={t('reorganisations.holding', { name: unitWords(data.unit) })}
        more={
          <Link to="/organisation" search={{ unit: id }}>
            {t('reorganisations.holding.open')}
          </Link>
        }
      >
        <HeldList held={data.held} />
      </Section>
      {data.agencies.length > 0 && (
        <Section title={t('reorganisations.passages')}>
          <PassageList passages={data.agencies} />
        </Section>
      )}
      {data.todo.length > 0 && (
        <Section title={t('reorganisations.todo')}>
          <ul className="holding-todo">
            {data.todo.map((one) => (
              <li key={`${one.code} ${one.subjectId ?? ''}`}>
                <Status kind="soon">{inWords(one)}</Status>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

export function HeldList({ held }: { held: readonly Held[] }) {
  if (held.length === 0) return <p className="muted small">{t('reorganisations.holding.none')}</p>
  return (
    <ul className="holding">
      {held.map((one) => (
        <li key={one.kind}>
          <span>{inWords(one)}</span>
          <b className="figures">{formatNumber(one.count)}</b>
          <Status kind={one.waiting > 0 ? 'soon' : 'done'}>{mannerWords(one)}</Status>
        </li>
      ))}
    </ul>
  )
}

export function PassageList({ passages }: { passages: readonly AgencyPassage[] }) {
  return (
    <ul className="passages">
      {passages.map(({ from, to, duty, onDay }) => (
        <li key={`${from.id} ${to?.id ?? ''} ${duty}`}>
          <span>
            <Link
              className="quiet-link"
              to="/organisation/agencies/$id"
              params={{ id: from.id }}
              search={{ asOf: undefined }}
            >
              {from.name}
            </Link>
            <small>
              {duty
                ? t('reorganisations.passage.duty', { duty, day: formatDate(onDay) })
                : t('reorganisations.passage.from', { day: formatDate(onDay) })}
            </small>
          </span>
          <span aria-hidden="true">→</span>
          {to ? (
            <Link to="/organisation/agencies/$id" params={{ id: to.id }}>
              {to.name}
            </Link>
          ) : (
            <span className="amber">{t('reorganisations.noSuccessor')}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
