import type { SearchGroupKind, SearchHit } from '@hopluc/shared/search'
import { Link } from '@tanstack/react-router'
import { Snippet } from '../documents/words.tsx'

/** Where a hit is seen whole. */
const PLACES = {
  tasks: '/tasks/$id',
  documents: '/documents/$id',
  meetings: '/meetings/$id',
  entities: '/registry/$id',
  products: '/registry/$id',
  difficulties: '/difficulties/$id',
  people: '/organisation/agencies/$id',
  agencies: '/organisation/agencies/$id',
} as const satisfies Partial<Record<SearchGroupKind, string>>

/** One hit: its name, what tells it apart, and the words of the text that answer. */
export function HitLink(props: { kind: SearchGroupKind; hit: SearchHit; onFollow?: () => void }) {
  const { kind, hit, onFollow } = props
  const rest = {
    className: 'search-hit',
    onClick: () => onFollow?.(),
    children: (
      <>
        <span className="search-hit-title">{hit.title}</span>
        {hit.facts.length > 0 && <small className="muted">{hit.facts.join(' · ')}</small>}
        <Snippet parts={hit.snippet} />
      </>
    ),
  }
  if (kind === 'figures')
    return <Link to="/figures" search={{ codes: hit.of, chart: hit.of }} {...rest} />
  return <Link to={PLACES[kind]} params={{ id: hit.of ?? hit.id }} {...rest} />
}
