import './years.css'
import type { Proposal, ProposalState } from '@hopluc/shared/entity-proposals'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { dayOf, formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { FileChip } from '../../../ui/marks.tsx'
import { Section } from '../../../ui/page.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { Status, type StatusKind } from '../../../ui/status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { subjectWords } from '../change-fields.tsx'
import type { EntityPartProps } from '../sections.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { subjectsWords, ValueWords } from './proposal-words.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { proposalsQuery, useWithdraw } from './queries.ts'

const KIND: Record<ProposalState, StatusKind> = {
  open: 'waiting',
  accepted: 'done',
  partly: 'done',
  rejected: 'returned',
  withdrawn: 'cancelled',
}
const SHOWN = 4

/** What the entity's own people want otherwise, and what became of it. */
export function ProposalsSection({ entity, isPast }: EntityPartProps) {
  const { data, error, refetch } = useQuery({ ...proposalsQuery(entity.id), enabled: !isPast })
  const [isOpen, setOpen] = useState(false)
  const [decided, setDecided] = useState<Proposal | null>(null)
  if (isPast) return null
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data || (data.items.length === 0 && !data.mayPropose)) return null
  return (
    <Section
      title={t('years.proposals')}
      more={
        data.mayPropose && (
          <Button kind="quiet" isSmall onPress={() => setOpen(true)}>
            {t('years.propose')}
          </Button>
        )
      }
    >
      {data.items.length === 0 && <p className="muted small">{t('years.proposals.none')}</p>}
      <ul className="years-proposals">
        {data.items.slice(0, SHOWN).map((proposal) => (
          <li key={proposal.id}>
            <OneProposal proposal={proposal} onDecide={() => setDecided(proposal)} />
          </li>
        ))}
      </ul>
      {isOpen && <ProposeDialog entity={entity} onClose={() => setOpen(false)} />}
      {decided && <DecideDialog proposal={decided} onClose={() => setDecided(null)} />}
    </Section>
  )
}

function OneProposal({ proposal, onDecide }: { proposal: Proposal; onDecide: () => void }) {
  const { state, subjects, proposed, units, stale } = proposal
  const withdraw = useWithdraw(proposal)
  const day = formatDate(dayOf(proposal.proposedAt))
  return (
    <>
      <Status kind={KIND[state]}>{t(`years.proposal.${state}`)}</Status>{' '}
      <span className="muted small">
        {proposal.proposedWords}, <span className="figures">{day}</span>
      </span>
      {state === 'open' ? (
        <dl className="description-list">
          {subjects.map((subject) => (
            <div key={subject} className="years-pair">
              <dt>{subjectWords(subject)}</dt>
              <dd>
                <ValueWords subject={subject} values={proposed} units={units} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{subjectsWords(subjects)}</p>
      )}
      <p className="small">{proposal.reason}</p>
      {proposal.file && (
        <FileChip href={`/api/files/${proposal.file.id}`}>{proposal.file.name}</FileChip>
      )}
      {stale.length > 0 && (
        <Status kind="soon">{t('years.proposal.stale', { list: subjectsWords(stale) })}</Status>
      )}
      {state === 'partly' && (
        <p className="small">
          {t('years.proposal.taken', { list: subjectsWords(proposal.accepted) })}
        </p>
      )}
      {proposal.decidedWords && state !== 'withdrawn' && (
        <p className="muted small">
          {[proposal.decidedWords, proposal.decisionReason].filter(Boolean).join(': ')}
        </p>
      )}
      <p className="years-deeds">
        {proposal.mayDecide && (
          <Button isSmall onPress={onDecide}>
            {t('years.decide')}
          </Button>
        )}
        {proposal.mayWithdraw && (
          <Button
            kind="quiet"
            isSmall
            isPending={withdraw.isPending}
            onPress={() =>
              withdraw.mutate(proposal.version, {
                onSuccess: () => toast(t('years.decided.withdrawn')),
                onError: (error) => toast(sentence(error), { kind: 'late' }),
              })
            }
          >
            {t('years.withdraw')}
          </Button>
        )}
      </p>
    </>
  )
}
