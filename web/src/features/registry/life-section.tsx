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
import { type CongressRun, isRun, lifeRows, shownOf } from './life-model.ts'
import type { EntityPartProps } from './sections.ts'
import { VoidDialog } from './void-dialog.tsx'

const SHOWN = 6

/**
 * Legal events only, newest first; a voided one stays, struck through, with its reason. Yearly congresses
 * in a row are one line that opens.
 */
export function LifeSection({ entity, day, isPast }: EntityPartProps) {
  const [isWhole, setWhole] = useState(false)
  const [voided, setVoided] = useState<EntityEvent | null>(null)
  const [opened, setOpened] = useState<readonly string[]>([])
  const rows = lifeRows(entity.events)
  const shown = isWhole ? rows : shownOf(rows, SHOWN)
  const mayVoid = !isPast && entity.allowed.includes('void_event')
  const single = (event: EntityEvent) => itemOf(event, day, mayVoid ? setVoided : undefined)
  const toggle = (id: string) =>
    setOpened(opened.includes(id) ? opened.filter((one) => one !== id) : [...opened, id])
  return (
    <>
      <Section title={t('registry.entity.life')}>
        {rows.length === 0 && <EmptyState>{t('registry.entity.life.none')}</EmptyState>}
        <Timeline
          items={shown.flatMap((row) => {
            if (!isRun(row)) return single(row)
            const isOpen = opened.includes(row.id)
            const head = runItem(row, isOpen, () => toggle(row.id))
            return isOpen ? [head, ...row.congresses.map(single)] : head
          })}
        />
        {shown.length < rows.length && (
          <Button kind="quiet" isSmall onPress={() => setWhole(true)}>
            {t('registry.entity.life.more', { count: entity.events.length })}
          </Button>
        )}
        {voided && <VoidDialog entity={entity} event={voided} onClose={() => setVoided(null)} />}
      </Section>
      <Chain entity={entity} />
    </>
  )
}

/** "2018–2026: Đại hội thường niên, gần nhất 11/05/2026", which opens to the single ones. */
function runItem(
  { id, congresses }: CongressRun,
  isOpen: boolean,
  onToggle: () => void,
): TimelineItem {
  const years = congresses.map(({ onDay }) => onDay.slice(0, 4))
  return {
    id,
    when: `${years.at(-1) ?? ''}–${years[0] ?? ''}`,
    title: t('registry.entity.life.run', { day: formatDate(congresses[0]?.onDay ?? '') }),
    children: (
      <div className="registry-run">
        <Button kind="quiet" isSmall aria-expanded={isOpen} onPress={onToggle}>
          {isOpen
            ? t('registry.entity.life.run.close')
            : t('registry.entity.life.run.open', { count: congresses.length })}
        </Button>
      </div>
    ),
  }
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
