import '../documents/documents.css'
import './search.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { CommandLinks, useCommands } from './command-links.tsx'
import { HitLink } from './hit-link.tsx'
import { searchQuery } from './queries.ts'

const REST_MS = 200
const OF_EACH = 4

/** Under the search box while one types: the best of each kind, and the way to all. */
export function SearchResults({ text, onFollow }: { text: string; onFollow: () => void }) {
  const q = useRested(text.trim())
  const { data, error, isFetching } = useQuery(searchQuery(q, undefined, OF_EACH))
  const groups = data?.groups ?? []
  const commands = useCommands(text.trim(), OF_EACH)
  if (q === '' && commands.length === 0) return null
  return (
    <section className="search-results" aria-label={t('search.results')}>
      <CommandLinks commands={commands} onFollow={onFollow} />
      {error && <p className="search-words red">{sentence(error)}</p>}
      {!data && isFetching && <p className="search-words muted">{t('search.searching')}</p>}
      {data && groups.length === 0 && commands.length === 0 && !isFetching && (
        <p className="search-words muted">{t('search.none', { q })}</p>
      )}
      {groups.map(({ kind, items }) => (
        <section key={kind} aria-label={t(`search.group.${kind}`)}>
          <h2>{t(`search.group.${kind}`)}</h2>
          <ul className="search-hits">
            {items.map((hit) => (
              <li key={hit.id}>
                <HitLink kind={kind} hit={hit} onFollow={onFollow} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Link className="search-all" to="/search" search={{ q }} onClick={onFollow}>
        {t('search.moreAll', { q })}
      </Link>
    </section>
  )
}

/** The words once nobody has typed for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
