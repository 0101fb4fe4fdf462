import type { Entity, EntityEvent, EntityEventKind } from '@hopluc/shared/entities'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Timeline, type TimelineItem } from '../../ui/marks.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { eventWords } from './event-words.ts'
import type { EntityPartProps } from './sections.ts'
import { VoidDialog } from './void-dialog.tsx'

const SHOWN = 6

/** Legal events only, newest first; a voided one stays, struck through, with its reason. */
export function LifeSection({ entity, day, isPast }: EntityPartProps) {
  const [isWhole, setWhole] = useState(false)
  const [voided, setVoided] = useState<EntityEvent | null>(null)
  const events = entity.events.toSorted((one, other) => (one.onDay < other.onDay ? 1 : -1))
  const shown = isWhole ? events : events.slice(0, SHOWN)
  const mayVoid = !isPast && entity.allowed.includes('void_event')
  return (
    <>
      <Section title={t('registry.entity.life')}>
        {events.length === 0 && <EmptyState>{t('registry.entity.life.none')}</EmptyState>}
        <Timeline
          items={shown.map((event) => itemOf(event, day, mayVoid ? setVoided : undefined))}
        />
        {shown.length < events.length && (
          <Button kind="quiet" isSmall onPress={() => setWhole(true)}>
            {t('registry.entity.life.more', { count: events.length })}
          </Button>
        )}
        {voided && <VoidDialog entity={entity} event={voided} onClose={() => setVoided(null)} />}
      </Section>
      <Chain entity={entity} />
    </>
  )
}

const ENDS: readonly EntityEventKind[] = [
  'dissolved',
  'bankrupt',
  'absorbed',
  'amalgamated',
  'divided',
  'certificate_revoked',
  'tax_revoked',
]
const BEGINS: readonly EntityEventKind[] = ['registered', 'resumed', 'restored']

function itemOf(
  event: EntityEvent,
  day: string,
  onVoid: ((event: EntityEvent) => void) | undefined,
): TimelineItem {
  const words = eventWords(event)
  const isVoid = event.voidReason !== null
  const decision = [
    event.decisionNo,
    event.decidedBy,
    event.decidedOn && formatDate(event.decidedOn),
  ]
    .filter(Boolean)
    .join(', ')
  const others = event.others.map(({ name }) => name).join(', ')
  const notes = [
    event.onDay > day && t('registry.entity.life.planned'),
    event.untilOn && t('registry.entity.life.until', { day: formatDate(event.untilOn) }),
    others && t('registry.entity.life.with', { names: others }),
    decision,
    event.details.advisedBy,
    event.note,
    event.voidReason !== null && t('registry.entity.life.voided', { reason: event.voidReason }),
  ].filter(Boolean)
  return {
    id: event.id,
    when: formatDate(event.onDay),
    title: (
      <span className="registry-event">
        {isVoid ? <s className="muted">{words}</s> : words}
        {onVoid && !isVoid && (
          <Menu
            label={t('registry.entity.life.menu', { name: words })}
            actions={[
              {
                id: 'void',
                label: t('registry.entity.life.void'),
                isDanger: true,
                run: () => onVoid(event),
              },
            ]}
          />
        )}
      </span>
    ),
    note: notes.join(' · '),
    ...(!isVoid && ENDS.includes(event.kind) && { kind: 'late' as const }),
    ...(!isVoid && BEGINS.includes(event.kind) && { kind: 'done' as const }),
    ...(!isVoid && event.kind === 'suspended' && { kind: 'soon' as const }),
  }
}

/** Whom it came from and who came after, as links. */
function Chain({ entity: { predecessors, successors } }: { entity: Entity }) {
  if (predecessors.length + successors.length === 0) return null
  const part = (title: string, of: Entity['predecessors']) =>
    of.length > 0 && (
      <>
        <dt>{title}</dt>
        <dd>
          {of.map(({ id, name, onDay }) => (
            <span key={`${id} ${onDay}`} className="registry-line">
              <Link to="/registry/$id" params={{ id }}>
                {name}
              </Link>{' '}
              <span className="muted figures">{formatDate(onDay)}</span>
            </span>
          ))}
        </dd>
      </>
    )
  return (
    <Section title={t('registry.entity.chain')}>
      <dl className="description-list">
        {part(t('registry.entity.from'), predecessors)}
        {part(t('registry.entity.to'), successors)}
      </dl>
    </Section>
  )
}
