import './years.css'
import type { WorkSuggestion } from '@hopluc/shared/entity-years'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sentence } from '../../../lib/api-error.ts'
import { formatDate, formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { newId } from '../../../lib/new-id.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { unitWords } from '../../organisation/words.ts'
import { suggestionsQuery, useAddWork } from './queries.ts'

interface SuggestionsProps {
  readonly year: number
  readonly unit: string | undefined
}

/** What the register finds for the list; taken up, or declined, it is not asked again this year. */
export function Suggestions({ year, unit }: SuggestionsProps) {
  const { data, error, refetch } = useQuery(suggestionsQuery({ year, unit }))
  const add = useAddWork()
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data || data.items.length === 0) return null
  const answer = ({ entityId, kind, reason }: WorkSuggestion, state: 'planned' | 'dropped') => {
    const none = { dueOn: null, candidateName: null, founders: null, advisedBy: null, note: null }
    add.mutate(
      { body: { ...none, year, kind, entityId, suggestedBy: reason, state }, key: newId() },
      {
        onSuccess: () => toast(t(`years.suggestion.${state}`)),
        onError: (failure) => toast(sentence(failure), { kind: 'late' }),
      },
    )
  }
  const columns: readonly Column<WorkSuggestion>[] = [
    {
      id: 'name',
      head: t('years.column.name'),
      phone: 'title',
      cell: ({ entityId, entityName, unit: lies }) => (
        <>
          <Link to="/registry/$id" params={{ id: entityId }}>
            {entityName}
          </Link>
          <small>{unitWords(lies)}</small>
        </>
      ),
    },
    {
      id: 'reason',
      head: t('years.suggestion.reason'),
      phone: 'line',
      cell: (one) => (
        <>
          {reasonWords(one)}
          {one.basis && <small>{one.basis}</small>}
        </>
      ),
    },
    {
      id: 'kind',
      head: t('years.work.kind'),
      phone: 'none',
      cell: ({ kind }) => t(`years.work.${kind}`),
    },
    {
      id: 'deeds',
      head: t('years.work.deeds'),
      phone: 'line',
      cell: (one) => (
        <span className="years-deeds">
          <Button isSmall isPending={add.isPending} onPress={() => answer(one, 'planned')}>
            {t('years.suggestion.take')}
          </Button>
          <Button isSmall kind="quiet" onPress={() => answer(one, 'dropped')}>
            {t('years.suggestion.decline')}
          </Button>
        </span>
      ),
    },
  ]
  return (
    <Section title={t('years.suggestions')} note={formatNumber(data.items.length)}>
      <Table
        label={t('years.suggestions')}
        columns={columns}
        rows={data.items}
        rowKey={({ entityId, kind, reason }) => `${entityId} ${kind} ${reason}`}
        rowName={({ entityName }) => entityName}
        isTall
      />
    </Section>
  )
}

function reasonWords({ reason, since, members, least }: WorkSuggestion): string {
  const words = t(`years.reason.${reason}`)
  if (since) return t('years.reason.since', { words, day: formatDate(since) })
  if (members !== null && least !== null)
    return t('years.reason.members', { words, members, least })
  return words
}
