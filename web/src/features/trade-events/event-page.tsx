import '../support/support.css'
import type { TradeEventWhole, TradeParticipant } from '@hopluc/shared/trade-events'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { Facts } from '../support/facts.tsx'
import { dong } from '../support/words.tsx'
import { EventDialog, ParticipantDialog } from './event-dialogs.tsx'
import { eventQuery } from './queries.ts'

const route = getRouteApi('/app/support/trade-events/$id')

/** One event: who took part, what was won, what it cost. */
export function TradeEventPage() {
  const { id } = route.useParams()
  const { data, error, refetch } = useQuery(eventQuery(id))
  const [opened, setOpened] = useState<'edit' | 'new' | TradeParticipant | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const close = () => setOpened(null)
  return (
    <Page
      title={data.name}
      crumbs={[{ label: t('trade.title'), to: '/support/trade-events' }]}
      lead={
        <>
          {t(`trade.kind.${data.kind}`)} {data.isDemo && <DemoMark />}
        </>
      }
      actions={
        data.mayEdit && (
          <>
            <Button onPress={() => setOpened('edit')}>{t('trade.edit')}</Button>
            <Button kind="primary" onPress={() => setOpened('new')}>
              {t('trade.participant.new')}
            </Button>
          </>
        )
      }
    >
      <Columns aside={<About event={data} />}>
        <Section title={t('trade.participants')}>
          <Table
            label={t('trade.participants')}
            columns={columnsOf(data, setOpened)}
            rows={data.list}
            rowKey={({ entity }) => entity.id}
            rowName={({ entity }) => entity.name}
            isTall
            empty={<EmptyState>{t('trade.participants.none')}</EmptyState>}
          />
        </Section>
      </Columns>
      {opened === 'edit' && <EventDialog event={data} onClose={close} />}
      {opened !== null && opened !== 'edit' && (
        <ParticipantDialog
          event={data}
          participant={opened === 'new' ? null : opened}
          onClose={close}
        />
      )}
    </Page>
  )
}

function columnsOf(
  { mayEdit }: TradeEventWhole,
  onOpen: (participant: TradeParticipant) => void,
): readonly Column<TradeParticipant>[] {
  return [
    {
      id: 'entity',
      head: t('support.column.entity'),
      phone: 'title',
      cell: ({ entity, unit }) => (
        <>
          {entity.name}
          <small>{unitWords(unit)}</small>
        </>
      ),
    },
    { id: 'products', head: t('trade.products'), cell: ({ products }) => products },
    {
      id: 'agreements',
      head: t('trade.agreements'),
      isFigure: true,
      cell: ({ agreements }) => agreements > 0 && agreements,
    },
    {
      id: 'contracts',
      head: t('trade.contracts'),
      isFigure: true,
      cell: ({ contracts }) => contracts > 0 && contracts,
    },
    {
      id: 'value',
      head: t('trade.value'),
      isFigure: true,
      phone: 'line',
      cell: ({ value }) => value > 0 && dong(value),
    },
    {
      id: 'edit',
      head: '',
      phone: 'end',
      cell: (one) =>
        mayEdit && (
          <Button
            isSmall
            aria-label={`${t('trade.participant.edit')}: ${one.entity.name}`}
            onPress={() => onOpen(one)}
          >
            {t('trade.participant.edit')}
          </Button>
        ),
    },
  ]
}

function About({ event }: { event: TradeEventWhole }) {
  const money = (amount: number | null) => amount !== null && `${dong(amount)} ${t('loans.dong')}`
  return (
    <Facts
      rows={[
        [t('trade.agency'), event.agency.name],
        [t('trade.days'), formatRange(event.fromOn, event.untilOn)],
        [t('trade.place'), event.place],
        [t('support.programme'), event.programme],
        [t('trade.fund'), event.fund],
        [t('trade.cost'), money(event.cost)],
        [t('trade.participants'), event.participants],
        [t('trade.agreements'), event.agreements],
        [t('trade.contracts'), event.contracts],
        [t('trade.value'), money(event.value)],
        [t('trade.note'), event.note],
      ]}
    />
  )
}
