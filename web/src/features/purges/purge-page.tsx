import type { Purge, PurgeItem } from '@hopluc/shared/purges'
import { IconFileTypeDocx, IconTrash } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Progress } from '../../ui/bar.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirm, Dialog } from '../../ui/dialog.tsx'
import { DescriptionList, FileChip } from '../../ui/marks.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { useSession } from '../session/queries.ts'
import { PurgeStatus } from './list-page.tsx'
import { purgeQuery, useConfirm, useDrop } from './queries.ts'

const route = getRouteApi('/app/purges/$id')

/** One decision: what it destroys, what stays and why; afterwards the minutes. */
export function PurgePage() {
  const { id } = route.useParams()
  const { data: purge } = useSuspenseQuery(purgeQuery(id))
  const [open, setOpen] = useState<'confirm' | 'drop' | null>(null)
  const minutes = useMutation({ mutationFn: () => api.download(`/purges/${id}/minutes`) })
  const { allowed, state, count, done } = purge
  const isGoing = state === 'waiting' || state === 'running'
  const goes = purge.items.filter(({ kept }) => kept === null)
  const stays = purge.items.filter(({ kept }) => kept !== null)
  return (
    <Page
      title={purge.decision}
      crumbs={[
        { label: t('audit.title'), to: '/audit' },
        { label: t('purges.title'), to: '/purges' },
      ]}
      lead={<PurgeStatus state={state} />}
      actions={
        <>
          {state === 'done' && (
            <Button
              icon={IconFileTypeDocx}
              isPending={minutes.isPending}
              onPress={() => minutes.mutate()}
            >
              {t('purges.minutes')}
            </Button>
          )}
          {allowed.includes('drop') && (
            <Button kind="quiet" onPress={() => setOpen('drop')}>
              {t('purges.drop')}
            </Button>
          )}
          {allowed.includes('confirm') && (
            <Button kind="danger" icon={IconTrash} onPress={() => setOpen('confirm')}>
              {t('purges.confirm', { count: count - done })}
            </Button>
          )}
        </>
      }
    >
      {minutes.error && <Notice kind="error">{sentence(minutes.error)}</Notice>}
      {state === 'failed' && <Notice kind="error">{t('purges.failed')}</Notice>}
      {isGoing && (
        <div aria-live="polite">
          <p>{t('purges.going', { done, count })}</p>
          <Progress
            label={t('purges.going', { done, count })}
            share={count === 0 ? 0 : done / count}
          />
        </div>
      )}
      <Columns width={336} aside={<Aside purge={purge} />}>
        <Section
          title={t(state === 'done' ? 'purges.gone' : 'purges.goes', { count: goes.length })}
        >
          <Table
            label={t('purges.goes', { count: goes.length })}
            columns={[WHAT(), ISSUER(), TAKES()]}
            rows={goes}
            rowKey={({ position }) => String(position)}
            rowName={({ label }) => label}
            empty={<EmptyState>{t('purges.goes.none')}</EmptyState>}
          />
        </Section>
        {stays.length > 0 && (
          <Section title={t('purges.stays', { count: stays.length })}>
            <Table
              label={t('purges.stays', { count: stays.length })}
              columns={[WHAT(), WHY()]}
              rows={stays}
              rowKey={({ position }) => String(position)}
              rowName={({ label }) => label}
            />
          </Section>
        )}
      </Columns>
      {open === 'confirm' && <ConfirmDialog purge={purge} onClose={() => setOpen(null)} />}
      <DropDialog purge={purge} isOpen={open === 'drop'} onClose={() => setOpen(null)} />
    </Page>
  )
}

const WHAT = (): Column<PurgeItem> => ({
  id: 'what',
  head: t('purges.what'),
  phone: 'title',
  cell: ({ label }) => label,
})

const ISSUER = (): Column<PurgeItem> => ({
  id: 'issuer',
  head: t('purges.issuer'),
  phone: 'line',
  cell: ({ issuer }) => issuer,
})

const TAKEN = ['documents', 'files', 'directives', 'tasks', 'readings', 'rounds'] as const

const TAKES = (): Column<PurgeItem> => ({
  id: 'takes',
  head: t('purges.takes'),
  phone: 'line',
  cell: ({ takes, kind }) =>
    TAKEN.flatMap((name) => {
      // Itself is not something that goes with it.
      const own = name === `${kind}s` ? 1 : 0
      const count = (takes[name] ?? 0) - own
      return count > 0 ? [t(`purges.takes.${name}`, { count })] : []
    }).join(', '),
})

const WHY = (): Column<PurgeItem> => ({
  id: 'why',
  head: t('purges.why'),
  phone: 'line',
  cell: ({ kept, keptUntil }) => {
    if (kept === null) return null
    if (kept === 'too_young')
      return t('purges.kept.too_young', { day: keptUntil ? formatDate(keptUntil) : '' })
    return t(`purges.kept.${kept}`)
  },
})

function Aside({ purge }: { purge: Purge }) {
  const { today } = useSession()
  const { confirmedBy, confirmedAt, endedAt, file } = purge
  const by = (name: string, at: string) =>
    t('purges.by', { by: name, day: formatInstant(at, today) })
  return (
    <>
      <Section title={t('purges.decision.short')}>
        <DescriptionList
          items={[
            [t('purges.decidedOn'), formatDate(purge.decidedOn)],
            [t('purges.decidedBy'), purge.decidedBy],
            [t('purges.ground'), t(`purges.ground.${purge.ground}`)],
            [t('purges.new'), by(purge.madeBy, purge.madeAt)],
            [
              t('purges.confirm.title'),
              confirmedBy && confirmedAt ? by(confirmedBy, confirmedAt) : null,
            ],
            [t('purges.state.done'), endedAt && formatInstant(endedAt, today)],
          ]}
        />
        <FileChip href={`/api/files/${file.id}`}>{file.name}</FileChip>
      </Section>
      <RecordHistory key={purge.state} subject={purge.id} />
    </>
  )
}

/** The second step: the number once more, word for word. */
function ConfirmDialog({ purge, onClose }: { purge: Purge; onClose: () => void }) {
  const { id, version, decision, count, done } = purge
  const [typed, setTyped] = useState('')
  const confirm = useConfirm(id)
  return (
    <Dialog
      title={t('purges.confirm.title')}
      isOpen
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="danger"
            isPending={confirm.isPending}
            isDisabled={typed.trim() !== decision}
            onPress={() => confirm.mutate({ version, decision: typed }, { onSuccess: onClose })}
          >
            {t('purges.confirm.action')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{t('purges.confirm', { count: count - done })}.</strong>{' '}
        {t('purges.confirm.text', { decision })}
      </p>
      <TextField label={t('purges.decision')} value={typed} onChange={setTyped} />
      {confirm.error && <Notice kind="error">{sentence(confirm.error)}</Notice>}
    </Dialog>
  )
}

function DropDialog(props: { purge: Purge; isOpen: boolean; onClose: () => void }) {
  const { purge, isOpen, onClose } = props
  const navigate = useNavigate()
  const drop = useDrop(purge.id)
  return (
    <Confirm
      title={t('purges.drop')}
      action={t('purges.drop')}
      isOpen={isOpen}
      isPending={drop.isPending}
      onConfirm={() =>
        drop.mutate(purge.version, {
          onSuccess: () => {
            toast(t('purges.dropped'))
            void navigate({ to: '/purges' })
          },
          onError: (error) => {
            toast(sentence(error), { kind: 'late' })
            onClose()
          },
        })
      }
      onClose={onClose}
    >
      {t('purges.drop.text')}
    </Confirm>
  )
}
