import './committees.css'
import { IconFileTypeDocx, IconPencil } from '@tabler/icons-react'
import type { Programme, ProgrammeItem } from '@hopluc/shared/programmes'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SearchLink } from '../../ui/search-link.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { ItemMenu } from './item-menu.tsx'
import { IssueDialog, ItemsDialog } from './programme-dialogs.tsx'
import { ItemStatus } from './programme-state.tsx'
import { programmeQuery, useDrawUp } from './queries.ts'

const route = getRouteApi('/app/organisation/committees/$id/programme')

/** The year's work programme of a committee, month by month, with what was made of each item. */
export function ProgrammePage() {
  const { id } = route.useParams()
  const { asOf, year } = route.useSearch()
  const { today } = useSession()
  const { data } = useSuspenseQuery(programmeQuery(id, year, asOf))
  const { programme, body } = data
  const [open, setOpen] = useState<'items' | 'issue' | null>(null)
  const word = useMutation({ mutationFn: () => api.download(`/programmes/${programme?.id}/paper`) })
  return (
    <Page
      title={t('programmes.title', { year: data.year })}
      shortTitle={t('programmes.short')}
      crumbs={[
        { label: t('organisation.short'), to: '/organisation' },
        { label: body.shortName, to: `/organisation/committees/${id}` },
      ]}
      lead={
        <>
          {programme && <Lead programme={programme} />}
          {data.years
            .filter((one) => one !== data.year)
            .map((one) => (
              <SearchLink key={one} change={{ year: one }}>
                {t('programmes.title', { year: one })}
              </SearchLink>
            ))}
        </>
      }
      actions={
        programme && (
          <>
            <Button
              icon={IconFileTypeDocx}
              isPending={word.isPending}
              onPress={() => word.mutate()}
            >
              {t('programmes.word')}
            </Button>
            {programme.allowed.includes('issue') && (
              <Button onPress={() => setOpen('issue')}>{t('programmes.issue')}</Button>
            )}
            {programme.allowed.includes('edit') && (
              <Button icon={IconPencil} onPress={() => setOpen('items')}>
                {t('programmes.edit')}
              </Button>
            )}
            {programme.allowed.includes('copy') && !data.years.includes(data.year + 1) && (
              <DrawUp id={id} year={data.year + 1} from={data.year} />
            )}
          </>
        )
      }
    >
      {word.error && <Notice kind="error">{sentence(word.error)}</Notice>}
      {programme ? (
        <Section title={t('programmes.item')}>
          <Table
            label={t('programmes.title', { year: data.year })}
            columns={columns(programme, asOf ?? today)}
            rows={programme.items}
            rowKey={(item) => item.id}
            rowName={({ text }) => text}
            isTall
          />
        </Section>
      ) : (
        <EmptyState
          action={
            data.allowed.includes('draw_up') && (
              <>
                <DrawUp id={id} year={data.year} from={null} />{' '}
                {data.years[0] !== undefined && (
                  <DrawUp id={id} year={data.year} from={data.years[0]} />
                )}
              </>
            )
          }
        >
          {t('programmes.none', { year: data.year })}
        </EmptyState>
      )}
      {programme && open === 'items' && (
        <ItemsDialog programme={programme} onClose={() => setOpen(null)} />
      )}
      {programme && open === 'issue' && (
        <IssueDialog programme={programme} today={today} onClose={() => setOpen(null)} />
      )}
    </Page>
  )
}

function Lead({ programme }: { programme: Programme }) {
  const { paper, issuedOn, documentId, items, done, late, isDemo } = programme
  const words =
    paper && issuedOn
      ? t('programmes.issued', { paper, day: formatDate(issuedOn) })
      : t('programmes.notIssued')
  return (
    <>
      {documentId ? (
        <Link to="/documents/$id" params={{ id: documentId }}>
          {words}
        </Link>
      ) : (
        <span>{words}</span>
      )}
      <span>{t('programmes.counts', { count: items.length, done })}</span>
      {late > 0 && <span className="red">{t('programmes.late', { count: late })}</span>}
      {isDemo && <DemoMark />}
    </>
  )
}

function DrawUp({ id, year, from }: { id: string; year: number; from: number | null }) {
  const { mutate, isPending } = useDrawUp(id)
  return (
    <Button
      isPending={isPending}
      onPress={() =>
        mutate(
          { year, copyFrom: from },
          {
            onSuccess: () => toast(t('programmes.drawn'), { kind: 'done' }),
            onError: (error) => toast(sentence(error), { kind: 'late' }),
          },
        )
      }
    >
      {from === null ? t('programmes.drawUp', { year }) : t('programmes.copy', { year, from })}
    </Button>
  )
}

function columns(programme: Programme, day: string): Column<ProgrammeItem>[] {
  const all: Column<ProgrammeItem>[] = [
    {
      id: 'month',
      head: t('programmes.due'),
      width: '120px',
      phone: 'line',
      cell: ({ month, dueOn }) => (
        <>
          {t('programmes.month', { month })}
          <small className="figures">{formatDate(dueOn)}</small>
        </>
      ),
    },
    {
      id: 'text',
      head: t('programmes.item'),
      phone: 'title',
      cell: ({ text, kind, product, note }) => (
        <>
          <strong>{text}</strong>
          <small>{[t(`programmes.kind.${kind}`), product, note].filter(Boolean).join(' · ')}</small>
        </>
      ),
    },
    {
      id: 'lead',
      head: t('programmes.lead'),
      cell: ({ lead, seat }) => seat?.words ?? lead?.shortName ?? '–',
    },
    {
      id: 'state',
      head: t('programmes.state'),
      phone: 'end',
      width: '210px',
      cell: (item) => (
        <>
          <ItemStatus state={item.state} />
          <small>
            <Made item={item} />
          </small>
        </>
      ),
    },
  ]
  if (!programme.allowed.includes('make')) return all
  return [
    ...all,
    {
      id: 'menu',
      head: <span className="for-readers">{t('organisation.actions')}</span>,
      width: '44px',
      phone: 'none',
      cell: (item) =>
        item.state !== 'cancelled' && <ItemMenu programme={programme} item={item} day={day} />,
    },
  ]
}

/** What was made of an item, each with its page. */
function Made({ item }: { item: ProgrammeItem }) {
  const { meetingId, taskId, documentId, inspections, on } = item
  return (
    <>
      {on && <span className="figures">{formatDate(on)} </span>}
      {meetingId && (
        <Link to="/meetings/$id" params={{ id: meetingId }}>
          {t('programmes.open.meeting')}{' '}
        </Link>
      )}
      {taskId && (
        <Link to="/tasks/$id" params={{ id: taskId }}>
          {t('programmes.open.task')}{' '}
        </Link>
      )}
      {documentId && (
        <Link to="/documents/$id" params={{ id: documentId }}>
          {t('programmes.open.document')}{' '}
        </Link>
      )}
      {inspections.map(({ id, unit }) => (
        <Link key={id} to="/organisation/inspections/$id" params={{ id }}>
          {unit}{' '}
        </Link>
      ))}
    </>
  )
}
