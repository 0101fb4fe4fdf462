import './years.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { t } from '../../../lib/i18n.ts'
import type { ListPartProps } from '../sections.ts'
import { openProposalsQuery } from './queries.ts'

const SHOWN = 3

/** A quiet line above the list: whose proposals wait for the keeper. */
export function ProposalsLine({ isPast }: ListPartProps) {
  const { data } = useQuery({ ...openProposalsQuery, enabled: !isPast })
  const waiting = data?.items.filter(({ mayDecide }) => mayDecide) ?? []
  if (isPast || waiting.length === 0) return null
  return (
    <p className="years-line muted">
      {t('years.proposals.line', { count: waiting.length })}{' '}
      {waiting.slice(0, SHOWN).map(({ id, entityId, entityName }) => (
        <Link key={id} to="/registry/$id" params={{ id: entityId }}>
          {entityName}
        </Link>
      ))}
    </p>
  )
}
