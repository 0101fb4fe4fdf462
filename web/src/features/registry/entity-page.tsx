import { KIND_WORDS, SECTOR_WORDS, STATUS_WORDS } from '@hopluc/shared/entity-words'
import './registry.css'
import { IconPencil, IconPhone, IconTimelineEventPlus } from '@tabler/icons-react'
import type { Entity } from '@hopluc/shared/entities'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { dayOf, formatDate } from '../../lib/format.ts'
import { language, rich, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page } from '../../ui/page.tsx'
import { Notice, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { EventDialog } from './event-dialog.tsx'
import { entityQuery } from './queries.ts'
import { ENTITY_HEAD_ACTIONS, ENTITY_TABS } from './sections.ts'
import { STATUS_KIND, say } from './words.ts'

const route = getRouteApi('/app/registry/$id')

/** One entity as of a day: who it is, what it counts, what is done for it. */
export function EntityPage() {
  const { id } = route.useParams()
  const { asOf, tab } = route.useSearch()
  const { today } = useSession()
  const { data: entity } = useSuspenseQuery(entityQuery(id, asOf))
  const part = { entity, day: asOf ?? today, isPast: asOf !== undefined }
  const { kind } = entity.attributes
  const tabs = ENTITY_TABS.filter(({ kinds }) => !kinds || kinds.includes(kind))
  const current = tabs.find((one) => one.id === tab) ?? tabs[0]
  const Panel = current?.component

  return (
    <Page
      title={entity.attributes.name}
      crumbs={[
        { label: t('registry.short'), to: '/registry' },
        { label: unitWords(entity.place.unit) },
      ]}
      actions={<HeadActions {...part} />}
      lead={<Lead entity={entity} />}
    >
      {entity.mergedInto && <Merged into={entity.mergedInto} />}
      {entity.status === null && !entity.mergedInto && (
        <Notice kind="info">{t('registry.entity.notYet', { day: formatDate(part.day) })}</Notice>
      )}
      <TabLinks
        label={t('registry.entity.tabs')}
        tabs={tabs.map((one) => ({
          id: one.id,
          label: t(one.label),
          count: one.count?.(entity) ?? undefined,
          change: { tab: one.id === tabs[0]?.id ? undefined : one.id, view: undefined },
          isCurrent: one === current,
        }))}
      />
      <Suspense fallback={<Skeleton rows={8} />}>{Panel && <Panel {...part} />}</Suspense>
    </Page>
  )
}

function Lead({ entity }: { entity: Entity }) {
  const { status, statusWords, attributes, sector, place, updatedAt, updatedBy } = entity
  const shape = status === 'active' ? 'done' : status && STATUS_KIND[status]
  const words = statusWords?.[language()] ?? (status && say(STATUS_WORDS[status]))
  const day = formatDate(dayOf(updatedAt))
  return (
    <>
      {words && (shape ? <Status kind={shape}>{words}</Status> : <span>{words}</span>)}
      <span>
        {[say(KIND_WORDS[attributes.kind]), sector && say(SECTOR_WORDS[sector])]
          .filter(Boolean)
          .join(', ')}
      </span>
      <span>{unitWords(place.unit)}</span>
      <span className="muted">
        {updatedBy
          ? t('registry.entity.updated', { name: updatedBy, day })
          : t('registry.entity.updatedOn', { day })}
      </span>
      {entity.isDemo && <DemoMark />}
    </>
  )
}

function Merged({ into }: { into: { id: string; name: string } }) {
  return (
    <Notice kind="info">
      {rich('registry.entity.merged', {
        name: (
          <Link to="/registry/$id" params={{ id: into.id }}>
            {into.name}
          </Link>
        ),
      })}
    </Notice>
  )
}

function HeadActions(part: { entity: Entity; day: string; isPast: boolean }) {
  const { entity, isPast } = part
  const [open, setOpen] = useState<'change' | 'event' | null>(null)
  const close = () => setOpen(null)
  const { phone } = entity.attributes
  return (
    <>
      {phone && (
        <a
          className="button button-plain registry-call"
          href={`tel:${phone.replace(/[^\d+]/g, '')}`}
        >
          <IconPhone className="icon" aria-hidden="true" />
          {t('registry.entity.call')}
        </a>
      )}
      <Suspense fallback={null}>
        {ENTITY_HEAD_ACTIONS.map(({ id, component: Action }) => (
          <Action key={id} {...part} />
        ))}
      </Suspense>
      {!isPast && entity.allowed.includes('add_event') && (
        <Button icon={IconTimelineEventPlus} onPress={() => setOpen('event')}>
          {t('registry.entity.addEvent')}
        </Button>
      )}
      {!isPast && entity.allowed.includes('change') && (
        <Button kind="primary" icon={IconPencil} onPress={() => setOpen('change')}>
          {t('registry.entity.update')}
        </Button>
      )}
      {open === 'change' && <ChangeDialog entity={entity} onClose={close} />}
      {open === 'event' && <EventDialog entity={entity} onClose={close} />}
    </>
  )
}
