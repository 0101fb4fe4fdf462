import '../documents/documents.css'
import './search.css'
import { IconSearch } from '@tabler/icons-react'
import { SearchGroupKind } from '@hopluc/shared/search'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Page, Section } from '../../ui/page.tsx'
import { SearchLink } from '../../ui/search-link.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CommandLinks, useCommands } from './command-links.tsx'
import { HitLink } from './hit-link.tsx'
import { searchQuery } from './queries.ts'
import { useTyped } from './use-typed.ts'

const route = getRouteApi('/app/search')
const OF_EACH = 8
const OF_ONE = 50

/** All that answers, by kind; one kind alone shows more of it. */
export function SearchPage() {
  const { q = '', kind } = route.useSearch()
  const { data, error, isLoading, refetch } = useQuery(
    searchQuery(q, kind, kind ? OF_ONE : OF_EACH),
  )
  const commands = useCommands(q, OF_EACH)
  const groups = q ? (data?.groups ?? []) : []
  return (
    <Page title={q ? t('search.for', { q }) : t('search.title')} shortTitle={t('search.title')}>
      <Field />
      <TabLinks
        label={t('search.title')}
        tabs={[undefined, ...SearchGroupKind.options].map((one) => ({
          id: one ?? 'all',
          label: one ? t(`search.group.${one}`) : t('search.all'),
          change: { kind: one },
          isCurrent: kind === one,
        }))}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isLoading && <Skeleton rows={5} />}
      {!q && <EmptyState>{t('search.type')}</EmptyState>}
      {!kind && <CommandLinks commands={commands} />}
      {q && data && groups.length === 0 && commands.length === 0 && (
        <EmptyState>{t('search.none', { q })}</EmptyState>
      )}
      {groups.map((group) => (
        <Section
          key={group.kind}
          title={t(`search.group.${group.kind}`)}
          more={
            group.hasMore &&
            !kind && <SearchLink change={{ kind: group.kind }}>{t('search.more')}</SearchLink>
          }
        >
          <ul className="search-hits">
            {group.items.map((hit) => (
              <li key={hit.id}>
                <HitLink kind={group.kind} hit={hit} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}

function Field() {
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useTyped(
    q,
    (words) => void navigate({ search: (now) => ({ ...now, q: words }), replace: true }),
  )
  return (
    <search className="search-field">
      <TextField
        label={t('search.title')}
        isLabelHidden
        icon={IconSearch}
        placeholder={t('search.type')}
        value={typed}
        onChange={setTyped}
        onClear={() => setTyped('')}
      />
    </search>
  )
}
