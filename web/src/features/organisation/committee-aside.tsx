import type { Committee } from '@hopluc/shared/committees'
import type { PlainDate } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatDay } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Timeline } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { LevelStatus } from '../committees/marks.tsx'
import { levelsQuery } from '../committees/queries.ts'
import { RemindDialog } from '../committees/remind-dialog.tsx'
import { Delegations } from './delegations.tsx'
import { unitWords } from './words.ts'

const route = getRouteApi('/app/organisation/committees/$id')
const FEW = 20
type Draft = Committee['drafts'][number]

/** Decisions, regulation, assisting group, the committees below, delegations. */
export function CommitteeAside(props: {
  committee: Committee
  day: PlainDate
  onRecord: (draft: Draft) => void
}) {
  const { committee, day, onRecord } = props
  const isCommune = committee.unit.level === 'commune'
  const isBoard = committee.kind === 'board'
  return (
    <>
      <Drafts committee={committee} onRecord={onRecord} />
      <Decisions committee={committee} />
      {!isBoard && <Team committee={committee} />}
      <Regulation committee={committee} />
      {!isCommune && !isBoard && <Levels committee={committee} day={day} />}
      {!isBoard && <Delegations committee={committee} />}
    </>
  )
}

function Drafts({ committee, onRecord }: { committee: Committee; onRecord: (one: Draft) => void }) {
  if (committee.drafts.length === 0 || !committee.allowed.includes('decide')) return null
  return (
    <Section title={t('committees.draft.open')}>
      {committee.drafts.map((draft) =>
        draft.state === 'issued' && draft.issuedOn ? (
          <Notice
            key={draft.documentId}
            kind="warning"
            actions={
              <Button isSmall onPress={() => onRecord(draft)}>
                {t('committees.draft.record')}
              </Button>
            }
          >
            {t('committees.draft.signed', {
              symbol: draft.symbol ?? '',
              day: formatDate(draft.issuedOn),
            })}
          </Notice>
        ) : (
          <p key={draft.documentId} className="small">
            <Link to="/documents/$id" params={{ id: draft.documentId }}>
              {t('committees.draft.waiting')}
            </Link>
          </p>
        ),
      )}
    </Section>
  )
}

function Decisions({ committee }: { committee: Committee }) {
  const first = committee.decisions.at(-1)
  const isBoard = committee.board !== null
  return (
    <Section title={t(isBoard ? 'alliances.board.decisions' : 'organisation.committee.decisions')}>
      <Timeline
        items={committee.decisions.map((decision) => ({
          id: decision.fromOn,
          when: formatDate(decision.decidedOn),
          title: t(
            decision !== first
              ? 'organisation.committee.consolidated'
              : isBoard
                ? 'alliances.board.elected'
                : 'organisation.committee.founded',
          ),
          note: [
            !isBoard && decision.standingAgency.shortName,
            decision.joined > 0 && t('organisation.committee.joined', { count: decision.joined }),
            decision.left > 0 && t('organisation.committee.left', { count: decision.left }),
          ]
            .filter(Boolean)
            .join(' · '),
          children: decision.documentId ? (
            <Link to="/documents/$id" params={{ id: decision.documentId }}>
              {decision.decision}
            </Link>
          ) : (
            decision.decision
          ),
        }))}
      />
    </Section>
  )
}

function Team({ committee }: { committee: Committee }) {
  const team = committee.membersOn.filter(({ part }) => part === 'assistant')
  return (
    <Section title={t('committees.team')}>
      {team.length === 0 && <p className="muted small">{t('committees.team.none')}</p>}
      <ol className="organisation-history">
        {team.map(({ id, name, office, inChargeOf }) => (
          <li key={id}>
            {name ? `${name}, ${office}` : office}
            {inChargeOf && <small>{inChargeOf}</small>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** As the decision in force cites it, with the paper where the register has it. */
function Regulation({ committee }: { committee: Committee }) {
  const rule = committee.decisions.find(
    ({ decision, decidedOn }) =>
      decision === committee.decision && decidedOn === committee.decidedOn,
  )
  const words = rule?.regulation ?? t('committees.regulation.paper')
  return (
    <Section title={t('committees.regulation')}>
      {rule?.regulationId ? (
        <p className="small">
          <Link to="/documents/$id" params={{ id: rule.regulationId }}>
            {words}
          </Link>
        </p>
      ) : rule?.regulation ? (
        <p className="small">{rule.regulation}</p>
      ) : (
        <p className="muted small">{t('committees.regulation.none')}</p>
      )}
    </Section>
  )
}

/** The committees of the communes below: what is lacking first, as on their own page. */
function Levels({ committee, day }: { committee: Committee; day: PlainDate }) {
  const { asOf } = route.useSearch()
  const { unit, id } = committee
  const { data: page } = useSuspenseQuery(levelsQuery({ under: unit.id, asOf, limit: FEW }))
  const [isReminding, setReminding] = useState(false)
  const lacking = page.items.filter(({ state }) => state === 'missing' || state === 'out_of_date')
  const [requirement] = page.requirements.filter(({ isRequired }) => isRequired)
  const mayRemind = page.allowed.includes('remind') && committee.allowed.includes('decide')
  return (
    <Section
      title={t('committees.levels.aside')}
      note={`${page.counts.inOrder}/${page.counts.required || page.counts.total}`}
      more={
        mayRemind && lacking.length > 0 ? (
          <Button kind="quiet" isSmall onPress={() => setReminding(true)}>
            {t('committees.levels.remind', { count: lacking.length })}
          </Button>
        ) : undefined
      }
    >
      <p className="muted small">
        {requirement?.words
          ? t('committees.levels.by', { words: requirement.words })
          : t('committees.levels.none')}
      </p>
      <ul className="committees-levels">
        {page.items.map((item) => (
          <li key={item.id}>
            <Link className="quiet-link" to="/organisation" search={{ unit: item.id }}>
              {item.kind === 'thị trấn' ? `TT ${item.name}` : item.name}
            </Link>
            {item.state === 'current' && item.committee ? (
              <Status kind="done">
                <Link to="/organisation/committees/$id" params={{ id: item.committee.id }}>
                  {item.decision}
                </Link>
              </Status>
            ) : (
              <LevelStatus state={item.state} />
            )}
            <span className="figures muted">
              {item.state === 'current' && item.decidedOn ? formatDay(item.decidedOn, day) : ''}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to="/organisation/committees" search={{ under: unit.id }}>
          {t('committees.levels.all')}
        </Link>
      </p>
      {isReminding && (
        <RemindDialog
          committeeId={id}
          units={lacking.map((item) => ({ id: item.id, name: unitWords(item) }))}
          onClose={() => setReminding(false)}
        />
      )}
    </Section>
  )
}
