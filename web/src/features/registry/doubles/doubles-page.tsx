import { KIND_WORDS } from '@hopluc/shared/entity-words'
import './doubles.css'
import { type Double, type DoubleSide, DoubleState, LIKELY } from '@hopluc/shared/entity-doubles'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { formatDate, formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { TabLinks } from '../../../ui/tab-links.tsx'
import { unitWords } from '../../organisation/words.ts'
import { useSession } from '../../session/queries.ts'
import { doublesQuery } from './queries.ts'
import { Reasons } from './reasons.tsx'
import { say } from '../words.ts'

const route = getRouteApi('/app/registry/doubles')

/** Pairs that may be one, the likeliest first, each with its reasons. */
export function DoublesPage() {
  const { state = 'open', unit, cursor } = route.useSearch()
  const { data: page } = useSuspenseQuery(doublesQuery({ state, unit, cursor }))
  return (
    <Page
      title={t('doubles.title')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
      lead={state === 'open' && t('doubles.scoring', { likely: LIKELY })}
    >
      <TabLinks
        label={t('doubles.state')}
        tabs={DoubleState.options.map((one) => ({
          id: one,
          label: t(`doubles.state.${one}`),
          count: one === state ? page.total : undefined,
          change: { state: one === 'open' ? undefined : one },
          isCurrent: one === state,
        }))}
      />
      {page.items.length === 0 && <EmptyState>{t(`doubles.none.${state}`)}</EmptyState>}
      <ul className="doubles-list">
        {page.items.map((double) => (
          <Pair key={double.id} double={double} />
        ))}
      </ul>
      <Pager cursor={cursor} next={page.next} />
    </Page>
  )
}

function Pair({ double }: { readonly double: Double }) {
  const { id, first, second, score, reasons, decided } = double
  const { today } = useSession()
  return (
    <li className="doubles-pair">
      <Side side={first} />
      <Side side={second} />
      <div className="doubles-why">
        <strong className="figures">{t('doubles.score', { score })}</strong>
        <Reasons reasons={reasons} />
        {decided && (
          <p className="muted small">
            {t('doubles.decided', { who: decided.byWords, at: formatInstant(decided.at, today) })}
            {decided.reason && `: ${decided.reason}`}
          </p>
        )}
        <ButtonLink
          to="/registry/doubles/$id"
          params={{ id }}
          isSmall
          aria-label={`${t('doubles.compare')}: ${first.name}`}
        >
          {t('doubles.compare')}
        </ButtonLink>
      </div>
    </li>
  )
}

function Side({ side }: { readonly side: DoubleSide }) {
  const { name, code, unit, address, representative, phone, foundedOn, kind } = side
  const place = [address, unit && unitWords(unit)].filter(Boolean).join(', ')
  return (
    <div className="doubles-side">
      <h2>{name}</h2>
      <p className="figures">{code ?? t('doubles.noCode')}</p>
      <p>{[say(KIND_WORDS[kind]), place].filter(Boolean).join(', ')}</p>
      <p className="muted">
        {[representative, phone, foundedOn && t('doubles.founded', { day: formatDate(foundedOn) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}
